/** How long to wait before a part is sent again. Pure. */
import { leftMs } from '../time/elapsed.ts';
import type { Phase } from './outbox.ts';

const firstMs = 5000;
/** Also the longest that a server's own wish is followed: then it is asked again whether it still holds. */
export const longestMs = 3_600_000;

/**
 * Doubles with each failure in a row. `random`, 0 to 1, spreads the members of a co-op whose server comes back over
 * the upper half of the time. A server's own wish is the least that is waited.
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const fullMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
  const ownMs = fullMs * (0.5 + random / 2);
  return Math.round(Math.min(longestMs, Math.max(ownMs, retryAfterMs)));
}

/** How long an item still has to wait, in ms, by the wall clock: it also runs while the machine sleeps. */
export function waitMs(phase: Phase, nowUtcMs: number): number {
  if (phase.at !== 'failed' || phase.retryAtUtcMs === undefined) return 0;
  return leftMs(phase.retryAtUtcMs, nowUtcMs, longestMs);
}
