/** When runs are due, by a cron pattern on the wall clock of its time zone. Pure; all instants are ms UTC. */
import type { Cron } from 'croner';
import { cronOf } from '../coop/cron.ts';
import { dayMs, instantOf, wallAt } from '../time/zone.ts';

export type Timetable = Readonly<{
  /** The last run that was due, and that should be over by an instant. */
  lastOver: (atUtcMs: number) => number | undefined;
  nextDue: (afterUtcMs: number) => number | undefined;
  /** The last run that is due on a calendar day; undefined where none is. */
  dueOn: (day: number) => number | undefined;
  /** Whether any is: by the calendar alone, so that a quarter of days takes no time. */
  isDueOn: (day: number) => boolean;
  /** Whether the last run of a calendar day is past its time. */
  isOverOn: (day: number, atUtcMs: number) => boolean;
  /** The calendar day of an instant, counted from 1970-01-01. */
  dayOf: (atUtcMs: number) => number;
  /** When a run that is due then has to be over. */
  deadline: (dueUtcMs: number) => number;
}>;

export type TimetableWords = Readonly<{ cron: string; timeZone: string; graceS: number }>;

const hourMs = 3_600_000;
/** Whatever a source says: more patience than a year is none. In s. */
const longestGraceS = 366 * 86_400;
/** Making a pattern and asking it costs a tenth of a millisecond, and most targets of a co-op share one. */
const known = new Map<string, Timetable | undefined>();
export const knownLimit = 200;

/** By which two schedules are the same. */
export function keyOf({ cron, timeZone, graceS }: TimetableWords): string {
  return JSON.stringify([cron, timeZone, graceS]);
}

/** Undefined for a pattern or a zone that does not exist. */
export function timetableOf(words: TimetableWords): Timetable | undefined {
  const key = keyOf(words);
  if (known.has(key)) return known.get(key);
  if (known.size >= knownLimit) known.clear();
  const made = makeTimetable(words);
  known.set(key, made);
  return made;
}

function makeTimetable({ cron, timeZone, graceS }: TimetableWords): Timetable | undefined {
  const pattern = patternOf(cron, timeZone);
  if (!pattern) return undefined;
  const graceMs = Math.min(graceS, longestGraceS) * 1000;
  const dayOf = remembered((atUtcMs) => wallAt(atUtcMs, timeZone).day);
  const before = (atUtcMs: number) => pattern.previousRuns(1, new Date(atUtcMs))[0]?.getTime();
  const dueOn = remembered((day) => {
    const due = before(instantOf({ day: day + 1, minute: 0 }, timeZone));
    return due !== undefined && dayOf(due) === day ? due : undefined;
  });
  const days = daysOf(cron);
  // The pattern knows whole seconds, and leaves out the instant itself.
  const lastDue = (atUtcMs: number) => before((Math.floor(atUtcMs / 1000) + 1) * 1000);
  const deadline = remembered(
    (dueUtcMs) => dueUtcMs + graceMs + (comesTwice(dueUtcMs, timeZone) ? hourMs : 0),
  );
  return {
    // All targets of one source are asked about the same moment.
    lastOver: remembered((atUtcMs) => {
      let due = lastDue(atUtcMs - graceMs);
      while (due !== undefined && deadline(due) > atUtcMs) due = lastDue(due - 1);
      return due;
    }),
    nextDue: remembered((afterUtcMs) => pattern.nextRun(new Date(afterUtcMs))?.getTime()),
    dueOn,
    isDueOn: remembered((day) =>
      days ? days.match(new Date(day * dayMs)) : dueOn(day) !== undefined,
    ),
    isOverOn: (day, atUtcMs) => {
      // No zone is further from UTC than a day: only of those around now has the time to be looked at.
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
    // A zone that does not exist is noticed no earlier than here.
    wallAt(0, timeZone);
    return pattern;
  } catch {
    return undefined;
  }
}

/** The days of a pattern, whatever the time; undefined for a word that stands for one, such as `@daily`. */
function daysOf(cron: string): Cron | undefined {
  const [, , ...days] = cron.trim().split(/\s+/);
  return days.length === 3 ? cronOf(`0 0 ${days.join(' ')}`, 'UTC') : undefined;
}

/** Whether the clock is set back and shows the same time again: some schedulers then run at the first, some at the second. */
function comesTwice(atUtcMs: number, timeZone: string): boolean {
  const first = wallAt(atUtcMs, timeZone);
  const second = wallAt(atUtcMs + hourMs, timeZone);
  return first.day === second.day && first.minute === second.minute;
}

/** The days of a quarter are asked for at every look, and what is due on them never changes. */
function remembered<T>(ask: (key: number) => T): (key: number) => T {
  const answers = new Map<number, T>();
  return (key) => {
    const answer = answers.get(key);
    if (answer !== undefined || answers.has(key)) return answer as T;
    if (answers.size >= 1000) answers.clear();
    const asked = ask(key);
    answers.set(key, asked);
    return asked;
  };
}

/** `2026-11-24` of a day counted from 1970-01-01. */
export const dayText = remembered((day) => new Date(day * dayMs).toISOString().slice(0, 10));
