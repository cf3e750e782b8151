/** From when on other members' acknowledgements are about a service's current trouble. Pure. */
import type { Change } from '../status/notices.ts';

/** Apps check at different moments: another may have seen trouble this much earlier than this one; in ms. */
export const earlierMs = 15 * 60_000;

/** By service id, ms UTC: earlier acknowledgements are about trouble that is over. */
export type StaleBefore = ReadonlyMap<string, number>;

export function staleSince(
  before: StaleBefore,
  changes: readonly Change[],
  nowUtcMs: number,
): StaleBefore {
  // Most checks change nothing.
  if (changes.length === 0) return before;
  const next = new Map(before);
  for (const change of changes) {
    const known = staleBeforeAt(next, change.serviceId, nowUtcMs);
    const stale = staleAfter(known, change, nowUtcMs);
    if (stale !== undefined) next.set(change.serviceId, stale);
  }
  return next;
}

/** For one service; a time in the future dates from before the clock was set back, and is ignored. */
export function staleBeforeAt(
  before: StaleBefore,
  serviceId: string,
  nowUtcMs: number,
): number | undefined {
  const atUtcMs = before.get(serviceId);
  return atUtcMs === undefined || atUtcMs > nowUtcMs ? undefined : atUtcMs;
}

/** For one service that has changed. */
export function staleAfter(
  before: number | undefined,
  change: Readonly<{ from: string; to: string }>,
  nowUtcMs: number,
): number | undefined {
  if (change.to === 'up') return nowUtcMs;
  if (change.from !== 'up') return before;
  return Math.max(before ?? -Infinity, nowUtcMs - earlierMs);
}
