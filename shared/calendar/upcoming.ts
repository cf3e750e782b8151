/** The next meetings, as the tray and the first page have them, and when what they say of them changes. Pure. */
import type { Translate } from '../i18n/translator.ts';
import { dayMs } from '../time/calendar.ts';
import { overUtcMs } from '../time/open-end.ts';
import type { Entry } from './entries.ts';
import type { Meeting } from './meeting.ts';
import type { OwnRoom } from './join-places.ts';
import { placesOf } from './join-places.ts';

const minuteMs = 60_000;
/** From when on a meeting is near, in ms before its start. */
const nearMs = 30 * minuteMs;

/** Under way or to come within a day, and not declined. */
export function meetingsOf(
  entries: readonly Entry[],
  rooms: readonly OwnRoom[],
  t: Translate,
  nowUtcMs: number,
): Meeting[] {
  const isNext = (one: Entry) =>
    one.answer !== 'declined' && overUtcMs(one) > nowUtcMs && one.startUtcMs <= nowUtcMs + dayMs;
  return timetableOf(entries.filter(isNext), rooms, t);
}

/** Those that are timed. A declined one takes place all the same, and has notes. */
export function timetableOf(
  entries: readonly Entry[],
  rooms: readonly OwnRoom[],
  t: Translate,
): Meeting[] {
  const timed = entries.filter(({ allDay }) => !allDay);
  return timed.map((entry) => {
    const { id, startUtcMs, endUtcMs, calendars, joins } = entry;
    const [place] = placesOf(joins, rooms);
    const { url: _url, ...join } = place ?? {};
    return {
      id,
      calendarId: calendars[0]?.id ?? '',
      title: titleOf(t, entry),
      startUtcMs,
      endUtcMs,
      ...(place && { join: { name: place.name, ...join } }),
    };
  });
}

/** What a member reads as the title of a meeting. */
export function titleOf(t: Translate, { title, isPrivate }: Pick<Entry, 'title' | 'isPrivate'>) {
  if (isPrivate) return t('calendar.busy');
  return title === '' ? t('calendar.untitled') : title;
}

/** Whether it begins soon, or is under way. */
export function isNear(meeting: Meeting, nowUtcMs: number): boolean {
  return meeting.startUtcMs - nearMs <= nowUtcMs && nowUtcMs < overUtcMs(meeting);
}

/** Minutes until the start, begun ones included; 0 or less once it has begun. */
export function minutesUntil({ startUtcMs }: Pick<Meeting, 'startUtcMs'>, nowUtcMs: number) {
  return Math.ceil((startUtcMs - nowUtcMs) / minuteMs);
}

/** The next moment at which one becomes near or is another minute away, begins or is over; in ms UTC. */
export function nextChangeUtcMs(
  meetings: readonly Meeting[],
  nowUtcMs: number,
): number | undefined {
  const moments = meetings.flatMap((one) => {
    const { startUtcMs } = one;
    const nextMinute = startUtcMs - (minutesUntil(one, nowUtcMs) - 1) * minuteMs;
    const isCounted = nowUtcMs >= startUtcMs - nearMs && nowUtcMs < startUtcMs + minuteMs;
    return [startUtcMs - nearMs, overUtcMs(one), ...(isCounted ? [nextMinute] : [])];
  });
  const later = moments.filter((one) => one > nowUtcMs);
  return later.length === 0 ? undefined : Math.min(...later);
}
