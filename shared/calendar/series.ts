/** Puts the events of a calendar together that have one id: a series, and what replaces some of its times. Pure. */
import type { CalendarEvent } from './event.ts';

export type Series = Readonly<{
  uid: string;
  /** Usually one; none if a calendar has only a changed time, as an invitation to one meeting of a series. */
  masters: readonly CalendarEvent[];
  /** In any number of versions. */
  changes: readonly CalendarEvent[];
}>;

export function seriesOf(events: readonly CalendarEvent[]): readonly Series[] {
  const all = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const same = all.get(event.uid);
    if (same) same.push(event);
    else all.set(event.uid, [event]);
  }
  return [...all].map(([uid, same]) => ({
    uid,
    masters: newest(same.filter((one) => !one.replaces)),
    changes: same.filter((one) => one.replaces),
  }));
}

/**
 * Programs that give all events one id write them at one moment: then they are different events, unless they start at
 * one time.
 */
function newest(masters: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const [best] = masters.toSorted(newerFirst);
  if (!best || masters.length === 1) return masters;
  const equal = masters.filter((one) => newerFirst(one, best) === 0);
  return [...new Map(equal.map((one) => [JSON.stringify(one.start), one])).values()];
}

/** RFC 5546, 2.1.5: the sequence counts, then the time of writing. Equals keep their order. */
export function newerFirst(a: CalendarEvent, b: CalendarEvent): number {
  return b.sequence - a.sequence || b.stampUtcMs - a.stampUtcMs;
}
