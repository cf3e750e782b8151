/** Working hours, as proposed by the co-op; a member's own setting takes precedence. */
import * as v from 'valibot';
import { says } from './remedy.ts';
import { shortList } from '../lists/short-list.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const minutesADay = 1440;

const ClockTime = v.pipe(
  v.string(),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, says('clock-time')),
);

/** Local wall-clock times of each member; if `to` is before `from`, it is on the next day. */
const WorkingHoursSchema = v.object({
  days: shortList(v.picklist(weekdays), 7),
  from: ClockTime,
  to: ClockTime,
});
export type WorkingHours = v.InferOutput<typeof WorkingHoursSchema>;

/**
 * Outside of these hours, notifications are held back. The document can only set hours, not disable quiet hours: a
 * member's own setting takes precedence.
 */
export const QuietHoursSchema = v.object({ outside: WorkingHoursSchema });
