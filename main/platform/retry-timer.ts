import type { Clock } from './clock.ts';

/** A timer that waits longer each time, until it is reset. */
export type RetryTimer = Readonly<{
  /** Runs `task` after the next of the delays; replaces what was scheduled before. */
  schedule: (task: () => void) => void;
  /** Cancels, and begins with the first delay again. */
  reset: () => void;
}>;

/** The last of `delaysMs` is repeated. */
export function createRetryTimer(
  clock: Pick<Clock, 'after'>,
  delaysMs: readonly [number, ...number[]],
): RetryTimer {
  let tries = 0;
  let cancel = () => {};
  return {
    schedule: (task) => {
      cancel();
      const delayMs = delaysMs[Math.min(tries, delaysMs.length - 1)] ?? delaysMs[0];
      tries += 1;
      cancel = clock.after(delayMs, task);
    },
    reset: () => {
      cancel();
      tries = 0;
    },
  };
}
