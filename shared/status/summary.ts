/** The worst state of all services, and the order in which to list them. Pure. */
import type { Connectivity } from '../net/connectivity.ts';
import type { Verdict } from '../observation/observation.ts';
import type { ServiceView } from './view.ts';

/** The state of the tray icon: the worst of the services, or unknown if we cannot see them. */
export const overallStates = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;
export type OverallState = (typeof overallStates)[number];

export type Summary = Readonly<{
  overall: OverallState;
  /** Services that count: all but the retired and the muted ones. */
  total: number;
  /** Services that the member has snoozed. */
  muted: number;
  counts: Readonly<Record<Verdict, number>>;
  /** Those not checked yet. */
  awaited: number;
  /** Names of the services in the overall state, in document order; those that another explains come last. */
  worst: readonly string[];
}>;

const rank: Readonly<Record<Verdict, number>> = {
  down: 0,
  degraded: 1,
  maintenance: 2,
  unknown: 3,
  'no-access': 4,
  up: 5,
  retired: 6,
};

export function summarise(all: readonly ServiceView[], connectivity: Connectivity): Summary {
  const views = all.filter((view) => !isMuted(view));
  const counts = countVerdicts(views);
  const total = views.length - counts.retired;
  const overall = overallOf(counts, total, connectivity);
  return {
    overall,
    total,
    muted: all.length - views.length,
    counts,
    awaited: views.filter(isAwaited).length,
    worst: views
      .filter((view) => view.verdict === overall && overall !== 'up')
      .toSorted((a, b) => Number(Boolean(a.explainedBy)) - Number(Boolean(b.explainedBy)))
      .map((view) => view.name),
  };
}

function overallOf(
  counts: Summary['counts'],
  total: number,
  connectivity: Connectivity,
): OverallState {
  if (isBlind(connectivity)) return 'unknown';
  if (counts.down > 0) return 'down';
  if (counts.degraded > 0) return 'degraded';
  // Unknown ranks above maintenance here: neither green nor planned maintenance must hide an unchecked service.
  if (counts.unknown > 0 || total === 0) return 'unknown';
  if (counts.maintenance > 0) return 'maintenance';
  return 'up';
}

/** Whether we know that we cannot see the services at all. */
export function isBlind(connectivity: Connectivity): boolean {
  return ['offline', 'captive', 'waking'].includes(connectivity.state);
}

/** Whether services are unknown because the clock of this machine is wrong. */
export function isClockInTheWay(
  { overall, counts }: Summary,
  { clockOffMs }: Connectivity,
): boolean {
  return clockOffMs !== undefined && overall === 'unknown' && counts.unknown > 0;
}

function countVerdicts(views: readonly ServiceView[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    up: 0,
    degraded: 0,
    down: 0,
    maintenance: 0,
    unknown: 0,
    'no-access': 0,
    retired: 0,
  };
  for (const view of views) counts[view.verdict] += 1;
  return counts;
}

/** Trouble first, and in document order within a state. */
export function worstFirst(views: readonly ServiceView[]): readonly ServiceView[] {
  return views.toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** Whether a service belongs in the upper half of the page. */
export function needsAttention(view: ServiceView): boolean {
  if (view.verdict === 'up' || view.verdict === 'retired') return false;
  return !isAwaited(view) && !isMuted(view);
}

/**
 * Whether its first check is still pending, which is not trouble. Neither a stale reading nor a service that cannot be
 * checked counts as pending.
 */
export function isAwaited({ verdict, reason, lastKnown, feed }: ServiceView): boolean {
  if (verdict !== 'unknown' || lastKnown !== undefined || feed?.readAtUtcMs !== undefined)
    return false;
  return reason?.code === 'not-checked' || reason?.code === 'feed-unknown';
}

/** A retired service is never muted. */
export function isMuted(view: ServiceView): boolean {
  return view.muted !== undefined && view.verdict !== 'retired';
}
