/**
 * When held changes are notified. Not the moment the quiet period ends: a machine that has just woken up has only old
 * readings, so each service is checked first. Pure.
 */
import type { ServiceView } from '../status/view.ts';
import type { Held, QuietSummary } from './deferral.ts';
import { summariseHeld } from './deferral.ts';

/** How long the summary waits for services that are unknown or being confirmed, in ms. */
export const settleMs = 120_000;

export type Waiting = Readonly<{
  held: Held;
  /** Since when there is something to notify, ms UTC; absent while it is quiet, or no state is known. */
  sinceUtcMs?: number;
}>;

/** `isFree`: whether a service's changes may be notified now. */
export function releaseHeld(
  { held, sinceUtcMs }: Waiting,
  views: readonly ServiceView[],
  isFree: (serviceId: string) => boolean,
  atUtcMs: number,
): Readonly<{ waiting: Waiting; summary?: QuietSummary }> {
  const viewOf = new Map(views.map((view) => [view.id, view]));
  const free = [...held.keys()].filter(isFree);
  const known = new Set(free.filter((id) => viewOf.get(id)?.verdict !== 'unknown'));
  if (known.size === 0) return { waiting: { held } };
  const since = sinceUtcMs ?? atUtcMs;
  const overdue = Math.abs(atUtcMs - since) >= settleMs;
  if (!overdue && !free.every((id) => isSettled(viewOf.get(id)))) {
    return { waiting: { held, sinceUtcMs: since } };
  }
  const ready = new Map([...held].filter(([id]) => known.has(id)));
  const rest = new Map([...held].filter(([id]) => !known.has(id)));
  const summary = summariseHeld(ready, viewOf);
  return { waiting: { held: rest }, ...(summary.changes.length > 0 ? { summary } : {}) };
}

/**
 * Whether a service's state is certain enough to report: checked recently, and not being confirmed. A removed service
 * needs no check.
 */
function isSettled(view: ServiceView | undefined): boolean {
  return view === undefined || (view.verdict !== 'unknown' && view.checking === undefined);
}
