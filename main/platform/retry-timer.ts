import type { Clock } from './clock.ts';
import type { Emitter } from './emitter.ts';
import { createEmitter } from './emitter.ts';

/** A timer that waits longer each time, until it is reset. */
export type RetryTimer = Readonly<{
  onDue: Emitter<void>['on'];
  /** Due after the next of the delays; replaces what was scheduled before. */
  schedule: () => void;
  /** Cancels, and begins with the first delay again. */
  reset: () => void;
}>;

/** The last of `delaysMs` is repeated. */
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
