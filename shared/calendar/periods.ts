/** The periods in which a recurrence rule recurs: years, months, weeks, days, or parts of a day. Pure. */
import { dayMs, hourMs } from '../time/calendar.ts';
import { dateOf, dayOf } from './civil.ts';
import type { Frequency, Rule } from './rule.ts';
import { startOfWeek } from './rule-days.ts';

/** In ms of the wall clock, as if it were UTC; the end is not included. */
export type Period = Readonly<{ startMs: number; endMs: number }>;

const minuteMs = 60_000;
const secondMs = 1000;

/** What a period consists of: days, or itself if it is shorter. */
export function unitMsOf(frequency: Frequency): number {
  if (frequency === 'hourly') return hourMs;
  if (frequency === 'minutely') return minuteMs;
  return frequency === 'secondly' ? secondMs : dayMs;
}

/**
 * Endless; the first one is that of `sinceMs`, or the one before it. An empty one stands for parts of a day that cannot
 * fit, so that the caller can count and end.
 */
export function* periodsFrom(
  { rule, firstMs }: Readonly<{ rule: Rule; firstMs: number }>,
  sinceMs: number,
  fitsDay: (day: number) => boolean,
): Generator<Period, void, undefined> {
  const periods = reckoning(rule, firstMs);
  const nextFit = unitMsOf(rule.frequency) < dayMs ? partFilter(rule, fitsDay) : undefined;
  let index = indexFor(periods, sinceMs);
  for (;;) {
    const startMs = periods.startAt(index);
    const fitMs = nextFit?.(startMs) ?? startMs;
    if (fitMs > startMs) {
      index = Math.max(index, periods.indexAt(fitMs - 1)) + 1;
      yield { startMs, endMs: startMs };
      continue;
    }
    yield { startMs, endMs: periods.endOf(startMs) };
    index += 1;
  }
}

type Reckoning = Readonly<{
  /** Of the period in which a moment is, or the last one before it. */
  indexAt: (ms: number) => number;
  startAt: (index: number) => number;
  endOf: (startMs: number) => number;
}>;

/** Of the first period that is looked at: the one before that of the moment. */
function indexFor({ indexAt }: Reckoning, sinceMs: number): number {
  return Math.max(0, indexAt(sinceMs) - 1);
}

/**
 * How many times a series has between its first one and the first period that is looked at; undefined if its periods
 * differ in that. So a series that is counted need not be counted from its beginning.
 */
export function timesBefore(
  { rule, firstMs }: Readonly<{ rule: Rule; firstMs: number }>,
  sinceMs: number,
): number | undefined {
  const periods = reckoning(rule, firstMs);
  const index = indexFor(periods, sinceMs);
  const days = daysOfEach(rule);
  if (index === 0) return 0;
  if (days === undefined) return undefined;
  const times = timesOfUnit(rule, firstMs);
  const startMs = periods.startAt(0);
  const inFirst = days
    .flatMap((day) => times.map((time) => startMs + day * dayMs + time))
    .filter((time) => time > firstMs);
  return inFirst.length + (index - 1) * days.length * times.length;
}

/** The days that each period has, from its start; a part of a day is as one. Undefined if they differ. */
function daysOfEach(rule: Rule): readonly number[] | undefined {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays, positions } = rule;
  const isFiltered =
    [months, weekNumbers, yearDays, monthDays, positions].some((one) => one.length > 0) ||
    (unitMsOf(frequency) < dayMs &&
      [rule.hours, rule.minutes, rule.seconds].some((one) => one.length > 0));
  if (isFiltered || frequency === 'yearly' || frequency === 'monthly') return undefined;
  if (frequency === 'weekly') {
    const own = weekdays.map(({ weekday }) => (weekday - rule.weekStart + 7) % 7);
    return [...new Set(own)];
  }
  return weekdays.length === 0 ? [0] : undefined;
}

function reckoning({ frequency, interval, weekStart }: Rule, firstMs: number): Reckoning {
  const first = dateOf(Math.floor(firstMs / dayMs));
  if (frequency === 'yearly' || frequency === 'monthly') {
    const months = frequency === 'yearly' ? 12 : 1;
    // Months since the year 0.
    const monthOf = (ms: number) => {
      const { year, month } = dateOf(Math.floor(ms / dayMs));
      return frequency === 'yearly' ? year * 12 : year * 12 + month - 1;
    };
    const firstMonth = frequency === 'yearly' ? first.year * 12 : first.year * 12 + first.month - 1;
    return {
      indexAt: (ms) => Math.floor((monthOf(ms) - firstMonth) / (months * interval)),
      startAt: (index) => dayOf(0, 1 + firstMonth + index * months * interval, 1) * dayMs,
      endOf: (startMs) => dayOf(0, 1 + monthOf(startMs) + months, 1) * dayMs,
    };
  }
  const lengthMs = frequency === 'weekly' ? 7 * dayMs : unitMsOf(frequency);
  const start =
    frequency === 'weekly'
      ? startOfWeek(Math.floor(firstMs / dayMs), weekStart) * dayMs
      : Math.floor(firstMs / lengthMs) * lengthMs;
  return {
    indexAt: (ms) => Math.floor((ms - start) / (lengthMs * interval)),
    startAt: (index) => start + index * lengthMs * interval,
    endOf: (startMs) => startMs + lengthMs,
  };
}

/** For parts of a day: where the next day, hour or minute begins that may fit, or the moment itself if it does. */
function partFilter(
  { hours, minutes, seconds, frequency }: Rule,
  fitsDay: (day: number) => boolean,
): (ms: number) => number {
  const next = (ms: number, unitMs: number) => (Math.floor(ms / unitMs) + 1) * unitMs;
  const misses = (allowed: readonly number[], value: number) =>
    allowed.length > 0 && !allowed.includes(value);
  return (ms) => {
    if (!fitsDay(Math.floor(ms / dayMs))) return next(ms, dayMs);
    if (misses(hours, numberOf(ms, hourMs, 24))) return next(ms, hourMs);
    if (frequency === 'hourly') return ms;
    if (misses(minutes, numberOf(ms, minuteMs, 60))) return next(ms, minuteMs);
    if (frequency === 'minutely') return ms;
    return misses(seconds, numberOf(ms, secondMs, 60)) ? ms + secondMs : ms;
  };
}

/** The hour, minute or second that a clock shows, also before 1970. */
function numberOf(ms: number, stepMs: number, count: number): number {
  return ((Math.floor(ms / stepMs) % count) + count) % count;
}

/** Times within a day or a part of it, ascending, in ms; what the rule leaves out is that of the first time. */
export function timesOfUnit(rule: Rule, firstMs: number): readonly number[] {
  const unitMs = unitMsOf(rule.frequency);
  const of = (given: readonly number[], stepMs: number, count: number) => {
    if (stepMs >= unitMs) return [0];
    const allowed = given.length > 0 ? given : [numberOf(firstMs, stepMs, count)];
    // A leap second is the one before it.
    return allowed.map((one) => Math.min(one, count - 1) * stepMs);
  };
  const seconds = of(rule.seconds, secondMs, 60);
  const minutes = of(rule.minutes, minuteMs, 60);
  const times = of(rule.hours, hourMs, 24).flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour + minute + second)),
  );
  return [...new Set(times)];
}
