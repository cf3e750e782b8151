/** A service's last days, one by one, and its uptime over them. Pure. */
import type { Calendar } from '../time/calendar.ts';
import type { TimeByKind } from './figures.ts';
import { addTimes, noTime, watchedMs } from './figures.ts';

export const stripDays = 90;

/** Time by kind of a day, or of a part of it; `atUtcMs` is within. */
export type PartOfDay = Readonly<{ atUtcMs: number; time: TimeByKind }>;

export type StripDay = Readonly<{
  /** `2026-11-24` */
  date: string;
  time: TimeByKind;
  /** Unwatched time of the day, in ms; for today, up to now. */
  unwatchedMs: number;
}>;

/** The first moment of each day on the strip, oldest first; the last is today. */
export function stripStarts(calendar: Calendar, nowUtcMs: number): readonly number[] {
  const starts = [calendar.dayStart(nowUtcMs)];
  for (let [start] = starts; start !== undefined && starts.length < stripDays;) {
    start = calendar.dayStart(start - 1);
    starts.push(start);
  }
  return starts.reverse();
}

/** Includes days without data: unwatched is not up. */
export function stripOf(
  parts: readonly PartOfDay[],
  calendar: Calendar,
  nowUtcMs: number,
): readonly StripDay[] {
  const times = new Map<string, TimeByKind>();
  for (const { atUtcMs, time } of parts) {
    const date = calendar.date(atUtcMs);
    times.set(date, addTimes(times.get(date) ?? noTime, time));
  }
  const starts = stripStarts(calendar, nowUtcMs);
  return starts.map((start, index) => {
    const date = calendar.date(start);
    const time = times.get(date) ?? noTime;
    const lengthMs = (starts[index + 1] ?? nowUtcMs) - start;
    return { date, time, unwatchedMs: Math.max(0, lengthMs - watchedMs(time)) };
  });
}

/** Totals of the newest `count` days of a strip. */
export function lastDays(
  strip: readonly StripDay[],
  count: number,
): Pick<StripDay, 'time' | 'unwatchedMs'> {
  const days = strip.slice(-count);
  return {
    time: days.reduce((sum, day) => addTimes(sum, day.time), noTime),
    unwatchedMs: days.reduce((sum, day) => sum + day.unwatchedMs, 0),
  };
}
