/** Puts the events of a calendar together that have one id: a series, and what replaces some of its times. Pure. */
import { grouped } from '../lists/grouped.ts';
import { dayMs } from '../time/calendar.ts';
import type { CalendarEvent } from './event.ts';
import type { When } from './when.ts';

export type Series = Readonly<{
  uid: string;
  /** Usually one; none if a calendar has only a changed time, as an invitation to one meeting of a series. */
  masters: readonly CalendarEvent[];
  /** In any number of versions. */
  changes: readonly CalendarEvent[];
}>;

export function seriesOf(events: readonly CalendarEvent[]): readonly Series[] {
  return [...grouped(events, ({ uid }) => uid)].map(([uid, same]) => ({
    uid,
    masters: newest(same.filter((one) => !one.replaces)),
    changes: same.filter((one) => one.replaces),
  }));
}

/**
 * Programs that give all events one id write them at one moment: then they are different events, unless they start at
 * one time. So they are on different days, if none of them recurs: some write a series one by one, each with the time
 * at which it was made or changed.
 */
function newest(masters: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const [best] = masters.toSorted(newerFirst);
  if (!best || masters.length === 1) return masters;
  const same = masters.filter(({ sequence }) => sequence === best.sequence);
  if (same.some(({ rules }) => rules.length > 0)) return equalOf(masters, best);
  const days = grouped(same, ({ start }) => dayOfStart(start));
  return [...days.values()].flatMap((ofDay) => equalOf(ofDay, ofDay.toSorted(newerFirst)[0]));
}

function equalOf(
  masters: readonly CalendarEvent[],
  best: CalendarEvent | undefined,
): readonly CalendarEvent[] {
  const equal = masters.filter((one) => best && newerFirst(one, best) === 0);
  return [...new Map(equal.map((one) => [JSON.stringify(one.start), one])).values()];
}

function dayOfStart(start: When): number {
  if (start.kind === 'date') return start.day;
  return Math.floor((start.kind === 'utc' ? start.utcMs : start.wallMs) / dayMs);
}

/** RFC 5546, 2.1.5: the sequence counts, then the time of writing. Equals keep their order. */
export function newerFirst(a: CalendarEvent, b: CalendarEvent): number {
  return b.sequence - a.sequence || b.stampUtcMs - a.stampUtcMs;
}
