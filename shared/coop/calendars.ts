/** The `calendars` section of the co-op document: when the co-op meets. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { calendarAddress } from './calendar-address.ts';
import { Id } from './parts.ts';
import type { Remedy } from './remedy.ts';
import { remedy, says, shape, sound } from './remedy.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { privateFault, webFault } from './web.ts';

/** In minutes. */
export const remindLimit = 30;

/** Whoever could change the calendar on its way could lead members into another call. */
function calendarFault(text: string): Remedy | undefined {
  const address = calendarAddress(text);
  if (address !== undefined) return privateFault(address);
  return webFault(text) ?? remedy('calendar-address');
}

const CalendarSchema = v.pipe(
  v.object({
    id: Id,
    name: TextsOf(80),
    /** The ICS address of a public calendar, or its page at Google, Nextcloud or Outlook. */
    url: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(2048),
        sound(calendarFault),
        shape(/^(?:https?|webcals?):\/\//i, 'url'),
      ),
    ),
    /** Each member pastes the address that they have been given; it stays in their keyring. */
    isPrivate: v.optional(v.boolean(), false),
    /** Proposed to members who turn reminders on, in minutes before the start. */
    remindMinutes: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(remindLimit)),
      10,
    ),
  }),
  v.check((one) => (one.url === undefined) === one.isPrivate, says('calendar-or-private')),
);
export type CalendarPlan = Chosen<v.InferOutput<typeof CalendarSchema>>;

export const CalendarsSchema = shortList(CalendarSchema, 20);
