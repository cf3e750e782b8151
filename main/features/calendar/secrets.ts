/** Addresses that a member has pasted: whoever knows one reads the calendar, so they are in the keyring only. */
import type { AddressFault } from '../../../shared/calendar/ipc.ts';
import type { CalendarProblem } from '../../../shared/calendar/state.ts';
import { calendarAddress } from '../../../shared/coop/calendar-address.ts';
import { hostOf, privateFault } from '../../../shared/coop/web.ts';
import type { Secrets } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';

export type Keyring = Pick<Secrets, 'get' | 'set' | 'delete'>;

export type PastedAddresses = Readonly<{
  /** Never rejects: a problem is one of the calendar. */
  of: (id: string) => Promise<Readonly<{ address: string } | { problem: CalendarProblem }>>;
  keep: (id: string, address: string) => Promise<AddressFault | undefined>;
  remove: (id: string) => Promise<AddressFault | undefined>;
}>;

/** The address to read, and its host; undefined if it is none, or would be read without encryption. */
export function typedAddress(
  typed: string,
): Readonly<{ address: string; host: string }> | undefined {
  const address = calendarAddress(typed);
  if (address === undefined || privateFault(address)) return undefined;
  return { address, host: hostOf(address) ?? '' };
}

export function createPastedAddresses(keyring: Keyring): PastedAddresses {
  const entryOf = (id: string) => `calendar ${id}`;
  // A locked keyring asks each time, so what it has told is remembered until the app quits.
  const known = new Map<string, string>();
  return {
    of: async (id) => {
      try {
        const kept = known.get(id) ?? (await keyring.get(entryOf(id)));
        const typed = kept === undefined ? undefined : typedAddress(kept);
        if (!typed) return { problem: { code: 'no-address' } };
        known.set(id, typed.address);
        return { address: typed.address };
      } catch (error) {
        return { problem: { code: faultOf(error) } };
      }
    },
    keep: async (id, address) => {
      try {
        await keyring.set(entryOf(id), address);
        known.set(id, address);
        return undefined;
      } catch (error) {
        return faultOf(error);
      }
    },
    remove: async (id) => {
      try {
        await keyring.delete(entryOf(id));
        known.delete(id);
        return undefined;
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function faultOf(error: unknown) {
  return error instanceof SecretsError ? (`keyring-${error.fault}` as const) : 'internal';
}
