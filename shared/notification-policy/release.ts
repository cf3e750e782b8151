/**
 * When what was held is told. Not at the very moment the quiet ends: a machine that has just woken up knows only how
 * things were yesterday, so each service is looked at first. Pure.
 */
import type { ServiceView } from '../status/view.ts';
import type { Held, QuietSummary } from './deferral.ts';
import { summariseHeld } from './deferral.ts';

/** How long the summary waits for services that cannot make up their mind, in ms. */
export const settleMs = 120_000;

export type Waiting = Readonly<{
  held: Held;
  /** Since when there is something to tell, ms UTC; absent while it is quiet, or nothing is known. */
  sinceUtcMs?: number;
}>;

/** `isFree`: whether the changes of a service may be told now. */
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
  const told = new Map([...held].filter(([id]) => known.has(id)));
  const kept = new Map([...held].filter(([id]) => !known.has(id)));
  const summary = summariseHeld(told, viewOf);
  return { waiting: { held: kept }, ...(summary.changes.length > 0 ? { summary } : {}) };
}

/** Whether a service can be spoken of: seen lately, and not about to change. One that is gone needs no word. */
function isSettled(view: ServiceView | undefined): boolean {
  return view === undefined || (view.verdict !== 'unknown' && view.checking === undefined);
}
