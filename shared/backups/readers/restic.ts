/**
 * The output of `restic snapshots --json`, published as a file: what is kept, by host and paths. A run that failed leaves
 * nothing here, so a failure shows as a day that is missing.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import type { Reader } from './index.ts';
import type { Run } from './parts.ts';
import { Instant, cut, failed, outcomeOf, readJson, runsTell } from './parts.ts';

const SnapshotSchema = v.object({
  time: Instant,
  hostname: v.optional(v.string(), ''),
  paths: v.array(v.string()),
  /** Since restic 0.17. */
  summary: v.optional(v.object({ total_bytes_processed: v.optional(v.number()) })),
});
type Snapshot = v.InferOutput<typeof SnapshotSchema>;

export const readRestic: Reader = (text, source) =>
  readJson(text, v.array(v.unknown()), (items) => {
    const groups = new Map<string, Run[]>();
    const problems: SourceProblem[] = [];
    for (const [index, item] of items.entries()) {
      const parsed = v.safeParse(SnapshotSchema, item);
      if (!parsed.success || parsed.output.time === undefined) {
        problems.push({ code: 'unexpected', path: `$[${index}]`, expected: 'a snapshot' });
        continue;
      }
      const name = nameOf(parsed.output);
      const runs = groups.get(name) ?? [];
      runs.push(runOf(parsed.output, parsed.output.time));
      groups.set(name, runs);
    }
    if (groups.size > groupsLimit)
      return failed('unexpected', { path: '$', expected: 'snapshots' });
    return outcomeOf(
      [...groups].map(([name, runs]) => targetOf(name, runs, source)),
      problems,
    );
  });

/** More are no backups of a co-op: each run would be of a folder of its own. */
const groupsLimit = 200;

function nameOf({ hostname, paths }: Snapshot): string {
  const where = paths.join(', ');
  return cut(hostname ? `${hostname}: ${where}` : where) || 'restic';
}

function runOf({ summary }: Snapshot, atUtcMs: number): Run {
  const sizeBytes = summary?.total_bytes_processed;
  const isSize = sizeBytes !== undefined && sizeBytes >= 0;
  return { atUtcMs, ok: true, ...(isSize ? { sizeBytes } : {}) };
}

function targetOf(name: string, runs: readonly Run[], source: BackupSource): TargetReading {
  const told = runsTell(runs, source);
  return {
    id: name,
    name,
    tool: 'restic',
    ...told,
    retention: { heldDays: told.days?.length ?? 0 },
  };
}
