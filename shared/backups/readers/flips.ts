/**
 * Status changes of a healthchecks.io check (`GET /api/v3/checks/KEY/flips/`), and the past days derived from them. Up
 * means a success ping at that time. Down may mean a failure ping, no ping in time, or a pause.
 */
import * as v from 'valibot';
import { isRecord, parseJson } from '../../json.ts';
import { instantOf } from '../../time/zone.ts';
import { parseTimestamp } from '../../time/timestamp.ts';
import { clockSkewMs } from '../target-context.ts';
import type { DayReading, SourceProblem } from '../reading.ts';
import type { Timetable, TimetableSpec } from '../schedule.ts';
import { dayText, timetableOf } from '../schedule.ts';
import { stripDays } from '../view.ts';

const minuteMs = 60_000;

export type Flip = Readonly<{ atUtcMs: number; isUp: boolean }>;

/** The documentation shows a plain list, but the server wraps it. */
const AnswerSchema = v.union([
  v.array(v.unknown()),
  v.pipe(
    v.object({ flips: v.array(v.unknown()) }),
    v.transform(({ flips }) => flips),
  ),
]);

export type Flips = Readonly<{
  /** Oldest first; undefined if the answer is invalid. */
  flips?: readonly Flip[];
  problems: readonly SourceProblem[];
}>;

/** `of`: the check's name, for the paths of problems. */
export function readFlips(text: string, of: string): Flips {
  const answer = v.safeParse(AnswerSchema, parseJson(text));
  if (!answer.success) return { problems: [problemAt(`${of}: $`, 'a list of flips')] };
  const flips: Flip[] = [];
  const problems: SourceProblem[] = [];
  for (const [at, item] of answer.output.entries()) {
    const flip = flipOf(item);
    if (flip) flips.push(flip);
    else problems.push(problemAt(`${of}: $.flips[${at}]`, 'a flip'));
  }
  return { flips: flips.toSorted((a, b) => a.atUtcMs - b.atUtcMs), problems };
}

function flipOf(item: unknown): Flip | undefined {
  const { timestamp, up }: Record<string, unknown> = isRecord(item) ? item : {};
  const atUtcMs = parseTimestamp(timestamp);
  const hasStatus = typeof up === 'number' || typeof up === 'boolean';
  return hasStatus && atUtcMs !== undefined ? { atUtcMs, isUp: Number(up) === 1 } : undefined;
}

function problemAt(path: string, expected: string): SourceProblem {
  return { code: 'unexpected', path: path.slice(0, 300), expected };
}

/**
 * Days of the check's schedule whose deadline has passed. A day is left out, as missing, only if no ping came in time;
 * if it may have been a pause, its result is unknown. Undefined without a cron pattern, because flips alone do not show
 * on which days pings came.
 */
export function daysOfFlips(
  flips: readonly Flip[],
  schedule: TimetableSpec,
  isUpNow: boolean,
  nowUtcMs: number,
): DayReading[] | undefined {
  const timetable = timetableOf(schedule);
  if (!timetable) return undefined;
  const today = timetable.dayOf(nowUtcMs);
  const dueDays = Array.from({ length: stripDays }, (_, at) => today - stripDays + 1 + at).flatMap(
    (day) => {
      const due = timetable.dueOn(day);
      return due === undefined || timetable.deadline(due) >= nowUtcMs ? [] : [{ day, due }];
    },
  );
  // For a check that is down for weeks, all days depend on the same flip.
  const cache = new Map<Flip, boolean>();
  const isMissed = (since: Flip) => {
    const isMissing = cache.get(since) ?? isMissingPing(since, timetable, schedule.graceS);
    cache.set(since, isMissing);
    return isMissing;
  };
  return dueDays.flatMap(({ day, due }) => {
    const deadline = timetable.deadline(due);
    const until = Math.max(deadline, instantOf({ day: day + 1, minute: 0 }, schedule.timeZone));
    const result = resultOf(flips, { due, deadline, until }, isUpNow);
    if (result === 'good') return [{ day: dayText(day), ok: true }];
    return result !== 'unknown' && isMissed(result) ? [] : [{ day: dayText(day) }];
  });
}

/** `until`: a later backup does not count for that day. */
type Run = Readonly<{ due: number; deadline: number; until: number }>;

/** The flip to down before the deadline, unless a ping came later that day. */
function resultOf(
  flips: readonly Flip[],
  { due, deadline, until }: Run,
  isUpNow: boolean,
): 'good' | 'unknown' | Flip {
  const since = flips.findLast(({ atUtcMs }) => atUtcMs <= deadline);
  // The server keeps all flips of these days, so without any, the status has not changed.
  if (!since) return flips.length === 0 && isUpNow ? 'good' : 'unknown';
  // Without a ping since the due time, it would have gone down by the deadline.
  if (since.isUp) return 'good';
  const cameUp = flips.some(
    ({ isUp, atUtcMs }) => isUp && atUtcMs >= due - clockSkewMs && atUtcMs <= until,
  );
  return cameUp ? 'good' : since;
}

/** A flip due to a missing ping happens exactly at the end of the grace time, without seconds. */
function isMissingPing({ atUtcMs }: Flip, timetable: Timetable, graceS: number): boolean {
  const dueUtcMs = atUtcMs - graceS * 1000;
  const next = timetable.nextDue(dueUtcMs - minuteMs);
  return next !== undefined && next <= dueUtcMs + minuteMs;
}
