/** The week of a member, by day, in their zone. Pure. */
import { defined } from '../defined.ts';
import { createCalendar, dayMs } from '../time/calendar.ts';
import { wallAt } from '../time/zone.ts';
import type { Entry } from './entries.ts';
import type { OwnRoom } from './join-places.ts';
import { placesOf } from './join-places.ts';
import type { Day, Row } from './state.ts';

/** Today, and the days after it. */
const dayCount = 7;

type Span = Readonly<{ date: string; startUtcMs: number; endUtcMs: number }>;

/** `timeZone`: the member's, as an IANA name. */
export function daysOf(
  entries: readonly Entry[],
  rooms: readonly OwnRoom[],
  timeZone: string,
  nowUtcMs: number,
): Day[] {
  return weekFrom(nowUtcMs, timeZone).map((day) => ({
    date: day.date,
    rows: entries.filter((one) => isOn(one, day)).map((one) => rowOf(one, day, rooms, timeZone)),
  }));
}

function weekFrom(nowUtcMs: number, timeZone: string): readonly Span[] {
  const calendar = createCalendar(timeZone);
  const days: Span[] = [];
  let startUtcMs = calendar.dayStart(nowUtcMs);
  while (days.length < dayCount) {
    const endUtcMs = calendar.nextDay(startUtcMs);
    days.push({ date: calendar.date(startUtcMs), startUtcMs, endUtcMs });
    startUtcMs = endUtcMs;
  }
  return days;
}

function isOn({ allDay, startUtcMs, endUtcMs }: Entry, day: Span): boolean {
  if (allDay) return allDay.firstDay <= day.date && day.date <= allDay.lastDay;
  return startUtcMs < day.endUtcMs && (startUtcMs >= day.startUtcMs || endUtcMs > day.startUtcMs);
}

/** By the clock on the wall. The zone is asked only on the days on which it changes, since that takes long. */
function minuteAt(atUtcMs: number, { startUtcMs, endUtcMs }: Span, timeZone: string): number {
  if (endUtcMs - startUtcMs !== dayMs) return wallAt(atUtcMs, timeZone).minute;
  return Math.floor((atUtcMs - startUtcMs) / 60_000) % (24 * 60);
}

function rowOf(entry: Entry, day: Span, rooms: readonly OwnRoom[], timeZone: string): Row {
  const { id, title, startUtcMs, endUtcMs, allDay, location } = entry;
  const minuteOf = (atUtcMs: number) => minuteAt(atUtcMs, day, timeZone);
  const beganHere = !allDay && startUtcMs >= day.startUtcMs;
  const endsHere = !allDay && endUtcMs > startUtcMs && endUtcMs <= day.endUtcMs;
  return {
    id,
    title,
    calendars: entry.calendars.map(({ name }) => name),
    places: placesOf(entry.joins, rooms).map(({ url: _url, ...place }) => place),
    ...defined({
      from: beganHere ? minuteOf(startUtcMs) : undefined,
      to: endsHere ? minuteOf(endUtcMs) : undefined,
      isAllDay: allDay && (true as const),
      isPrivate: entry.isPrivate,
      isTentative: entry.isTentative,
      isDeclined: entry.answer === 'declined' ? (true as const) : undefined,
      // An address may let anybody in, and is what the button is for.
      location: location === '' || location?.includes('://') ? undefined : location,
    }),
  };
}
