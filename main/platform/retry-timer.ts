import type { Clock } from './clock.ts';
import type { Emitter } from './emitter.ts';
import { createEmitter } from './emitter.ts';

/** A timer whose delay grows with each `schedule`, until it is reset. */
export type RetryTimer = Readonly<{
  onDue: Emitter<void>['on'];
  /** Fires after the next delay, replacing any pending timer. */
  schedule: () => void;
  /** Cancels the pending timer and starts over with the first delay. */
  reset: () => void;
}>;

/** The last of `delaysMs` repeats. */
export function createRetryTimer(
  clock: Pick<Clock, 'after'>,
  delaysMs: readonly [number, ...number[]],
): RetryTimer {
  const due = createEmitter<void>();
  let tries = 0;
  let cancel = () => {};
  return {
    onDue: due.on,
    schedule: () => {
      cancel();
      const delayMs = delaysMs[Math.min(tries, delaysMs.length - 1)] ?? delaysMs[0];
      tries += 1;
      cancel = clock.after(delayMs, () => due.emit());
    },
    reset: () => {
      cancel();
      tries = 0;
    },
  };
}
