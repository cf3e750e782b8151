/** Delay before a part is sent again. Pure. */
import { leftMs } from '../time/elapsed.ts';
import type { Phase } from './outbox.ts';

const firstDelayMs = 5000;
/** Also caps a server's Retry-After; after that we ask again. */
export const maxBackoffMs = 3_600_000;

/**
 * Doubles with each consecutive failure. `random`, 0 to 1, spreads retries over the upper half of the delay, so that
 * members do not all return at once when a server recovers. Never less than the server's `retryAfterMs`.
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const fullMs = Math.min(maxBackoffMs, firstDelayMs * 2 ** Math.min(failures, 20));
  const delayMs = fullMs * (0.5 + random / 2);
  return Math.round(Math.min(maxBackoffMs, Math.max(delayMs, retryAfterMs)));
}

/** Ms until an item is due, by the wall clock, which also runs during sleep. */
export function waitMs(phase: Phase, nowUtcMs: number): number {
  if (phase.at !== 'failed' || phase.retryAtUtcMs === undefined) return 0;
  return leftMs(phase.retryAtUtcMs, nowUtcMs, maxBackoffMs);
}
