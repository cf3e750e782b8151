/** The state of each source in the document, with its last good reading in the cache. */
import type { NewsMemory } from '../../../shared/backups/notices.ts';
import type { ReadSource } from '../../../shared/backups/reading.ts';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import { remember } from '../../../shared/backups/sources.ts';
import { unread } from '../../../shared/backups/source-memory.ts';
import type { BackupSource, BackupsPlan } from '../../../shared/coop/backups.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReadingCache } from './reading-cache.ts';
import { keyOf, nothingKept, unnamedReadings } from './reading-cache.ts';

export type SourceMemories = Readonly<{
  /** Resolves to the alerts shown in earlier runs. */
  load: () => Promise<NewsMemory>;
  plan: () => BackupsPlan;
  /** A source that the document renames keeps its state. */
  setPlan: (plan: BackupsPlan | undefined) => void;
  source: (id: string) => BackupSource | undefined;
  /** By the source's id; another map after each change. */
  all: () => ReadonlyMap<string, SourceMemory>;
  of: (id: string) => SourceMemory;
  take: (id: string, read: ReadSource) => void;
  /** Stores the alerts that have been shown. */
  setTold: (told: NewsMemory) => void;
}>;

export function createSourceMemories(
  clock: Pick<Clock, 'nowUtcMs'>,
  cache: ReadingCache,
): SourceMemories {
  let plan: BackupsPlan = { sources: [] };
  let memories: ReadonlyMap<string, SourceMemory> = new Map();
  let kept = nothingKept;

  const of = (id: string) => memories.get(id) ?? unread;
  const save = (told: NewsMemory) => {
    const readings = plan.sources.flatMap((source) => {
      const { good } = of(source.id);
      return good ? [[keyOf(source), good] as const] : [];
    });
    const unnamed = unnamedReadings(kept.readings, plan.sources, clock.nowUtcMs());
    kept = { readings: new Map([...unnamed, ...readings]), told };
    cache.save(kept);
  };

  return {
    load: async () => {
      kept = await cache.load();
      return kept.told;
    },
    plan: () => plan,
    setPlan: (next) => {
      const known = new Map(plan.sources.map((one) => [keyOf(one), of(one.id)]));
      plan = next ?? { sources: [] };
      memories = new Map(
        plan.sources.map((source) => {
          const good = kept.readings.get(keyOf(source));
          const before = good ? { ...unread, good } : unread;
          return [source.id, known.get(keyOf(source)) ?? before];
        }),
      );
    },
    source: (id) => plan.sources.find((one) => one.id === id),
    all: () => memories,
    of,
    take: (id, read) => {
      memories = new Map([...memories, [id, remember(of(id), read, clock.nowUtcMs())]]);
      if (read.ok) save(kept.told);
    },
    setTold: save,
  };
}
