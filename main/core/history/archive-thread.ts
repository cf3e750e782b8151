/**
 * The archive in its own thread, started by the first call and ended after an idle time. The database library is
 * synchronous, and a disk can take seconds for a single write.
 */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { StartThread, Thread } from '../../platform/thread.ts';
import type { Call, Said } from './archive-messages.ts';
import type { Archive } from './archive.ts';
import { createPendingCalls } from './pending-calls.ts';

/** The paths of the thread's files, and its time zone if not the machine's. */
export type ArchiveData = Readonly<{ database: string; journal: string; timeZone?: string }>;

export type ArchiveThreadDeps = Readonly<{
  clock: Clock;
  start: StartThread;
  /** The thread has not ended in time; do not wait for it. */
  onStuck: () => void;
}>;

/** Limit for an answer, in ms: no member waits longer for a page. */
const answerLimitMs = 60_000;
/** Idle time after which the thread is ended to free its memory, in ms. */
const restAfterMs = 60_000;
/** How long quitting waits for the database to close, in ms. */
const leaveLimitMs = 2000;

type Life = Readonly<
  | { is: 'ended' }
  | { is: 'running'; thread: Thread }
  /** The next thread waits until this one has ended: two must not write to one database. */
  | { is: 'ending'; ended: Promise<void>; hasEnded: () => void }
>;

/** A call that times out resolves to undefined; the thread still completes it. */
export function createArchiveThread(deps: ArchiveThreadDeps): Archive {
  const { clock, start } = deps;
  const changes = createEmitter<void>();
  const calls = createPendingCalls({ clock, limitMs: answerLimitMs });
  let life: Life = { is: 'ended' };
  let problem: HistoryProblem | undefined;
  let isOver = false;
  let cancelRest = () => {};

  const end = () => {
    if (life.is !== 'running') return;
    const { thread } = life;
    let hasEnded = () => {};
    const ended = new Promise<void>((resolve) => (hasEnded = resolve));
    life = { is: 'ending', ended, hasEnded };
    thread.post({ call: 'close' });
  };
  calls.onEnd(() => {
    cancelRest();
    if (calls.isEmpty() && !isOver) cancelRest = clock.after(restAfterMs, end);
  });

  const setProblem = (next: HistoryProblem | undefined) => {
    problem = next;
    changes.emit();
  };
  const onMessage = (said: Said) => {
    if ('problem' in said) setProblem(said.problem);
    else if ('fault' in said) calls.fail(said.id, new Error(said.fault));
    else calls.settle(said.id, said.value);
  };
  const onEnd = () => {
    const before = life;
    life = { is: 'ended' };
    if (before.is === 'ending') return before.hasEnded();
    // An unexpected end: the next call starts another thread.
    setProblem({ code: 'unavailable' });
    calls.giveUp();
  };

  const post = async (call: Call, id: number) => {
    await (life.is === 'ending' ? life.ended : undefined);
    if (life.is !== 'running') {
      const thread = start({ onMessage: (message) => onMessage(message as Said), onEnd });
      life = { is: 'running', thread };
    }
    life.thread.post({ ...call, id });
  };
  const ask = async <T>(call: Call): Promise<T | undefined> => {
    if (isOver) return undefined;
    cancelRest();
    return (await calls.wait((id) => void post(call, id))) as T | undefined;
  };

  return {
    takeOver: (...args) => ask({ call: 'takeOver', args }),
    detail: (question) => ask({ call: 'detail', args: [question] }),
    exported: (question) => ask({ call: 'exported', args: [question] }),
    problem: () => problem,
    onChange: changes.on,
    leave: () => {
      if (isOver || life.is === 'ended') return undefined;
      isOver = true;
      cancelRest();
      end();
      return life.is === 'ending' ? waitForEnd(deps, life.ended) : undefined;
    },
    dispose: () => {
      isOver = true;
      cancelRest();
      changes.clear();
    },
  };
}

async function waitForEnd(
  { clock, onStuck }: ArchiveThreadDeps,
  ended: Promise<void>,
): Promise<void> {
  const isEnded = ended.then(() => true);
  if (!(await inTime(clock, leaveLimitMs, isEnded))) onStuck();
}
