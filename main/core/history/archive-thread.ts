/**
 * The archive in its own thread, started by the first call and ended after an idle time. The database library is
 * synchronous, and a disk can take seconds for a single write.
 */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { StartThread, Thread } from '../../platform/thread.ts';
import type { Call, WorkerMessage } from './archive-messages.ts';
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
const answerTimeoutMs = 60_000;
/** Idle time after which the thread is ended to free its memory, in ms. */
const idleTimeoutMs = 20_000;
/** How long quitting waits for the database to close, in ms. */
const closeTimeoutMs = 2000;

type ThreadState = Readonly<
  | { is: 'ended' }
  | { is: 'running'; thread: Thread }
  /** The next thread waits until this one has ended: two must not write to one database. */
  | { is: 'ending'; ended: Promise<void>; hasEnded: () => void }
>;

/** A call that times out resolves to undefined; the thread still completes it. */
export function createArchiveThread(deps: ArchiveThreadDeps): Archive {
  const { clock, start } = deps;
  const changes = createEmitter<void>();
  const calls = createPendingCalls({ clock, limitMs: answerTimeoutMs });
  let state: ThreadState = { is: 'ended' };
  let problem: HistoryProblem | undefined;
  let isOver = false;
  let cancelIdle = () => {};

  const end = () => {
    if (state.is !== 'running') return;
    const { thread } = state;
    let hasEnded = () => {};
    const ended = new Promise<void>((resolve) => (hasEnded = resolve));
    state = { is: 'ending', ended, hasEnded };
    thread.post({ call: 'close' });
  };
  calls.onEnd(() => {
    cancelIdle();
    if (calls.isEmpty() && !isOver) cancelIdle = clock.after(idleTimeoutMs, end);
  });

  const setProblem = (next: HistoryProblem | undefined) => {
    problem = next;
    changes.emit();
  };
  const onMessage = (message: WorkerMessage) => {
    if ('problem' in message) setProblem(message.problem);
    else if ('fault' in message) calls.fail(message.id, new Error(message.fault));
    else calls.settle(message.id, message.value);
  };
  const onEnd = () => {
    const before = state;
    state = { is: 'ended' };
    if (before.is === 'ending') return before.hasEnded();
    // An unexpected end: the next call starts another thread.
    setProblem({ code: 'unavailable' });
    calls.giveUp();
  };

  const post = async (call: Call, id: number) => {
    await (state.is === 'ending' ? state.ended : undefined);
    if (state.is !== 'running') {
      const thread = start({ onMessage: (data) => onMessage(data as WorkerMessage), onEnd });
      state = { is: 'running', thread };
    }
    state.thread.post({ ...call, id });
  };
  const ask = async <T>(call: Call): Promise<T | undefined> => {
    if (isOver) return undefined;
    cancelIdle();
    return (await calls.wait((id) => void post(call, id))) as T | undefined;
  };

  return {
    takeOver: (...args) => ask({ call: 'takeOver', args }),
    detail: (question) => ask({ call: 'detail', args: [question] }),
    overview: (question) => ask({ call: 'overview', args: [question] }),
    exported: (question) => ask({ call: 'exported', args: [question] }),
    problem: () => problem,
    onChange: changes.on,
    leave: () => {
      if (isOver || state.is === 'ended') return undefined;
      isOver = true;
      cancelIdle();
      end();
      return state.is === 'ending' ? waitForEnd(deps, state.ended) : undefined;
    },
    dispose: () => {
      isOver = true;
      cancelIdle();
      changes.clear();
    },
  };
}

async function waitForEnd(
  { clock, onStuck }: ArchiveThreadDeps,
  ended: Promise<void>,
): Promise<void> {
  const isEnded = ended.then(() => true);
  if (!(await inTime(clock, closeTimeoutMs, isEnded))) onStuck();
}
