/**
 * When a check of healthchecks.io went up, and when it ceased to be up (`GET /api/v3/checks/KEY/flips/`); from it, the days
 * of the past. Up means a ping of success at that moment. Not up is many things: a ping of failure, none in time, a pause.
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

/** The documentation shows the bare list; the server wraps it. */
const AnswerSchema = v.union([
  v.array(v.unknown()),
  v.pipe(
    v.object({ flips: v.array(v.unknown()) }),
    v.transform(({ flips }) => flips),
  ),
]);

export type Flips = Readonly<{
  /** The oldest first; undefined where the answer is none. */
  flips?: readonly Flip[];
  problems: readonly SourceProblem[];
}>;

/** `of`: the name of the check, for whoever looks for what is odd. */
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
  const isSaid = typeof up === 'number' || typeof up === 'boolean';
  return isSaid && atUtcMs !== undefined ? { atUtcMs, isUp: Number(up) === 1 } : undefined;
}

function problemAt(path: string, expected: string): SourceProblem {
  return { code: 'unexpected', path: path.slice(0, 300), expected };
}

/**
 * The days of the check's own schedule whose run is past its time. One without a backup is left out only where no ping
 * came in time; where it may have been a pause as well, it is there, and what became of it is not known. Undefined for
 * what is no cron pattern: between two flips, nothing tells on which days the pings came.
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
  // Of a check that is down for weeks, all days are of one flip.
  const known = new Map<Flip, boolean>();
  const isMissed = (since: Flip) => {
    const isOfNone = known.get(since) ?? isOfNoPing(since, timetable, schedule.graceS);
    known.set(since, isOfNone);
    return isOfNone;
  };
  return dueDays.flatMap(({ day, due }) => {
    const deadline = timetable.deadline(due);
    const until = Math.max(deadline, instantOf({ day: day + 1, minute: 0 }, schedule.timeZone));
    const word = wordOf(flips, { due, deadline, until }, isUpNow);
    if (word === 'good') return [{ day: dayText(day), ok: true }];
    return word !== 'unknown' && isMissed(word) ? [] : [{ day: dayText(day) }];
  });
}

/** `until`: later a backup is not of that day any more. */
type Run = Readonly<{ due: number; deadline: number; until: number }>;

/** The flip since which the check was not up when the run had to be over, if no ping came later on its day. */
function wordOf(
  flips: readonly Flip[],
  { due, deadline, until }: Run,
  isUpNow: boolean,
): 'good' | 'unknown' | Flip {
  const since = flips.findLast(({ atUtcMs }) => atUtcMs <= deadline);
  // All changes of these days are kept: without any, it has been all the time what it is now.
  if (!since) return flips.length === 0 && isUpNow ? 'good' : 'unknown';
  // Had no ping come since the run was due, it would have gone down by then.
  if (since.isUp) return 'good';
  const cameUp = flips.some(
    ({ isUp, atUtcMs }) => isUp && atUtcMs >= due - clockSkewMs && atUtcMs <= until,
  );
  return cameUp ? 'good' : since;
}

/** A flip for want of a ping bears the very moment at which the grace was over; seconds are cut off. */
function isOfNoPing({ atUtcMs }: Flip, timetable: Timetable, graceS: number): boolean {
  const dueUtcMs = atUtcMs - graceS * 1000;
  const next = timetable.nextDue(dueUtcMs - minuteMs);
  return next !== undefined && next <= dueUtcMs + minuteMs;
}
