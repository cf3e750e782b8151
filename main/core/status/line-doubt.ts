/** Doubts our own line as soon as a few checks hang and none is answered, long before they time out. */
import { hangingForDoubt } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';

export type LineDoubt = Readonly<{
  /** A check that began at `sinceMs` (`clock.monotonicMs()`) hangs. Call the returned function when it has ended. */
  hang: (sinceMs: number) => () => void;
  /** Records the result of a check. */
  note: (seen: Observation) => void;
}>;

export function createLineDoubt(
  deps: Readonly<{ clock: Pick<Clock, 'monotonicMs'>; doubt: () => void }>,
): LineDoubt {
  const hanging = new Set<object>();
  let answeredAtMs = Number.NEGATIVE_INFINITY;

  return {
    hang: (sinceMs) => {
      const one = {};
      if (sinceMs > answeredAtMs) hanging.add(one);
      if (hanging.size >= hangingForDoubt) deps.doubt();
      return () => void hanging.delete(one);
    },
    note: ({ verdict }) => {
      if (verdict === 'down') return;
      answeredAtMs = deps.clock.monotonicMs();
      hanging.clear();
    },
  };
}
