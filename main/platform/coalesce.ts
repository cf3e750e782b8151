import type { Clock } from './clock.ts';

/** Runs `work` on the first call, then once for all further calls within `minIntervalMs`. */
export function coalesce(
  clock: Pick<Clock, 'after' | 'monotonicMs'>,
  minIntervalMs: number,
  work: () => void,
): () => void {
  let doneAtMs = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  const run = () => {
    isWaiting = false;
    doneAtMs = clock.monotonicMs();
    work();
  };
  return () => {
    if (isWaiting) return;
    const waitMs = doneAtMs + minIntervalMs - clock.monotonicMs();
    if (waitMs <= 0) return run();
    isWaiting = true;
    clock.after(waitMs, run);
  };
}
