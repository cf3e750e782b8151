/** Findings about the runs: whether the last one was on time and successful. Pure; all instants are ms UTC. */
import { dayMs } from '../time/calendar.ts';
import type { TargetContext } from './target-context.ts';
import { clockSkewMs } from './target-context.ts';
import { finding } from './finding.ts';
import { dayText } from './schedule.ts';
import type { Finding } from './view.ts';

/** In s; same default as for a schedule in the co-op document. */
const defaultGraceS = 3600;
/**
 * In ms. A source that reports only the next run may compute that from now, however old the last run is. So a gap of
 * more than eight days counts as a schedule only if the source reports such an interval.
 */
const maxUnstatedGapMs = 8 * dayMs;

/** At most three findings. */
export function runFindings(one: TargetContext): readonly Finding[] {
  const failed = failedFinding(one);
  const fresh = freshnessFinding(one);
  return [failed, fresh, pausedFinding(one)].filter((found) => found !== undefined);
}

function failedFinding(one: TargetContext): Finding | undefined {
  const { lastAttempt } = one.reading;
  const { successUtcMs } = one;
  if (
    lastAttempt?.ok === false &&
    !(successUtcMs !== undefined && successUtcMs > lastAttempt.atUtcMs)
  ) {
    return finding('failed', { atUtcMs: lastAttempt.atUtcMs, ...errorParams(lastAttempt.error) });
  }
  const last = lastDay(one);
  if (lastAttempt?.ok !== undefined || !last || last.ok) return undefined;
  const isOver = successUtcMs !== undefined && dayText(one.dayOf(successUtcMs)) >= last.day;
  return isOver ? undefined : finding('failed', { day: last.day, ...errorParams(last.error) });
}

function errorParams(error: string | undefined): Finding['params'] {
  return error ? { error } : {};
}

/** The last day with a known result. */
function lastDay({ days }: TargetContext) {
  const decided = [...days.values()].filter(({ ok }) => ok !== undefined);
  const last = decided.reduce((latest, { day }) => (day > latest ? day : latest), '');
  return days.get(last);
}

function lastOkDay({ days }: TargetContext): string {
  return [...days.values()].reduce((last, { day, ok }) => (ok && day > last ? day : last), '');
}

function freshnessFinding(one: TargetContext): Finding | undefined {
  const { reading, timetable, successUtcMs } = one;
  if (successUtcMs === undefined && lastOkDay(one) === '') {
    if (reading.lastAttempt?.ok === false || lastDay(one)) return undefined;
    // An empty list of days means that there were no runs; a missing list means no information.
    return finding(reading.days && one.days.size === 0 ? 'never-ran' : 'nothing-known');
  }
  const due = timetable ? (timetable.lastOver(one.atUtcMs) ?? 'unknown') : expected(one);
  if (due === 'unknown') return finding('no-schedule');
  if (due === 'not-yet' || isCovered(one, due)) return undefined;
  const last = successUtcMs === undefined ? { day: lastOkDay(one) } : { lastUtcMs: successUtcMs };
  return finding('late', { dueUtcMs: due, ...missedRuns(one), ...last });
}

/** More are not counted: every hour's runs of a month say no more. */
const missedLimit = 50;

/** The first run that was due since the last good one, and how many were; neither if that cannot be told. */
function missedRuns({ timetable, successUtcMs, atUtcMs }: TargetContext): Finding['params'] {
  if (!timetable || successUtcMs === undefined) return {};
  const first = timetable.nextDue(successUtcMs + clockSkewMs);
  let count = 0;
  let due = first;
  while (due !== undefined && timetable.deadline(due) <= atUtcMs && count <= missedLimit) {
    count += 1;
    due = timetable.nextDue(due);
  }
  if (first === undefined) return {};
  return { firstUtcMs: first, ...(count > missedLimit ? {} : { missed: count }) };
}

/** When the last run was due, by the source's own expectation, if there is no schedule. */
function expected({ reading, source, atUtcMs, successUtcMs }: TargetContext) {
  const { nextExpectedUtcMs } = reading;
  if (nextExpectedUtcMs === undefined) return 'unknown';
  const graceS = reading.schedule?.graceS ?? source.schedule?.graceS ?? defaultGraceS;
  if (nextExpectedUtcMs + graceS * 1000 <= atUtcMs) return nextExpectedUtcMs;
  const longestMs = Math.max(maxUnstatedGapMs, (reading.everyS ?? 0) * 1000 + dayMs);
  const isRegular = successUtcMs !== undefined && nextExpectedUtcMs - successUtcMs <= longestMs;
  return isRegular ? 'not-yet' : 'unknown';
}

/** A pause that ends before the next run is harmless: many programs pause briefly after the machine starts. */
function pausedFinding({ reading, timetable, atUtcMs }: TargetContext): Finding | undefined {
  if (!reading.paused) return undefined;
  const { untilUtcMs } = reading.paused;
  if (untilUtcMs === undefined) return finding('paused');
  const next = reading.nextExpectedUtcMs ?? timetable?.nextDue(atUtcMs) ?? atUtcMs;
  return untilUtcMs > Math.max(next, atUtcMs)
    ? finding('paused', { atUtcMs: untilUtcMs })
    : undefined;
}

function isCovered(one: TargetContext, dueUtcMs: number): boolean {
  if (one.successUtcMs !== undefined && one.successUtcMs >= dueUtcMs - clockSkewMs) return true;
  // For a source that reports only days, a good day covers the run due on it.
  return one.successUtcMs === undefined && lastOkDay(one) >= dayText(one.dayOf(dueUtcMs));
}
