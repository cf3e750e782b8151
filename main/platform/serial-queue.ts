import { createGeneration } from './generation.ts';

/** Runs tasks one after the other, until cancelled. */
export type SerialQueue = Readonly<{
  /**
   * Starts once all earlier tasks are over, and settles as `work` does. A task cancelled before it starts rejects; a
   * running one is told by its signal.
   */
  run: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** The same for tasks whose outcome nobody waits for: their errors are dropped. */
  add: (work: (signal: AbortSignal) => Promise<void>) => void;
  isIdle: () => boolean;
  /** Resolves when all tasks added so far are over. Never rejects. */
  settled: () => Promise<void>;
  /** Cancels all tasks added so far. */
  cancel: () => void;
}>;

export function createSerialQueue(): SerialQueue {
  const generation = createGeneration();
  let last: Promise<void> = Promise.resolve();
  let pending = 0;

  const run = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const signal = generation.signal();
    pending += 1;
    const done = last.then(() => {
      signal.throwIfAborted();
      return work(signal);
    });
    const end = () => {
      pending -= 1;
    };
    last = done.then(end, end);
    return done;
  };

  return {
    run,
    add: (work) => void run(work).catch(() => undefined),
    isIdle: () => pending === 0,
    settled: () => last,
    cancel: () => generation.renew('cancelled'),
  };
}
