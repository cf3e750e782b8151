/** Doubts our own line as soon as a few checks hang and nobody answers, long before their time is over. */
import { hangingForDoubt } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';

export type Silence = Readonly<{
  /** A check that began then, by `clock.monotonicMs()`, hangs. What it gives is to be called when the check has ended. */
  hang: (sinceMs: number) => () => void;
  /** What a check has seen in the end. */
  hear: (seen: Observation) => void;
}>;

export function createSilence(
  parts: Readonly<{ clock: Pick<Clock, 'monotonicMs'>; doubt: () => void }>,
): Silence {
  const hanging = new Set<object>();
  let heardAtMs = Number.NEGATIVE_INFINITY;

  return {
    hang: (sinceMs) => {
      const one = {};
      if (sinceMs > heardAtMs) hanging.add(one);
      if (hanging.size >= hangingForDoubt) parts.doubt();
      return () => void hanging.delete(one);
    },
    hear: ({ verdict }) => {
      if (verdict === 'down') return;
      heardAtMs = parts.clock.monotonicMs();
      hanging.clear();
    },
  };
}
