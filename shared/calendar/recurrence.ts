/**
 * The times of a recurrence rule on the wall clock, in steps. It looks at the periods of the rule's frequency one by
 * one, from the one before the window on, and leaves out what does not fit. Pure.
 */
import { dayMs } from '../time/calendar.ts';
import { dateOf, dayOf } from './civil.ts';
import type { Period } from './periods.ts';
import { periodsFrom, timesBefore, timesOfUnit, unitMsOf } from './periods.ts';
import type { Rule } from './rule.ts';
import { dayFilter, withFirstDay } from './rule-days.ts';

/** All in ms of the wall clock, as if it were UTC. */
export type Window = Readonly<{
  fromMs: number;
  /** Not included. */
  toMs: number;
}>;

/** How many days and times may still be looked at; shared by what is expanded together, and counted down. */
export type Effort = { left: number };

/** Between two steps: a fraction of a millisecond. */
const stepEffort = 1000;
/** Times of a period of which a rule with BYSETPOS takes some: nobody means more. */
const positionsLimit = 10_000;

type Series = Readonly<{ rule: Rule; firstMs: number }>;

/**
 * Yields the times within the window in ascending order, and undefined between steps. The first time of a series is one
 * of it, whatever its rule says, and the first that counts (RFC 5545, 3.8.5.3). Returns false if it gave up.
 */
export function* recurring(
  { rule: given, firstMs }: Series,
  { window, untilMs, effort }: Readonly<{ window: Window; untilMs: number; effort: Effort }>,
): Generator<number | undefined, boolean, undefined> {
  const lastMs = Math.min(untilMs, window.toMs - 1);
  if (firstMs > lastMs) return true;
  if (firstMs >= window.fromMs) yield firstMs;
  const rule = withFirstDay(given, Math.floor(firstMs / dayMs));
  const fromMs = Math.max(firstMs, window.fromMs);
  const before = rule.count === undefined ? 0 : timesBefore({ rule, firstMs }, fromMs);
  let left = (rule.count ?? Infinity) - 1 - (before ?? 0);
  // What cannot be reckoned is counted from the first one on.
  const sinceMs = before === undefined ? firstMs : fromMs;
  for (const time of timesBetween({ rule, firstMs }, { sinceMs, lastMs, effort })) {
    if (time === undefined) yield undefined;
    else if (left <= 0 || time > lastMs) return true;
    else if (time > firstMs) {
      left -= 1;
      if (time >= window.fromMs) yield time;
    }
  }
  return effort.left > 0;
}

function* timesBetween(
  series: Series,
  { sinceMs, lastMs, effort }: Readonly<{ sinceMs: number; lastMs: number; effort: Effort }>,
): Generator<number | undefined, void, undefined> {
  const fitsDay = dayFilter(series.rule);
  const times = timesIn(series, fitsDay, effort);
  let next = effort.left - stepEffort;
  for (const period of periodsFrom(series, sinceMs, fitsDay)) {
    effort.left -= 1;
    if (period.startMs > lastMs) return;
    yield* inPositions(times(period), series.rule.positions, effort);
    if (effort.left <= 0) return;
    if (effort.left > next) continue;
    next = effort.left - stepEffort;
    yield undefined;
  }
}

/** The times of a period that fit the rule, ascending. */
function timesIn({ rule, firstMs }: Series, fitsDay: (day: number) => boolean, effort: Effort) {
  const unitMs = unitMsOf(rule.frequency);
  const inUnit = timesOfUnit(rule, firstMs);
  effort.left -= inUnit.length;
  return function* within({ startMs, endMs }: Period): Generator<number, void, undefined> {
    for (let unit = startMs; unit < endMs; unit += unitMs) {
      effort.left -= 1;
      const day = Math.floor(unit / dayMs);
      if (!fitsDay(day)) {
        if (rule.frequency === 'yearly') unit = lastUnfit(day, rule.months) * dayMs;
        continue;
      }
      for (const time of inUnit) {
        effort.left -= 1;
        if (effort.left <= 0) return;
        yield unit + time;
      }
    }
  };
}

/** Up to which day none fits: the end of the month, if the rule is not about it, as it is not about most of a year. */
function lastUnfit(day: number, months: readonly number[]): number {
  const { year, month } = dateOf(day);
  return months.length === 0 || months.includes(month) ? day : dayOf(year, month + 1, 1) - 1;
}

function* inPositions(
  times: Generator<number, void, undefined>,
  positions: readonly number[],
  effort: Effort,
): Generator<number, void, undefined> {
  if (positions.length === 0) return yield* times;
  const all: number[] = [];
  for (const time of times) {
    all.push(time);
    if (all.length > positionsLimit) {
      effort.left = 0;
      return;
    }
  }
  const at = positions.map((one) => (one > 0 ? one - 1 : all.length + one));
  for (const index of [...new Set(at)].toSorted((a, b) => a - b)) {
    const time = all[index];
    if (time !== undefined) yield time;
  }
}
