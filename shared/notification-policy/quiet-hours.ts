/**
 * Quiet hours: no notifications outside a member's working hours. By local wall-clock time, across midnight and clock
 * changes. Pure.
 */
import * as v from 'valibot';
import type { WorkingHours } from '../coop/quiet-hours.ts';
import { minutesADay, weekdays } from '../coop/quiet-hours.ts';
import { instantOf, wallAt } from '../time/zone.ts';
import { shortList } from '../lists/short-list.ts';

const Minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(minutesADay));

export const QuietHoursSchema = v.object({
  on: v.boolean(),
  /** The member's working days; if there are none, it is always quiet. */
  days: shortList(v.picklist(weekdays), 7),
  /** Minutes of the day between which it is not quiet; an end that is not after the start is on the next day. */
  fromMinute: Minute,
  toMinute: Minute,
});
export type QuietHours = Readonly<v.InferOutput<typeof QuietHoursSchema>>;

/** By default, evenings and weekends are quiet. */
export const defaultQuietHours: QuietHours = {
  on: true,
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  fromMinute: 9 * 60,
  toMinute: 18 * 60,
};

/** The working hours that a co-op's document proposes, as a member's setting: always on. */
export function proposedBy({ days, from, to }: WorkingHours): QuietHours {
  return { on: true, days, fromMinute: minuteOf(from), toMinute: minuteOf(to) };
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function isQuiet(rule: QuietHours, atUtcMs: number, timeZone: string): boolean {
  return rule.on && !workingPeriods(rule, atUtcMs, timeZone).some((one) => holds(one, atUtcMs));
}

/** When the next working hours begin, ms UTC; undefined if it is not quiet, or always quiet. */
export function quietEndsAtUtcMs(
  rule: QuietHours,
  atUtcMs: number,
  timeZone: string,
): number | undefined {
  return isQuiet(rule, atUtcMs, timeZone) ? nextStart(rule, atUtcMs, timeZone) : undefined;
}

/** When it next becomes quiet, ms UTC; undefined if it is quiet already, or will not be within the week. */
export function quietBeginsAtUtcMs(
  rule: QuietHours,
  atUtcMs: number,
  timeZone: string,
): number | undefined {
  if (!rule.on) return undefined;
  const work = workingPeriods(rule, atUtcMs, timeZone);
  let end = work.find((one) => holds(one, atUtcMs))?.endUtcMs;
  // Adjoining hours are one working period.
  for (const one of work) {
    if (end !== undefined && one.startUtcMs <= end && end < one.endUtcMs) end = one.endUtcMs;
  }
  return end === work.at(-1)?.endUtcMs ? undefined : end;
}

const morningMinute = 9 * 60;

/** The start of the next day's work, ms UTC: the next working hours of a later day, else tomorrow at nine. */
export function tomorrowUtcMs(rule: QuietHours, atUtcMs: number, timeZone: string): number {
  const tomorrow = wallAt(atUtcMs, timeZone).day + 1;
  const nine = instantOf({ day: tomorrow, minute: morningMinute }, timeZone);
  // Working hours from midnight mean always on call; a new day still begins in the morning.
  if (!rule.on || rule.fromMinute === 0) return nine;
  const midnight = instantOf({ day: tomorrow, minute: 0 }, timeZone);
  return nextStart(rule, midnight - 1, timeZone) ?? nine;
}

type Period = Readonly<{ startUtcMs: number; endUtcMs: number }>;

function holds({ startUtcMs, endUtcMs }: Period, atUtcMs: number): boolean {
  return startUtcMs <= atUtcMs && atUtcMs < endUtcMs;
}

function nextStart(rule: QuietHours, atUtcMs: number, timeZone: string): number | undefined {
  return workingPeriods(rule, atUtcMs, timeZone).find((one) => one.startUtcMs > atUtcMs)
    ?.startUtcMs;
}

/** The working hours from yesterday, which may reach into today, to a week after tomorrow. */
function workingPeriods(rule: QuietHours, atUtcMs: number, timeZone: string): readonly Period[] {
  const today = wallAt(atUtcMs, timeZone).day;
  const days = Array.from({ length: 10 }, (_, index) => today - 1 + index);
  const { fromMinute, toMinute } = rule;
  const endMinute = toMinute > fromMinute ? toMinute : toMinute + minutesADay;
  return days
    .filter((day) => rule.days.includes(weekdayOf(day)))
    .map((day) => ({
      startUtcMs: instantOf({ day, minute: fromMinute }, timeZone),
      endUtcMs: instantOf({ day, minute: endMinute }, timeZone),
    }));
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): (typeof weekdays)[number] {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}
