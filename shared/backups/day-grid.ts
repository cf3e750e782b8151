/** The last 90 days with the state of each day's backup. Pure; days are counted from 1970-01-01. */
import type { TargetContext } from './target-context.ts';
import { finding } from './finding.ts';
import type { Timetable } from './schedule.ts';
import { dayText } from './schedule.ts';
import type { Shrunk } from './sizes.ts';
import type { DayView, Finding } from './view.ts';
import { stripDays } from './view.ts';

/** Oldest first; the last one is the day of `nowUtcMs`. */
export function stripOf(
  one: TargetContext,
  shrunk: readonly Shrunk[],
  nowUtcMs: number,
): readonly DayView[] {
  const today = one.dayOf(nowUtcMs);
  const small = new Set(shrunk.map(({ day }) => day));
  return daysUntil(today).map((day) => {
    const state = stateOf(one, day, { today, untilUtcMs: nowUtcMs });
    const name = dayText(day);
    const { error, sizeBytes } = one.days.get(name) ?? {};
    return {
      day: name,
      state: state === 'ok' && small.has(name) ? 'shrunk' : state,
      ...(error && state === 'failed' ? { error } : {}),
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
    };
  });
}

/** Days on which a backup was due and none exists: the run failed, or there was none. */
export function missingFinding(one: TargetContext): Finding | undefined {
  const today = one.dayOf(one.atUtcMs);
  const states = daysUntil(today).map((day) => ({
    day,
    state: stateOf(one, day, { today, untilUtcMs: one.atUtcMs }),
  }));
  const missing = states.filter(({ state }) => state === 'missing');
  const failed = states.filter(({ day, state }) => state === 'failed' && isOver(one, day));
  const count = missing.length + failed.length;
  const last = Math.max(...[...missing, ...failed].map(({ day }) => day));
  if (count === 0 || (count === 1 && isLastDue(one, last))) return undefined;
  return finding('missing-days', {
    count,
    day: dayText(last),
    ...(failed.length > 0 ? { failed: failed.length, missing: missing.length } : {}),
  });
}

/** A failed or missing last run already has a finding of its own. */
function isLastDue({ timetable, dayOf, atUtcMs }: TargetContext, day: number): boolean {
  const due = timetable?.lastOver(atUtcMs);
  return due !== undefined && dayOf(due) === day;
}

function daysUntil(last: number): readonly number[] {
  return Array.from({ length: stripDays }, (_, at) => last - stripDays + 1 + at);
}

/** `untilUtcMs`: now, on the day `today`. A run due between the last reading and now may have happened. */
type Until = Readonly<{ today: number; untilUtcMs: number }>;

function stateOf(one: TargetContext, day: number, until: Until): DayView['state'] {
  const known = one.days.get(dayText(day));
  if (known?.ok || one.successDay === day) return 'ok';
  const isLastFailed = one.reading.lastAttempt?.ok === false && one.attemptDay === day;
  if (known?.ok === false || isLastFailed) return 'failed';
  if (known || !one.timetable) return 'unknown';
  if (!wasDue(one.timetable, day, until)) return 'not-due';
  const isCovered = one.firstDay !== undefined && one.firstDay < dayText(day);
  return isCovered && isOver(one, day) ? 'missing' : 'unknown';
}

function wasDue(timetable: Timetable, day: number, { today, untilUtcMs }: Until): boolean {
  if (day !== today) return timetable.isDueOn(day);
  const due = timetable.dueOn(day);
  return due !== undefined && due <= untilUtcMs;
}

/** Whether the deadline of a day's last run has passed; without a schedule, whether the day has ended. */
function isOver({ timetable, dayOf, atUtcMs }: TargetContext, day: number): boolean {
  return timetable ? timetable.isOverOn(day, atUtcMs) : day < dayOf(atUtcMs);
}
