/**
 * The archive in a thread of its own, started by the first call and ended a while after the last. The library of its
 * database is synchronous, and a disk can take seconds for a single write.
 */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { StartThread, Thread } from '../../platform/thread.ts';
import type { Call, Said } from './archive-messages.ts';
import type { Archive } from './archive.ts';
import { createPendingCalls } from './pending-calls.ts';

/** What the thread is started with: the paths of its files, and a time zone other than the machine's. */
export type ArchiveData = Readonly<{ database: string; journal: string; timeZone?: string }>;

export type ArchiveThreadDeps = Readonly<{
  clock: Clock;
  start: StartThread;
  /** The thread does not end in time; nothing else should wait for it. */
  onStuck: () => void;
}>;

/** Longer than this no member waits for a page; in ms. */
const answerLimitMs = 60_000;
/** Time from the last answer to the end of the thread, in ms: with its library it takes up memory. */
const restAfterMs = 60_000;
/** How long the end of the app waits for the database to be closed, in ms. */
const leaveLimitMs = 2000;

type Life = Readonly<
  | { is: 'ended' }
  | { is: 'running'; thread: Thread }
  /** Told to end. The next thread waits for it: two must not write to one database. */
  | { is: 'ending'; ended: Promise<void>; hasEnded: () => void }
>;

/** What is not answered in time counts as not known; the thread goes on with it. */
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
    // By itself: whatever the reason, the next call starts another thread.
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
