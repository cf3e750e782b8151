import { createGeneration } from './generation.ts';

/** Work that is done one piece after the other, until it is cancelled. */
export type SerialQueue = Readonly<{
  /**
   * Begins once all that was added before is over, and settles as `work` does. Work that is cancelled before it begins
   * rejects; what is under way learns of it from its signal.
   */
  run: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** The same for work that reports its failures itself. */
  add: (work: (signal: AbortSignal) => Promise<void>) => void;
  isIdle: () => boolean;
  /** Resolves when all that was added so far is over. Never rejects. */
  settled: () => Promise<void>;
  /** Cancels all that was added so far. */
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
