/** Helpers for readers: parse JSON item by item, so that an invalid item does not affect the others. Pure. */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import { pathAt } from '../../coop/problem.ts';
import { isRecord, hasMoreValuesThan } from '../../json.ts';
import { dayMs } from '../../time/calendar.ts';
import { parseTimestamp } from '../../time/timestamp.ts';
import type { DayReading, ReadSource, SourceProblem, TargetReading } from '../reading.ts';
import { TargetReadingSchema, daysLimit } from '../reading.ts';
import { dayText, timetableOf } from '../schedule.ts';
import { cut, withOwnIds } from './names.ts';

/** Maximum targets per source; more than any co-op has. */
const targetsLimit = 200;
const problemsLimit = 20;

export function failed(code: SourceProblem['code'], more: Partial<SourceProblem> = {}): ReadSource {
  return { ok: false, problem: { code, ...more } };
}

/** About ten thousand snapshots with all fields of restic. */
const valuesLimit = 250_000;

/** Parses JSON and validates its frame; `read` must validate everything inside. */
export function readJson<T>(
  text: string,
  frame: v.GenericSchema<unknown, T>,
  read: (value: T) => ReadSource,
): ReadSource {
  if (text.trim() === '') return failed('empty');
  if (hasMoreValuesThan(valuesLimit, text)) return failed('too-large');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed(text.trimStart().startsWith('<') ? 'html' : 'not-json');
  }
  const parsed = v.safeParse(frame, json);
  return parsed.success
    ? read(parsed.output)
    : failed('unexpected', placeOf('$', parsed.issues[0]));
}

/** Each item becomes a target, or a problem with what was expected. */
export function readItems<T>(
  items: readonly unknown[],
  at: string,
  schema: v.GenericSchema<unknown, T>,
  targetOf: (item: T) => TargetReading,
): ReadSource {
  const targets: TargetReading[] = [];
  const problems: SourceProblem[] = [];
  const unread: TargetReading[] = [];
  for (const [index, item] of items.slice(0, targetsLimit).entries()) {
    const parsed = v.safeParse(schema, item);
    // The result is validated too: negative sizes or overlong texts are invalid.
    const built = parsed.success
      ? v.safeParse(TargetReadingSchema, targetOf(parsed.output))
      : parsed;
    if (built.success) {
      targets.push(built.output);
      continue;
    }
    const place = `${at}[${index}]`;
    problems.push({ code: 'unexpected', ...placeOf(place, built.issues[0]) });
    unread.push({ id: place, name: nameOf(item) ?? place });
  }
  if (items.length > targetsLimit) {
    const place = `${at}[${targetsLimit}]`;
    problems.push({ code: 'unexpected', path: place, expected: `at most ${targetsLimit}` });
    unread.push({ id: place, name: `${place} … ${at}[${items.length - 1}]` });
  }
  // The previous good reading is more useful than a list of bare names.
  return outcomeOf(targets.length > 0 ? [...targets, ...unread] : [], problems);
}

/** An unreadable item is still listed, as unknown. */
function nameOf(item: unknown): string | undefined {
  const name = isRecord(item) ? (item['name'] ?? item['id']) : undefined;
  return typeof name === 'string' && name ? cut(name) : undefined;
}

/** No targets and no problems is a valid answer: there is no backup. */
export function outcomeOf(
  targets: readonly TargetReading[],
  problems: readonly SourceProblem[],
): ReadSource {
  const [problem] = problems;
  if (problem && targets.length === 0) return { ok: false, problem };
  return { ok: true, targets: withOwnIds(targets), problems: problems.slice(0, problemsLimit) };
}

/** Adds problems found elsewhere. */
export function withProblems(read: ReadSource, more: readonly SourceProblem[]): ReadSource {
  return read.ok ? outcomeOf(read.targets, [...read.problems, ...more]) : read;
}

function placeOf(base: string, issue: v.BaseIssue<unknown>): Partial<SourceProblem> {
  const expected = (issue.expected ?? issue.message).slice(0, 200);
  return { path: pathAt(base, issue).slice(0, 300), expected };
}

/** A time in any common format; invalid times count as missing. */
export const Instant = v.optional(v.pipe(v.unknown(), v.transform(parseTimestamp)));

/** 64-bit integers, which some programs write as strings to avoid rounding. */
export const Int64 = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.maxLength(20))]),
  v.transform(Number),
  v.finite(),
);

/** End of the supported calendar; the rules ignore such times anyway. */
const furthestUtcMs = Date.UTC(9999, 11, 30);

/** Calendar days in the time zone of the document's schedule, otherwise UTC. */
function dayNamer({ schedule }: BackupSource): (atUtcMs: number) => string {
  const timetable = schedule && timetableOf(schedule);
  const dayOf = timetable?.dayOf ?? ((atUtcMs: number) => Math.floor(atUtcMs / dayMs));
  return (atUtcMs) => dayText(dayOf(Math.min(Math.max(atUtcMs, 0), furthestUtcMs)));
}

export type Run = Readonly<{ atUtcMs: number; ok: boolean; error?: string; sizeBytes?: number }>;

/** The runs by day, oldest first. A day's last successful run takes precedence, because its data can be restored. */
export function daysOf(runs: readonly Run[], source: BackupSource): DayReading[] {
  const dayOf = dayNamer(source);
  const days = new Map<string, DayReading>();
  for (const { atUtcMs, ...run } of runs.toSorted((a, b) => a.atUtcMs - b.atUtcMs)) {
    const day = dayOf(atUtcMs);
    if (run.ok || !days.get(day)?.ok) days.set(day, { day, ...run });
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)).slice(-daysLimit);
}

/** Derives the last attempt, the last success and the days from runs. */
export function summarizeRuns(
  runs: readonly Run[],
  source: BackupSource,
): Pick<TargetReading, 'lastAttempt' | 'lastSuccessUtcMs' | 'days' | 'sizeBytes'> {
  const sorted = runs.toSorted((a, b) => b.atUtcMs - a.atUtcMs);
  const [last] = sorted;
  const success = sorted.find(({ ok }) => ok);
  return {
    days: daysOf(runs, source),
    ...(last ? { lastAttempt: attemptOf(last) } : {}),
    ...(success ? { lastSuccessUtcMs: success.atUtcMs } : {}),
    ...(success?.sizeBytes === undefined ? {} : { sizeBytes: success.sizeBytes }),
  };
}

function attemptOf({ atUtcMs, ok, error }: Run): NonNullable<TargetReading['lastAttempt']> {
  return { atUtcMs, ok, ...(error === undefined ? {} : { error }) };
}
