/** From when on what others say of a service is about the trouble that it has now. Pure. */
import type { Change } from '../status/notices.ts';

/** Two apps look at different moments: another may have seen a trouble so long before this one does; in ms. */
export const earlierMs = 15 * 60_000;

/** By the id of the service, ms UTC: what was said before is about a trouble that is over. */
export type StaleBefore = ReadonlyMap<string, number>;

export function staleSince(
  before: StaleBefore,
  changes: readonly Change[],
  nowUtcMs: number,
): StaleBefore {
  const next = new Map(before);
  for (const change of changes) {
    const known = staleBeforeAt(next, change.serviceId, nowUtcMs);
    const stale = staleAfter(known, change, nowUtcMs);
    if (stale !== undefined) next.set(change.serviceId, stale);
  }
  return next;
}

/** Of one service; a moment that has not come yet is from a clock that has been set back since. */
export function staleBeforeAt(
  before: StaleBefore,
  serviceId: string,
  nowUtcMs: number,
): number | undefined {
  const atUtcMs = before.get(serviceId);
  return atUtcMs === undefined || atUtcMs > nowUtcMs ? undefined : atUtcMs;
}

/** Of one service that has changed. */
export function staleAfter(
  before: number | undefined,
  change: Readonly<{ from: string; to: string }>,
  nowUtcMs: number,
): number | undefined {
  if (change.to === 'up') return nowUtcMs;
  if (change.from !== 'up') return before;
  return Math.max(before ?? -Infinity, nowUtcMs - earlierMs);
}
