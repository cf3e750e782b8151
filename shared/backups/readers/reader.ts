import type { BackupSource } from '../../coop/backups.ts';
import type { ReadSource } from '../reading.ts';

/** What a server answered to what is asked of it beside its list, by the name of each question; see `besides.ts`. */
export type Besides = Readonly<Record<string, string>>;

/** Reads the text of an answer. What a source cannot say is left out; the future is left to the rules, which know it. */
export type Reader = (
  text: string,
  source: BackupSource,
  nowUtcMs: number,
  besides?: Besides,
) => ReadSource;
