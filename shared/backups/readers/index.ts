/** A reader for each kind of source. Pure; readers never throw. */
import type { BackupKind, BackupSource } from '../../coop/backups.ts';
import { readCoopBackups } from '../format.ts';
import type { ReadSource } from '../reading.ts';
import { readBackrest } from './backrest.ts';
import { readDuplicati } from './duplicati.ts';
import { readGithubWorkflow } from './github.ts';
import { readHealthchecks } from './healthchecks.ts';
import { readKopia } from './kopia.ts';
import type { FollowUpAnswers, Reader } from './reader.ts';
import { readRestic } from './restic.ts';
import { readSnapshotNames, readingNames } from './snapshot-names.ts';
import { inSteps } from '../../steps.ts';

/** For the checker, a file without targets is an error; for members, it means that there is no backup. */
function readOwnFormat(text: string, _source: BackupSource, nowUtcMs: number): ReadSource {
  const read = readCoopBackups(text, nowUtcMs);
  const isEmpty = !read.ok && read.problem.code === 'no-targets';
  return isEmpty ? { ok: true, targets: [], problems: [] } : read;
}

/** Reads a source without blocking: awaits `breathe` between steps. */
export async function readInSteps(
  source: BackupSource,
  {
    body,
    nowUtcMs,
    followUps,
  }: Readonly<{ body: string; nowUtcMs: number; followUps: FollowUpAnswers }>,
  breathe: () => Promise<unknown>,
): Promise<ReadSource> {
  return source.kind === 'snapshot-names'
    ? inSteps(readingNames(body, source), breathe)
    : readers[source.kind](body, source, nowUtcMs, followUps);
}

export const readers: Readonly<Record<BackupKind, Reader>> = {
  'coop-backups': readOwnFormat,
  healthchecks: readHealthchecks,
  backrest: readBackrest,
  kopia: readKopia,
  'restic-snapshots': readRestic,
  duplicati: readDuplicati,
  'github-workflow': readGithubWorkflow,
  'snapshot-names': readSnapshotNames,
};
