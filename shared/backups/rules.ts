/** What a member is to think of a backup target, from what its source says. Pure; all instants are ms UTC. */
import type { BackupSource } from '../coop/backups.ts';
import type { TargetReading } from './reading.ts';
import type { TargetView } from './view.ts';

export function viewTarget(
  reading: TargetReading,
  source: BackupSource,
  readAtUtcMs: number,
  nowUtcMs: number,
): TargetView {
  void [readAtUtcMs, nowUtcMs];
  return {
    id: `${source.id}/${reading.id}`,
    name: reading.name,
    sourceId: source.id,
    sourceName: source.name,
    state: 'unknown',
    findings: [{ code: 'nothing-known', state: 'unknown', params: {} }],
    days: [],
  };
}
