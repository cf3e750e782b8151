/** The occurrences of all calendars, put together. Pure. */
import { plainReply } from '../text/plain.ts';
import { shortened } from '../text/shortened.ts';
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
 * the one that tells it, and the member's answer. A copy in another calendar may have an id of its own (MeetingBar #554,
 * nextcloud/spreed #14496).
 */
export function entriesOf(calendars: readonly CalendarOccurrences[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const copies = new Map<string, string>();
  for (const { id, name, occurrences } of calendars) {
    for (const occurrence of occurrences) {
      const one = { ...plain(occurrence), calendars: [{ id, name }] };
      const own = `${one.startUtcMs} ${one.id}`;
      const copy = copies.get(shapeOf(one));
      const isCopy = copy !== undefined && !isIn(entries.get(copy), id);
      const key = isCopy && !entries.has(own) ? copy : own;
      const known = entries.get(key);
      entries.set(key, known ? both(known, one) : one);
      if (one.title !== '' && copy === undefined) copies.set(shapeOf(one), key);
    }
  }
  return [...entries.values()].toSorted(
    (a, b) => a.startUtcMs - b.startUtcMs || a.endUtcMs - b.endUtcMs,
  );
}

function shapeOf({ startUtcMs, endUtcMs, allDay, title }: Occurrence): string {
  return `${startUtcMs} ${endUtcMs} ${allDay ? 'days' : ''} ${title}`;
}

function isIn(entry: Entry | undefined, calendarId: string): boolean {
  return entry?.calendars.some(({ id }) => id === calendarId) ?? false;
}

/**
 * It keeps the id by which it is known. What one of them lacks comes from the other; it is tentative, or free, only if
 * both say so.
 */
function both(known: Entry, one: Entry): Entry {
  const [told, other] = known.isPrivate && !one.isPrivate ? [one, known] : [known, one];
  const { isFree, isTentative, ...rest } = told;
  const answer = known.answer ?? one.answer;
  const location = told.location ?? other.location;
  const urls = new Set(told.joins.map(({ url }) => url));
  const joins = [...told.joins, ...other.joins.filter(({ url }) => !urls.has(url))];
  return {
    ...rest,
    id: known.id,
    joins,
    ...(answer && { answer }),
    ...(location === undefined ? {} : { location }),
    ...(isFree && other.isFree ? { isFree } : {}),
    ...(isTentative && other.isTentative ? { isTentative } : {}),
    calendars: [...known.calendars, ...one.calendars],
  };
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
  return shortened(plainReply(text).replaceAll(/\s+/g, ' '), lineLimit);
}
