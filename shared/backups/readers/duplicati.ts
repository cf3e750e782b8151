/**
 * Duplicati: the server's backup list (`GET /api/v1/backups`, and `duplicati-server.ts`) with the last success and
 * failure of each backup; or its reports as a file.
 */
import * as v from 'valibot';
import type { TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { given } from '../../feeds/fields.ts';
import { isRecord } from '../../json.ts';
import { readReports } from './duplicati-reports.ts';
import type { Server, Trouble } from './duplicati-server.ts';
import { readServer } from './duplicati-server.ts';
import { Stamp, longestGapS } from './duplicati-time.ts';
import { cut, idOf, nameOf } from './names.ts';
import { Instant, Int64, failed, readItems, readJson, withProblems } from './parts.ts';

const BackupSchema = v.object({
  Backup: v.object({
    ID: v.union([v.string(), v.number()]),
    Name: v.string(),
    Metadata: v.nullish(
      v.object({
        LastBackupStarted: Stamp,
        LastBackupFinished: Stamp,
        LastBackupDate: Stamp,
        LastErrorDate: Stamp,
        LastErrorMessage: v.nullish(v.string()),
        SourceFilesSize: v.optional(Int64),
        /** Number of stored versions. */
        BackupListCount: v.optional(Int64),
      }),
    ),
  }),
  Schedule: v.nullish(
    v.object({
      Time: Instant,
      Repeat: v.nullish(v.string()),
      AllowedDays: v.nullish(v.array(v.unknown()), []),
    }),
  ),
});
type Backup = v.InferOutput<typeof BackupSchema>;
type Metadata = Partial<NonNullable<Backup['Backup']['Metadata']>>;

/** In ms; maximum time between the end of a run and its error notification. */
const notificationDelayMs = 10 * 60_000;

const AnswerSchema = v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]);

export const readDuplicati: Reader = (text, source, nowUtcMs, followUps = {}) =>
  readJson(text, AnswerSchema, (answer) => {
    const items = Array.isArray(answer) ? answer : [answer];
    if (items.some(isReport)) return readReports(items, source, nowUtcMs);
    if (!Array.isArray(answer)) return failed('unexpected', { path: '$', expected: 'Array' });
    const server = readServer(followUps);
    const read = readItems(items, '$', BackupSchema, (backup) => targetOf(backup, server));
    return withProblems(read, server.problems);
  });

function isReport(item: unknown): boolean {
  return isRecord(item) && isRecord(item['Extra']);
}

function targetOf({ Backup: backup, Schedule: schedule }: Backup, server: Server): TargetReading {
  const id = String(backup.ID);
  const runs = runsOf(backup.Metadata ?? {}, server.troubles.get(id));
  return {
    id: idOf(id),
    name: nameOf(backup.Name),
    tool: 'duplicati',
    ...runs,
    ...nextOf(schedule, runs.lastSuccessUtcMs),
    ...given('paused', server.paused),
  };
}

/**
 * Skipped and stopped runs still advance the schedule, so the next run is always in the future. By its interval, one
 * was due at the latest that long after the last success.
 */
function nextOf(
  schedule: Backup['Schedule'],
  successUtcMs: number | undefined,
): Pick<TargetReading, 'nextExpectedUtcMs' | 'everyS'> {
  const everyS = longestGapS(schedule?.Repeat ?? '', schedule?.AllowedDays ?? []);
  const next = schedule?.Time;
  if (next === undefined) return given('everyS', everyS);
  const byRhythm = everyS && successUtcMs !== undefined ? successUtcMs + everyS * 1000 : next;
  return { nextExpectedUtcMs: Math.min(next, byRhythm), ...given('everyS', everyS) };
}

type Runs = Pick<TargetReading, 'lastAttempt' | 'lastSuccessUtcMs' | 'sizeBytes' | 'days'>;

function runsOf(metadata: Metadata, trouble: Trouble | undefined): Runs {
  const { LastErrorDate: failedAt, LastErrorMessage: message, SourceFilesSize } = metadata;
  // The date of the newest version does not change if no file has changed, so it is only a fallback.
  const ended = metadata.LastBackupFinished ?? metadata.LastBackupDate;
  if (ended === undefined && failedAt === undefined) return { days: [] };
  if (failedAt !== undefined && failedAt >= (ended ?? Number.NEGATIVE_INFINITY)) {
    return {
      ...failedRun(failedAt, message ?? ''),
      ...given('lastSuccessUtcMs', ended),
      ...given('sizeBytes', SourceFilesSize),
    };
  }
  if (ended === undefined) return {};
  if (metadata.BackupListCount === 0) return failedRun(ended, 'no version is kept');
  if (trouble && isOfRun(trouble, metadata, ended)) return failedRun(ended, trouble.error);
  return {
    lastAttempt: { atUtcMs: ended, ok: true },
    lastSuccessUtcMs: ended,
    ...given('sizeBytes', SourceFilesSize),
  };
}

function failedRun(atUtcMs: number, error: string): Pick<TargetReading, 'lastAttempt'> {
  return { lastAttempt: { atUtcMs, ok: false, ...(error ? { error: cut(error, 300) } : {}) } };
}

/** An error belongs to the last run only if it is from its time; later ones may be from a restore. */
function isOfRun(
  { atUtcMs }: Trouble,
  { LastBackupStarted: startedUtcMs }: Metadata,
  endedUtcMs: number,
): boolean {
  return (
    atUtcMs >= (startedUtcMs ?? endedUtcMs) - notificationDelayMs &&
    atUtcMs <= endedUtcMs + notificationDelayMs
  );
}
