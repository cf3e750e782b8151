/** The occurrences of all calendars, put together. Pure. */
import { plainReply } from '../text/plain.ts';
import type { Occurrence } from './occurrence.ts';

export type CalendarOccurrences = Readonly<{
  id: string;
  name: string;
  occurrences: readonly Occurrence[];
}>;

/** An occurrence, and the calendars that have it. */
export type Entry = Occurrence & Readonly<{ calendars: readonly EntryCalendar[] }>;
type EntryCalendar = Readonly<Pick<CalendarOccurrences, 'id' | 'name'>>;

const lineLimit = 200;

/**
 * In order of their start. What a member's own calendar and the co-op's have in common is one entry, with the title of
 * the one that tells it, and the member's answer.
 */
export function entriesOf(calendars: readonly CalendarOccurrences[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { id, name, occurrences } of calendars) {
    for (const occurrence of occurrences) {
      const key = `${occurrence.startUtcMs} ${occurrence.id}`;
      const known = entries.get(key);
      const one = { ...plain(occurrence), calendars: [{ id, name }] };
      entries.set(key, known ? both(known, one) : one);
    }
  }
  return [...entries.values()].toSorted(
    (a, b) => a.startUtcMs - b.startUtcMs || a.endUtcMs - b.endUtcMs,
  );
}

function both(known: Entry, one: Entry): Entry {
  const told = known.isPrivate && !one.isPrivate ? one : known;
  const answer = known.answer ?? one.answer;
  const calendars = [...known.calendars, ...one.calendars];
  return { ...told, ...(answer && { answer }), calendars };
}

function plain(occurrence: Occurrence): Occurrence {
  const { title, location } = occurrence;
  return {
    ...occurrence,
    title: plainLine(title),
    ...(location === undefined ? {} : { location: plainLine(location) }),
  };
}

/** Text from outside in one line. */
function plainLine(text: string): string {
  const line = plainReply(text).replaceAll(/\s+/g, ' ');
  return line.length > lineLimit ? `${line.slice(0, lineLimit - 1)}…` : line;
}
