/** Whether the last run came in time, and went well. Pure; all instants are ms UTC. */
import { dayMs } from '../time/zone.ts';
import type { Case } from './target-context.ts';
import { clockSkewMs } from './target-context.ts';
import { finding } from './finding.ts';
import { dayText } from './schedule.ts';
import type { Finding } from './view.ts';

/** As for a schedule in the co-op document that names none. In s. */
const defaultGraceS = 3600;
/**
 * A source that only says when the next run is expected may count that from now, however long the last one is ago.
 * What is further apart than a week and a day is not taken for a rhythm, unless the source says that it is one. In ms.
 */
const rhythmMs = 8 * dayMs;

/** The findings about the runs themselves; at most three. */
export function runFindings(one: Case): readonly Finding[] {
  const failed = failedFinding(one);
  const fresh = freshnessFinding(one);
  return [failed, fresh, pausedFinding(one)].filter((found) => found !== undefined);
}

function failedFinding(one: Case): Finding | undefined {
  const { lastAttempt } = one.reading;
  const { successUtcMs } = one;
  if (
    lastAttempt?.ok === false &&
    !(successUtcMs !== undefined && successUtcMs > lastAttempt.atUtcMs)
  ) {
    return finding('failed', { atUtcMs: lastAttempt.atUtcMs, ...told(lastAttempt.error) });
  }
  const last = lastDay(one);
  if (lastAttempt?.ok !== undefined || !last || last.ok) return undefined;
  const isOver = successUtcMs !== undefined && dayText(one.dayOf(successUtcMs)) >= last.day;
  return isOver ? undefined : finding('failed', { day: last.day, ...told(last.error) });
}

function told(error: string | undefined): Finding['params'] {
  return error ? { error } : {};
}

/** The last of those days of which it is known what became of the backup. */
function lastDay({ days }: Case) {
  const told = [...days.values()].filter(({ ok }) => ok !== undefined);
  const last = told.reduce((latest, { day }) => (day > latest ? day : latest), '');
  return days.get(last);
}

function lastOkDay({ days }: Case): string {
  return [...days.values()].reduce((last, { day, ok }) => (ok && day > last ? day : last), '');
}

function freshnessFinding(one: Case): Finding | undefined {
  const { reading, timetable, successUtcMs } = one;
  if (successUtcMs === undefined && lastOkDay(one) === '') {
    if (reading.lastAttempt?.ok === false || lastDay(one)) return undefined;
    // A list of days without a day is a word; no list at all is none.
    return finding(reading.days && one.days.size === 0 ? 'never-ran' : 'nothing-known');
  }
  const due = timetable ? (timetable.lastOver(one.atUtcMs) ?? 'nobody-knows') : expected(one);
  if (due === 'nobody-knows') return finding('no-schedule');
  if (due === 'not-yet' || isCovered(one, due)) return undefined;
  const last = successUtcMs === undefined ? { day: lastOkDay(one) } : { lastUtcMs: successUtcMs };
  return finding('late', { dueUtcMs: due, ...last });
}

/** The same from what the source itself expects, where nothing says when it should run. */
function expected({ reading, source, atUtcMs, successUtcMs }: Case) {
  const { nextExpectedUtcMs } = reading;
  if (nextExpectedUtcMs === undefined) return 'nobody-knows';
  const graceS = reading.schedule?.graceS ?? source.schedule?.graceS ?? defaultGraceS;
  if (nextExpectedUtcMs + graceS * 1000 <= atUtcMs) return nextExpectedUtcMs;
  const longestMs = Math.max(rhythmMs, (reading.everyS ?? 0) * 1000 + dayMs);
  const isRhythm = successUtcMs !== undefined && nextExpectedUtcMs - successUtcMs <= longestMs;
  return isRhythm ? 'not-yet' : 'nobody-knows';
}

/** A pause that ends before the next run costs nothing: many programs wait so after each start of their machine. */
function pausedFinding({ reading, timetable, atUtcMs }: Case): Finding | undefined {
  if (!reading.paused) return undefined;
  const { untilUtcMs } = reading.paused;
  if (untilUtcMs === undefined) return finding('paused');
  const next = reading.nextExpectedUtcMs ?? timetable?.nextDue(atUtcMs) ?? atUtcMs;
  return untilUtcMs > Math.max(next, atUtcMs)
    ? finding('paused', { atUtcMs: untilUtcMs })
    : undefined;
}

function isCovered(one: Case, dueUtcMs: number): boolean {
  if (one.successUtcMs !== undefined && one.successUtcMs >= dueUtcMs - clockSkewMs) return true;
  // A source that only tells of days is taken at their word.
  return one.successUtcMs === undefined && lastOkDay(one) >= dayText(one.dayOf(dueUtcMs));
}
