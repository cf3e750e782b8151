/** Runs the reader of calendars on a text. */
import { occurrencesOf } from '../../../shared/calendar/occurrences.ts';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';
import type { CalendarReading, ReadCalendar } from '../../../shared/calendar/read.ts';
import { readCalendar } from '../../../shared/calendar/read.ts';
import { runSteps } from '../../../shared/steps.ts';
import type { Situation } from '../../fixtures/calendars/situation.ts';
import {
  calendarText,
  novemberFrom,
  novemberTo,
  usualZone,
} from '../../fixtures/calendars/situation.ts';

export function reading(text: string): CalendarReading {
  return runSteps(readCalendar(text));
}

export function calendarOf(text: string): ReadCalendar {
  const read = reading(text);
  if (!read.ok) throw new Error(read.code);
  return read.calendar;
}

export function expanded(
  calendar: ReadCalendar,
  {
    from = novemberFrom,
    to = novemberTo,
    zone = usualZone,
    addresses = [] as readonly string[],
  } = {},
) {
  const range = { fromUtcMs: Date.parse(from), toUtcMs: Date.parse(to) };
  return runSteps(occurrencesOf(calendar, range, { zone, addresses }));
}

/** Of a calendar with these lines, in November 2026. */
export function occurrencesIn(
  lines: readonly string[],
  options: Parameters<typeof expanded>[1] = {},
): readonly Occurrence[] {
  return expanded(calendarOf(calendarText(lines)), options).occurrences;
}

export function answersOf(situation: Situation, zone: string): readonly string[] {
  const { lines, from = novemberFrom, to = novemberTo } = situation;
  return occurrencesIn(lines, { from, to, zone }).map(shown);
}

/** `2026-11-24 15:00 +60 Title`, in UTC and minutes; `2026-11-24..2026-11-25 Title`. */
export function shown({ title, startUtcMs, endUtcMs, allDay }: Occurrence): string {
  if (allDay) return `${allDay.firstDay}..${allDay.lastDay} ${title}`;
  const start = new Date(startUtcMs).toISOString().slice(0, 16).replace('T', ' ');
  return `${start} +${(endUtcMs - startUtcMs) / 60_000} ${title}`;
}
