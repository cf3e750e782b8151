/** A reader for each kind of source. Pure: none throws, whatever it is given. */
import type { BackupKind, BackupSource } from '../../coop/backups.ts';
import { readCoopBackups } from '../format.ts';
import type { ReadSource } from '../reading.ts';

/** Reads the text of an answer. What a source cannot say is left out. */
export type Reader = (text: string, source: BackupSource, nowUtcMs: number) => ReadSource;

const notYet: Reader = () => ({ ok: false, problem: { code: 'unexpected' } });

export const readers: Readonly<Record<BackupKind, Reader>> = {
  'coop-backups': (text, _source, nowUtcMs) => readCoopBackups(text, nowUtcMs),
  healthchecks: notYet,
  backrest: notYet,
  kopia: notYet,
  'restic-snapshots': notYet,
  duplicati: notYet,
  'github-workflow': notYet,
  'snapshot-names': notYet,
};
