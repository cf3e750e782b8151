/** Messages between the app and the archive's thread. Both are from one build, so nothing is validated. */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Archive } from './archive.ts';

/** Calls that the thread runs, one after the other. */
type Calls = Pick<Archive, 'takeOver' | 'detail' | 'overview' | 'exported'>;

export type Call = Readonly<
  { [K in keyof Calls]: { call: K; args: Parameters<Calls[K]> } }[keyof Calls]
>;

/** `close` closes the database; the thread exits instead of answering. */
export type WorkerRequest = (Readonly<{ id: number }> & Call) | Readonly<{ call: 'close' }>;

export type WorkerMessage = Readonly<
  | { id: number; value: unknown }
  /** An internal error, as text. */
  | { id: number; fault: string }
  | { problem: HistoryProblem | undefined }
>;
