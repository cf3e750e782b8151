/** What the backups say of the age of a service's standby: the source that names the service knows what was restored. Pure. */
import type { BackupsPlan } from '../coop/backups.ts';
import { standbyMaxAgeS } from './assurance.ts';
import type { SourceMemories } from './source-memory.ts';

export type StandbyWord = Readonly<{
  /** When the data were taken that are on the standby; undefined when its source does not say. */
  ofUtcMs?: number | undefined;
  /** Older data count as stale. */
  maxAgeS: number;
}>;

/** Undefined where no source speaks of it. Of several targets the oldest counts. */
export function standbyWord(
  plan: BackupsPlan,
  memories: SourceMemories,
  serviceId: string,
): StandbyWord | undefined {
  const words = plan.sources
    .filter(({ standbyOf }) => standbyOf === serviceId)
    .flatMap(({ id }) => memories.get(id)?.good?.targets ?? [])
    .flatMap(({ standby }) => (standby ? [standby] : []))
    .map(({ restoredFromUtcMs, maxAgeS = standbyMaxAgeS }) => ({
      ofUtcMs: restoredFromUtcMs,
      maxAgeS,
    }));
  return words.toSorted((a, b) => taken(a) - taken(b))[0];
}

/** What is not said is older than anything that is. */
function taken({ ofUtcMs }: StandbyWord): number {
  return ofUtcMs ?? Number.NEGATIVE_INFINITY;
}
