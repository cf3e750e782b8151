/** The age of a service's standby according to its backup source, which knows what was restored. Pure. */
import type { BackupsPlan } from '../coop/backups.ts';
import { standbyMaxAgeS } from './assurance.ts';
import type { SourceMemories } from './source-memory.ts';

export type StandbyAge = Readonly<{
  /** Time of the data on the standby; undefined if the source does not report it. */
  ofUtcMs?: number | undefined;
  /** In seconds; older data count as stale. */
  maxAgeS: number;
}>;

/** Undefined if no source reports it. With several targets, the oldest counts. */
export function standbyAge(
  plan: BackupsPlan,
  memories: SourceMemories,
  serviceId: string,
): StandbyAge | undefined {
  const ages = plan.sources
    .filter(({ standbyOf }) => standbyOf === serviceId)
    .flatMap(({ id }) => memories.get(id)?.good?.targets ?? [])
    .flatMap(({ standby }) => (standby ? [standby] : []))
    .map(({ restoredFromUtcMs, maxAgeS = standbyMaxAgeS }) => ({
      ofUtcMs: restoredFromUtcMs,
      maxAgeS,
    }));
  return ages.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
}

/** An unknown time counts as the oldest. */
function timeOf({ ofUtcMs }: StandbyAge): number {
  return ofUtcMs ?? Number.NEGATIVE_INFINITY;
}
