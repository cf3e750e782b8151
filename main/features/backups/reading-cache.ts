/** The last good reading of each source, in one file, to be shown with its age after a start without a network. */
import * as v from 'valibot';
import { SourceProblemSchema, TargetReadingSchema } from '../../../shared/backups/reading.ts';
import type { GoodReading } from '../../../shared/backups/source-memory.ts';
import { NewsMemorySchema } from '../../../shared/backups/notices.ts';
import type { NewsMemory } from '../../../shared/backups/notices.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import type { TextStore } from '../../platform/files.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

export const keptLimitBytes = 8 * 1024 * 1024;
/** Characters of JSON to write at most; each takes up to three bytes. */
const keptLength = Math.floor(keptLimitBytes / 4);

const MissingSchema = v.object({
  seenUtcMs: v.pipe(v.number(), v.finite()),
  reading: TargetReadingSchema,
});
const KeptReadingSchema = v.object({
  of: v.pipe(v.string(), v.maxLength(2200)),
  atUtcMs: UtcMs,
  targets: v.array(TargetReadingSchema),
  remarks: readableArray(SourceProblemSchema),
  missing: v.optional(readableArray(MissingSchema), []),
});
const KeptSchema = v.object({
  version: v.number(),
  /** A reading with a damaged target is dropped, since the others would pass for all of them. */
  readings: readableArray(KeptReadingSchema),
  told: NewsMemorySchema,
});

export const backupsForm: FileForm = {
  name: 'backups',
  limitBytes: keptLimitBytes,
  version: 1,
  whole: v.object({
    ...KeptSchema.entries,
    readings: v.array(
      v.object({
        ...KeptReadingSchema.entries,
        remarks: v.array(SourceProblemSchema),
        missing: v.optional(v.array(MissingSchema)),
      }),
    ),
  }),
};

/** Another kind or address under the same id is another source; grouped differently, it has other targets. */
export function keyOf({ kind, url, groupBy }: BackupSource): string {
  return [kind, url, ...(groupBy ? [[...groupBy].toSorted().join(',')] : [])].join(' ');
}

export type Kept = Readonly<{
  /** By `keyOf` their source. */
  readings: ReadonlyMap<string, GoodReading>;
  told: NewsMemory;
}>;

const unnamedKeptMs = 90 * 86_400_000;

/** Readings of sources that the document no longer names but may name again: their history cannot be fetched again. */
export function unnamedReadings(
  readings: Kept['readings'],
  named: readonly BackupSource[],
  nowUtcMs: number,
): Kept['readings'] {
  const keys = new Set(named.map(keyOf));
  const stays = ([key, { atUtcMs }]: readonly [string, GoodReading]) =>
    !keys.has(key) && nowUtcMs - atUtcMs <= unnamedKeptMs;
  return new Map([...readings].filter(stays));
}

export type ReadingCache = Readonly<{
  load: () => Promise<Kept>;
  save: (kept: Kept) => void;
}>;

export const nothingKept: Kept = { readings: new Map(), told: {} };

export function createReadingCache(store: TextStore): ReadingCache {
  return {
    load: async () => {
      // A damaged reading counts as missing: the next poll replaces it.
      const stored = await loadJson(store, KeptSchema);
      if (!stored) return nothingKept;
      const readings = stored.readings.map(({ of, ...reading }) => [of, reading] as const);
      return { readings: new Map(readings), told: stored.told };
    },
    save: (kept) => {
      // A full disk only costs the cache.
      void store.save(format(kept)).catch(() => undefined);
    },
  };
}

/** Newest first; leaves out the oldest if the text gets too long. */
function format({ readings, told }: Kept): string {
  let room = keptLength;
  const pieces: string[] = [];
  for (const [of, reading] of [...readings].toSorted(([, a], [, b]) => b.atUtcMs - a.atUtcMs)) {
    const piece = JSON.stringify({ of, ...reading });
    if (piece.length > room) continue;
    room -= piece.length;
    pieces.push(piece);
  }
  return `{"version":1,"told":${JSON.stringify(told)},"readings":[${pieces.join(',')}]}`;
}
