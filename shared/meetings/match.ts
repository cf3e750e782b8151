/** Which events of the calendar are a meeting of the document. Pure. */
import type { RegularMeeting } from '../coop/meetings.ts';
import { fold } from '../text/fold.ts';
import { overUtcMs } from '../time/open-end.ts';

/** What is needed of an event of the calendar. */
export type Event = Readonly<{ title: string; startUtcMs: number; endUtcMs: number }>;

/** In characters, more than a match may have: the rest of a title does not matter. */
const titleLimit = 300;

export type Moment = Readonly<{
  nowUtcMs: number;
  today: string;
  dayOf: (atUtcMs: number) => string;
}>;

type Matching = Pick<RegularMeeting, 'match' | 'name'>;

/** Case, accents and punctuation do not count. A title that is hidden matches nothing. */
export function isOf({ match, name }: Matching, title: string): boolean {
  const isPrefix = match !== undefined && 'prefix' in match;
  const wanted = fold(isPrefix ? match.prefix : (match?.exact ?? name));
  if (wanted === '') return false;
  const folded = fold(title.slice(0, titleLimit));
  return isPrefix ? folded.startsWith(wanted) : folded === wanted;
}

/** The one under way, or else the next to come; undefined if the calendar has none. `events` in order of their start. */
export function nextEvent<T extends Event>(
  meeting: Matching,
  events: readonly T[],
  nowUtcMs: number,
): T | undefined {
  return events.find((one) => overUtcMs(one) > nowUtcMs && isOf(meeting, one.title));
}

/**
 * The one that notes are for: of today, also when it is over, since some take longer and notes are finished after them;
 * or else the next one. `dayOf`: the member's day of a moment, which takes far longer than a look at a title.
 */
export function occasionOf<T extends Event>(
  meeting: Matching,
  events: readonly T[],
  { nowUtcMs, today, dayOf }: Moment,
): T | undefined {
  const isToday = ({ startUtcMs }: T) => dayOf(startUtcMs) === today;
  const next = nextEvent(meeting, events, nowUtcMs);
  if (next && (next.startUtcMs <= nowUtcMs || isToday(next))) return next;
  return events.findLast((one) => isOf(meeting, one.title) && isToday(one)) ?? next;
}
