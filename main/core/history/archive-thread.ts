/**
 * The archive in a thread of its own, started when it is first asked and ended a while after. Its library knows no other
 * way than to wait for the disk, and a disk can take seconds for a single write.
 */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { StartThread, Thread } from '../../platform/thread.ts';
import type { Call, Said } from './archive-messages.ts';
import type { Archive } from './archive.ts';

/** What the thread is started with: files of the member's own, and another zone than the machine's. */
export type ArchiveData = Readonly<{ database: string; journal: string; timeZone?: string }>;

export type ArchiveThreadParts = Readonly<{
  clock: Clock;
  start: StartThread;
  /** The end of the thread is waited for no longer, and must not be waited for elsewhere. */
  onStuck: () => void;
}>;

type Waiting = Readonly<{ settle: (value: unknown) => void; fail: (why: Error) => void }>;

/** A member who has waited for longer may as well hear that there is no history now; in ms. */
const answerLimitMs = 60_000;
/** Time from the last answer to the end of the thread, in ms: with its library it holds memory. */
const restAfterMs = 60_000;
/** How long the end of the app waits for the database to be closed, in ms. */
const leaveLimitMs = 2000;

/** What is not answered in time counts as not known; the thread goes on with it. */
export function createArchiveThread({ clock, start, onStuck }: ArchiveThreadParts): Archive {
  const changes = createEmitter<void>();
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  /** Settled once a thread that was told to end has ended: two must not write to one database. */
  let ending: Promise<void> | undefined;
  let hasEnded = () => {};
  let lastId = 0;
  let problem: HistoryProblem | undefined;
  let isOver = false;
  let cancelRest = () => {};

  const setProblem = (next: HistoryProblem | undefined) => {
    problem = next;
    changes.emit();
  };
  const onMessage = (said: Said) => {
    if ('problem' in said) return setProblem(said.problem);
    const one = waiting.get(said.id);
    if ('fault' in said) one?.fail(new Error(said.fault));
    else one?.settle(said.value);
  };
  const onEnd = () => {
    thread = undefined;
    if (ending) {
      ending = undefined;
      return hasEnded();
    }
    // By itself: whatever it was, the next question starts another one.
    setProblem({ code: 'unavailable' });
    for (const one of waiting.values()) one.settle(undefined);
  };
  const rest = () => {
    ending = new Promise((resolve) => (hasEnded = resolve));
    thread?.post({ call: 'close' });
  };
  const restInTime = () => {
    cancelRest();
    if (waiting.size === 0 && !isOver) cancelRest = clock.after(restAfterMs, rest);
  };
  const post = async (call: Call, id: number) => {
    await ending;
    thread ??= start({ onMessage: (message) => onMessage(message as Said), onEnd });
    thread.post({ ...call, id });
  };

  const ask = <T>(call: Call): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      if (isOver) return resolve(undefined);
      cancelRest();
      lastId += 1;
      const id = lastId;
      const cancelLimit = clock.after(answerLimitMs, () => waiting.get(id)?.settle(undefined));
      const end = () => {
        cancelLimit();
        waiting.delete(id);
        restInTime();
      };
      waiting.set(id, {
        settle: (value) => {
          end();
          resolve(value as T | undefined);
        },
        fail: (why) => {
          end();
          reject(why);
        },
      });
      void post(call, id);
    });

  const endInTime = async () => {
    const ended = ending?.then(() => true) ?? Promise.resolve(true);
    if (!(await inTime(clock, leaveLimitMs, ended))) onStuck();
  };

  return {
    takeOver: (...args) => ask({ call: 'takeOver', args }),
    detail: (question) => ask({ call: 'detail', args: [question] }),
    exported: (question) => ask({ call: 'exported', args: [question] }),
    problem: () => problem,
    onChange: changes.on,
    leave: () => {
      if (isOver || !thread) return undefined;
      isOver = true;
      cancelRest();
      if (!ending) rest();
      return endInTime();
    },
    dispose: () => {
      isOver = true;
      cancelRest();
      changes.clear();
    },
  };
}
