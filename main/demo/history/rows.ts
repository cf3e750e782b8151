/** The rows into which the canned history sums up its checks. Pure. */
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';

export type Row = Readonly<{ fromUtcMs: number; toUtcMs: number }>;

/** The charts show hours of the last week; before that, fewer rows are enough. */
const finelyMs = 8 * dayMs;
const coarseMs = 6 * hourMs;

export function rowsOf(
  firstDayUtcMs: number,
  { calendar, nowUtcMs }: Readonly<{ calendar: Calendar; nowUtcMs: number }>,
): readonly Row[] {
  const rows: Row[] = [];
  for (let day = firstDayUtcMs; day < nowUtcMs; day = calendar.nextDay(day)) {
    const lengthMs = day < nowUtcMs - finelyMs ? coarseMs : hourMs;
    const endUtcMs = Math.min(calendar.nextDay(day), nowUtcMs);
    for (let at = day; at < endUtcMs; at += lengthMs) {
      rows.push({ fromUtcMs: at, toUtcMs: Math.min(at + lengthMs, endUtcMs) });
    }
  }
  return rows;
}
