import type { Clock } from '../../../main/platform/clock.ts';

/** Retries take seconds; this clock runs `haste` times as fast. */
export function hastyClock(haste: number): Clock {
  return {
    nowUtcMs: () => Date.now() * haste,
    monotonicMs: () => performance.now() * haste,
    after: (ms, task) => {
      const timer = setTimeout(task, ms / haste);
      return () => clearTimeout(timer);
    },
  };
}
