/** A reader for each kind of source. Pure: none throws, whatever it is given. */
import type { BackupKind, BackupSource } from '../../coop/backups.ts';
import { readCoopBackups } from '../format.ts';
import type { ReadSource } from '../reading.ts';
import { readBackrest } from './backrest.ts';
import { readDuplicati } from './duplicati.ts';
import { readGithubWorkflow } from './github.ts';
import { readHealthchecks } from './healthchecks.ts';
import { readKopia } from './kopia.ts';
import { readRestic } from './restic.ts';
import { readSnapshotNames } from './snapshot-names.ts';

/** Reads the text of an answer. What a source cannot say is left out; the future is left to the rules, which know it. */
export type Reader = (text: string, source: BackupSource, nowUtcMs: number) => ReadSource;

export const readers: Readonly<Record<BackupKind, Reader>> = {
  'coop-backups': (text, _source, nowUtcMs) => readCoopBackups(text, nowUtcMs),
  healthchecks: readHealthchecks,
  backrest: readBackrest,
  kopia: readKopia,
  'restic-snapshots': readRestic,
  duplicati: readDuplicati,
  'github-workflow': readGithubWorkflow,
  'snapshot-names': readSnapshotNames,
};
