/** Expands the events of a calendar, in steps. Pure. */
import type { Steps } from '../steps.ts';
import type { Occurrence } from './occurrence.ts';
import type { CalendarFault, ReadCalendar } from './read.ts';

export type Occurrences = Readonly<{
  /** The earliest first. */
  occurrences: readonly Occurrence[];
  faults: readonly CalendarFault[];
  /** There are more than `calendarLimits` allows; the later ones are missing. */
  wasCut?: true;
}>;

/** Occurrences that touch the range; both its ends are ms UTC. `zone` is IANA's name of the member's zone. */
// eslint-disable-next-line require-yield
export function* occurrencesOf(
  _calendar: ReadCalendar,
  _range: Readonly<{ fromUtcMs: number; toUtcMs: number }>,
  _member: Readonly<{ zone: string; addresses: readonly string[] }>,
): Steps<Occurrences> {
  return { occurrences: [], faults: [] };
}
