/** When the members of a co-op work, as its document proposes it. Each member's own setting wins over it. */
import * as v from 'valibot';
import { says } from './remedy.ts';
import { shortList } from '../lists/short-list.ts';

/** In the order of the week. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const minutesADay = 1440;

const ClockTime = v.pipe(
  v.string(),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, says('clock-time')),
);

/** Times of the wall clock where each member is; `to` before `from` is of the next day. */
export const WorkingHoursSchema = v.object({
  days: shortList(v.picklist(weekdays), 7),
  from: ClockTime,
  to: ClockTime,
});
export type WorkingHours = v.InferOutput<typeof WorkingHoursSchema>;

/**
 * The document says when members may be told of things; outside it is quiet. It cannot say that it is never quiet for
 * somebody who wants it to be: there is no switch here, only hours, and a member's own come first.
 */
export const QuietHoursSchema = v.object({ outside: WorkingHoursSchema });
