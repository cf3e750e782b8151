import type { BackupSource } from '../../coop/backups.ts';
import type { ReadSource } from '../reading.ts';

/** Answers to the follow-up requests, by name; see `follow-up-requests.ts`. */
export type FollowUpAnswers = Readonly<Record<string, string>>;

/** Parses the text of an answer. Missing information is left out; implausible times are filtered by the rules. */
export type Reader = (
  text: string,
  source: BackupSource,
  nowUtcMs: number,
  followUps?: FollowUpAnswers,
) => ReadSource;
