/** What the app and the thread of its archive say to each other. Both are of one build, so that nothing is checked. */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Archive } from './archive.ts';

/** What is done in the thread, one after the other. */
type Work = Pick<Archive, 'takeOver' | 'detail' | 'exported'>;

export type Call = Readonly<
  { [K in keyof Work]: { call: K; args: Parameters<Work[K]> } }[keyof Work]
>;

/** `close` puts the database away, and is answered by the end of the thread. */
export type Wish = (Readonly<{ id: number }> & Call) | Readonly<{ call: 'close' }>;

export type Said = Readonly<
  | { id: number; value: unknown }
  /** A fault of ours, in the words of its error. */
  | { id: number; fault: string }
  | { problem: HistoryProblem | undefined }
>;
