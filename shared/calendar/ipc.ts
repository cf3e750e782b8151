/** IPC calls and events of the calendars. */
import * as v from 'valibot';
import { Id } from '../coop/parts.ts';
import { CalendarStateSchema, RemindSchema } from './state.ts';

const Address = v.pipe(v.string(), v.trim(), v.maxLength(2048));

/** Why an address was not kept, in the codes that its form has words for. */
const addressFaults = [
  'address-invalid',
  'too-many',
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'internal',
] as const;
export type AddressFault = (typeof addressFaults)[number];

export const myAddressLimit = 10;

export const calendarCalls = {
  /** The current state; events carry later ones. */
  'calendar.get': { payload: v.undefined(), result: CalendarStateSchema },
  /** Reads all calendars now, whatever their server says of changes. */
  'calendar.readNow': { payload: v.undefined(), result: v.void() },
  /** Opens the place of a meeting in the browser; `place` is its index, 0 by default. */
  'calendar.join': {
    payload: v.object({
      id: v.pipe(v.string(), v.maxLength(1000)),
      place: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)), 0),
    }),
    result: v.void(),
  },
  /** Keeps the address of a private calendar of the document, or of another one of the member's. */
  'calendar.setAddress': {
    payload: v.object({ id: v.optional(Id), address: Address }),
    result: v.optional(v.picklist(addressFaults)),
  },
  /** Removes a pasted address, and what was read there. */
  'calendar.removeAddress': {
    payload: v.object({ id: Id }),
    result: v.optional(v.picklist(addressFaults)),
  },
  /** Without `remind`, turns the reminders of a calendar off. */
  'calendar.setRemind': {
    payload: v.object({ id: Id, remind: v.optional(RemindSchema) }),
    result: v.void(),
  },
  'calendar.setMyAddresses': {
    payload: v.object({
      addresses: v.pipe(
        v.array(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254))),
        v.maxLength(myAddressLimit),
      ),
    }),
    result: v.void(),
  },
} as const;

export const calendarEvents = {
  /** The full state after any change. */
  calendar: CalendarStateSchema,
} as const;
