/** Duplicati's server (`GET /api/v1/backups`): of each backup when it was last well, and when it last failed. */
import * as v from 'valibot';
import type { TargetReading } from '../reading.ts';
import type { Reader } from './index.ts';
import { given } from '../../feeds/fields.ts';
import { cut, idOf, nameOf } from './names.ts';
import { Instant, Int64, readItems, readJson } from './parts.ts';

/** Its own spelling of a time: `20260917T005616Z`. */
const Stamp = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => {
      const parts = typeof value === 'string' && /^(\d{8})T(\d{6})Z$/.exec(value);
      if (!parts) return undefined;
      const [, day = '', time = ''] = parts;
      const iso = `${day.replace(/^(....)(..)(..)$/, '$1-$2-$3')}T${time.replace(/^(..)(..)(..)$/, '$1:$2:$3')}Z`;
      const atUtcMs = Date.parse(iso);
      return Number.isNaN(atUtcMs) ? undefined : atUtcMs;
    }),
  ),
);

const BackupSchema = v.object({
  Backup: v.object({
    ID: v.union([v.string(), v.number()]),
    Name: v.string(),
    Metadata: v.nullish(
      v.object({
        LastBackupFinished: Stamp,
        LastBackupDate: Stamp,
        LastErrorDate: Stamp,
        LastErrorMessage: v.nullish(v.string()),
        SourceFilesSize: v.optional(Int64),
      }),
    ),
  }),
  Schedule: v.nullish(v.object({ Time: Instant, Repeat: v.nullish(v.string()) })),
});
type Backup = v.InferOutput<typeof BackupSchema>;

export const readDuplicati: Reader = (text) =>
  readJson(text, v.array(v.unknown()), (items) => readItems(items, '$', BackupSchema, targetOf));

function targetOf({ Backup: backup, Schedule: schedule }: Backup): TargetReading {
  const next = schedule?.Time;
  return {
    id: idOf(String(backup.ID)),
    name: nameOf(backup.Name),
    tool: 'duplicati',
    ...told(backup.Metadata ?? {}),
    ...(next === undefined ? {} : { nextExpectedUtcMs: next }),
    ...given('everyS', secondsOf(schedule?.Repeat ?? '')),
  };
}

/** In s; a month or a year at its longest. */
const units: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  D: 86_400,
  W: 7 * 86_400,
  M: 31 * 86_400,
  Y: 366 * 86_400,
};

/** Its own spelling of a rhythm: `1D`, `1M`, `1D12h`. Undefined for what is none. */
function secondsOf(repeat: string): number | undefined {
  if (!/^(?:\d{1,4}[smhDWMY]){1,7}$/.test(repeat)) return undefined;
  return [...repeat.matchAll(/(\d+)(\D)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
}

function told({
  LastBackupFinished: finished,
  LastBackupDate: version,
  LastErrorDate: failedAt,
  LastErrorMessage: message,
  SourceFilesSize: sizeBytes,
}: Partial<NonNullable<Backup['Backup']['Metadata']>>): Partial<TargetReading> {
  // The date of the newest version stays when nothing has changed: it counts only where nothing else is told.
  const success = finished ?? version;
  if (success === undefined && failedAt === undefined) return { days: [] };
  const hasFailed = failedAt !== undefined && failedAt >= (success ?? Number.NEGATIVE_INFINITY);
  const lastAttempt = hasFailed
    ? { atUtcMs: failedAt, ok: false, ...(message ? { error: cut(message, 300) } : {}) }
    : success !== undefined && { atUtcMs: success, ok: true };
  return {
    ...(lastAttempt ? { lastAttempt } : {}),
    ...(success === undefined ? {} : { lastSuccessUtcMs: success }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  };
}
