import type { Clock } from './clock.ts';

/** Does `work` at the first call, and once for all calls that follow it within `paceMs`. */
export function gathered(
  clock: Pick<Clock, 'after' | 'monotonicMs'>,
  paceMs: number,
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
    const waitMs = doneAtMs + paceMs - clock.monotonicMs();
    if (waitMs <= 0) return run();
    isWaiting = true;
    clock.after(waitMs, run);
  };
}
