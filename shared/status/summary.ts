/** The worst state of all services, and the order in which to list them. Pure. */
import type { Connectivity } from '../net/connectivity.ts';
import type { Verdict } from '../observation/observation.ts';
import { feltVerdict, impactOf } from './impact.ts';
import { decidingViews } from './my-services.ts';
import type { ServiceView } from './view.ts';

/**
 * The state of the tray icon: the worst that members can feel, or unknown if we cannot see the services. `maintenance`
 * only if nothing else is left to show.
 */
export const overallStates = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;
export type OverallState = (typeof overallStates)[number];

export type Summary = Readonly<{
  overall: OverallState;
  /** Services that count: all but those for administrators, the retired and the muted ones. */
  total: number;
  /** Services that the member has snoozed. */
  muted: number;
  /** As members feel them: a service with a chore is up. */
  counts: Readonly<Record<Verdict, number>>;
  /** Those not checked yet. */
  awaited: number;
  /** Names of the services in the overall state, in document order; those that another explains come last. */
  worst: readonly string[];
  /** Names of the services under maintenance. */
  maintained: readonly string[];
  /** Whether only the member's own services count. */
  onlyMine: boolean;
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

/** `onlyStarred`: the member wants only their own services to count. */
export function summarise(
  all: readonly ServiceView[],
  connectivity: Connectivity,
  { onlyStarred = false }: Readonly<{ onlyStarred?: boolean }> = {},
): Summary {
  const members = all.filter(({ audience }) => audience !== 'admins');
  const deciding = decidingViews(members, onlyStarred);
  const views = deciding.filter((view) => !isMuted(view));
  const counts = countVerdicts(views);
  const overall = overallOf(counts, connectivity);
  return {
    overall,
    total: views.length - counts.retired,
    muted: deciding.length - views.length,
    counts,
    awaited: views.filter(isAwaited).length,
    worst: overall === 'up' ? [] : namesOf(views, overall),
    maintained: namesOf(views, 'maintenance'),
    onlyMine: deciding !== members,
  };
}

function namesOf(views: readonly ServiceView[], verdict: Verdict): readonly string[] {
  return views
    .filter((view) => feltVerdict(view) === verdict)
    .toSorted((a, b) => Number(Boolean(a.explainedBy)) - Number(Boolean(b.explainedBy)))
    .map((view) => view.name);
}

function overallOf(counts: Summary['counts'], connectivity: Connectivity): OverallState {
  if (isBlind(connectivity)) return 'unknown';
  if (counts.down > 0) return 'down';
  if (counts.degraded > 0) return 'degraded';
  // Neither green nor planned maintenance must hide an unchecked service.
  if (counts.unknown > 0) return 'unknown';
  // A service that answers, but refuses access, is running.
  if (counts.up > 0 || counts['no-access'] > 0) return 'up';
  return counts.maintenance > 0 ? 'maintenance' : 'unknown';
}

const blindStates = ['offline', 'captive', 'waking', 'proxy-silent', 'proxy-login'] as const;

/** Whether we know that we cannot see the services at all. */
export function isBlind<T extends Pick<Connectivity, 'state'>>(
  connectivity: T,
): connectivity is T & Readonly<{ state: (typeof blindStates)[number] }> {
  return blindStates.some((one) => one === connectivity.state);
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
  for (const view of views) counts[feltVerdict(view)] += 1;
  return counts;
}

/** Trouble first, and in document order within a state. */
export function worstFirst(views: readonly ServiceView[]): readonly ServiceView[] {
  return views.toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** Whether members may not be able to use it; chores, maintenance and missing access are stated elsewhere. */
export function needsAttention(view: ServiceView): boolean {
  const impact = impactOf(view);
  return (impact === 'trouble' || impact === 'unknown') && isOpen(view);
}

/** Whether there is something that a member may want to mute or to mark as seen. */
export function canBeMuted(view: ServiceView): boolean {
  const impact = impactOf(view);
  return impact !== 'none' && impact !== 'no-access' && isOpen(view);
}

/** What administrators have to do, and members need not know; empty for what they have muted. */
export function choresOf(views: readonly ServiceView[]): readonly ServiceView[] {
  return views.filter((view) => impactOf(view) === 'chore' && isOpen(view));
}

/** Whether what the matter is has been checked, and the member has not set it aside. */
function isOpen(view: ServiceView): boolean {
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
