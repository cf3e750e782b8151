/** When runs are due, by a cron pattern in a time zone. Pure; all instants are ms UTC. */
import type { Cron } from 'croner';
import { memoized } from '../memoized.ts';
import { cronOf } from '../coop/cron.ts';
import { dayMs, hourMs } from '../time/calendar.ts';
import { instantOf, wallAt } from '../time/zone.ts';

export type Timetable = Readonly<{
  /** Due time of the last run whose deadline has passed. */
  lastOver: (atUtcMs: number) => number | undefined;
  nextDue: (afterUtcMs: number) => number | undefined;
  /** The last run due on a calendar day; undefined if there is none. */
  dueOn: (day: number) => number | undefined;
  /** Whether a run is due on a day, from the calendar alone, which is fast for 90 days. */
  isDueOn: (day: number) => boolean;
  /** Whether the deadline of a day's last run has passed. */
  isOverOn: (day: number, atUtcMs: number) => boolean;
  /** Calendar day, counted from 1970-01-01. */
  dayOf: (atUtcMs: number) => number;
  /** When a run due at that time must have finished. */
  deadline: (dueUtcMs: number) => number;
}>;

export type TimetableSpec = Readonly<{ cron: string; timeZone: string; graceS: number }>;

/** In s; upper bound for what a source reports. */
const longestGraceS = 366 * 86_400;
/** Parsing and evaluating a pattern takes 0.1 ms, and most targets of a co-op share one. */
const cache = new Map<string, Timetable | undefined>();
export const timetableCacheSize = 200;

export function scheduleKey({ cron, timeZone, graceS }: TimetableSpec): string {
  return JSON.stringify([cron, timeZone, graceS]);
}

/** Undefined for an invalid pattern or time zone. */
export function timetableOf(spec: TimetableSpec): Timetable | undefined {
  const key = scheduleKey(spec);
  if (cache.has(key)) return cache.get(key);
  if (cache.size >= timetableCacheSize) cache.clear();
  const made = makeTimetable(spec);
  cache.set(key, made);
  return made;
}

function makeTimetable({ cron, timeZone, graceS }: TimetableSpec): Timetable | undefined {
  const pattern = patternOf(cron, timeZone);
  if (!pattern) return undefined;
  const graceMs = Math.min(graceS, longestGraceS) * 1000;
  // All 90 days are evaluated for each view, and never change.
  const dayOf = memoized((atUtcMs: number) => wallAt(atUtcMs, timeZone).day);
  const before = (atUtcMs: number) => pattern.previousRuns(1, new Date(atUtcMs))[0]?.getTime();
  const dueOn = memoized((day: number) => {
    const due = before(instantOf({ day: day + 1, minute: 0 }, timeZone));
    return due !== undefined && dayOf(due) === day ? due : undefined;
  });
  const days = daysOf(cron);
  // croner has a resolution of one second, and excludes the given instant.
  const lastDue = (atUtcMs: number) => before((Math.floor(atUtcMs / 1000) + 1) * 1000);
  const deadline = memoized(
    (dueUtcMs: number) => dueUtcMs + graceMs + (occursTwice(dueUtcMs, timeZone) ? hourMs : 0),
  );
  return {
    // All targets of a source are evaluated at the same instant.
    lastOver: memoized((atUtcMs) => {
      let due = lastDue(atUtcMs - graceMs);
      while (due !== undefined && deadline(due) > atUtcMs) due = lastDue(due - 1);
      return due;
    }),
    nextDue: memoized((afterUtcMs) => pattern.nextRun(new Date(afterUtcMs))?.getTime()),
    dueOn,
    isDueOn: memoized((day) =>
      days ? days.match(new Date(day * dayMs)) : dueOn(day) !== undefined,
    ),
    isOverOn: (day, atUtcMs) => {
      // No time zone is more than a day from UTC, so only days close to now need the exact due time.
      if ((day + 2) * dayMs + graceMs + hourMs <= atUtcMs) return true;
      if ((day - 1) * dayMs > atUtcMs) return false;
      const due = dueOn(day);
      return due === undefined ? day < dayOf(atUtcMs) : deadline(due) <= atUtcMs;
    },
    dayOf,
    deadline,
  };
}

function patternOf(cron: string, timeZone: string): Cron | undefined {
  try {
    const pattern = cronOf(cron, timeZone);
    // Throws for an unknown time zone; croner does not check it before use.
    wallAt(0, timeZone);
    return pattern;
  } catch {
    return undefined;
  }
}

/** The pattern's days, ignoring the time; undefined for a nickname such as `@daily`. */
function daysOf(cron: string): Cron | undefined {
  const [, , ...days] = cron.trim().split(/\s+/);
  return days.length === 3 ? cronOf(`0 0 ${days.join(' ')}`, 'UTC') : undefined;
}

/** Whether the clock is set back so that this time occurs twice: schedulers differ in which of them they use. */
function occursTwice(atUtcMs: number, timeZone: string): boolean {
  const first = wallAt(atUtcMs, timeZone);
  const second = wallAt(atUtcMs + hourMs, timeZone);
  return first.day === second.day && first.minute === second.minute;
}

/** Formats a day counted from 1970-01-01 as `2026-11-24`. */
export const dayText = memoized((day: number) => new Date(day * dayMs).toISOString().slice(0, 10));
