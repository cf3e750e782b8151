/** Planned maintenance: while it lasts, trouble of its services is no alarm. Pure; all times are ms UTC. */
import { cronOf } from '../coop/cron.ts';
import type { Maintenance } from '../coop/maintenance.ts';
import { ancestorsOf } from '../coop/parents.ts';
import type { Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';
import type { ServiceView } from './view.ts';

export type MaintenanceWindow = Readonly<{
  title: string;
  startsUtcMs: number;
  endsUtcMs: number;
  /** Includes the services that depend on these. */
  serviceIds: readonly string[] | 'all';
}>;

/** How long before its start maintenance is shown, in ms. */
export const noticeMs = 24 * 3_600_000;
/** Most windows of one entry in the requested span; a pattern of every minute is no plan. */
const windowLimit = 200;
const minuteMs = 60_000;

/** Cost of parsing a cron pattern, in windows. */
const patternCost = 3;
/** Windows computed in one step, which takes some 20 ms; the last entry may exceed it. */
const stepWindows = 150;

export type Span = Readonly<{ fromUtcMs: number; toUtcMs: number }>;

/**
 * The windows of the first entries that overlap the span, unsorted, as many as one step allows; and the remaining
 * entries.
 */
export function windowStep(
  entries: readonly Maintenance[],
  span: Span,
): Readonly<{ windows: readonly MaintenanceWindow[]; rest: readonly Maintenance[] }> {
  const windows: MaintenanceWindow[] = [];
  let spent = 0;
  let done = 0;
  for (const entry of entries) {
    if (spent >= stepWindows) break;
    done += 1;
    const times = timesOf(entry, span.fromUtcMs, span.toUtcMs);
    if ('cron' in entry) spent += patternCost + times.length;
    const about = { title: entry.title, serviceIds: entry.services ?? ('all' as const) };
    for (const one of times) {
      if (one.endsUtcMs > span.fromUtcMs && one.startsUtcMs < span.toUtcMs)
        windows.push({ ...about, ...one });
    }
  }
  return { windows, rest: entries.slice(done) };
}

export function inOrder(windows: readonly MaintenanceWindow[]): readonly MaintenanceWindow[] {
  return windows.toSorted((a, b) => a.startsUtcMs - b.startsUtcMs);
}

type WindowTimes = Pick<MaintenanceWindow, 'startsUtcMs' | 'endsUtcMs'>;

function timesOf(entry: Maintenance, fromUtcMs: number, toUtcMs: number): readonly WindowTimes[] {
  if (!('cron' in entry)) {
    return [{ startsUtcMs: Date.parse(entry.startsAt), endsUtcMs: Date.parse(entry.endsAt) }];
  }
  const durationMs = entry.durationMin * minuteMs;
  const cron = patternOf(entry);
  if (!cron) return [];
  const times: WindowTimes[] = [];
  // One that started earlier may still last.
  let at = cron.nextRun(new Date(fromUtcMs - durationMs));
  while (at && at.getTime() < toUtcMs && times.length < windowLimit) {
    times.push({ startsUtcMs: at.getTime(), endsUtcMs: at.getTime() + durationMs });
    at = cron.nextRun(at);
  }
  return times;
}

/** Undefined for a pattern that never matches. */
function patternOf({ cron, timeZone }: Extract<Maintenance, { cron: string }>) {
  try {
    return cronOf(cron, timeZone);
  } catch {
    return undefined;
  }
}

/** Each service's maintenance at one moment, including that of services it depends on. */
export type PlanNow = Readonly<{
  /** The maintenance under way; of several, the one that ends last. */
  activeFor: (serviceId: string) => MaintenanceWindow | undefined;
  /** The next maintenance that starts within `noticeMs`. */
  nextFor: (serviceId: string) => MaintenanceWindow | undefined;
}>;

/** Scans all windows once for all services: a document may have thousands of both. */
export function planAt(
  windows: readonly MaintenanceWindow[],
  parents: ReadonlyMap<string, string>,
  nowUtcMs: number,
): PlanNow {
  const active = chooser(
    windows.filter((one) => one.startsUtcMs <= nowUtcMs && nowUtcMs < one.endsUtcMs),
    (a, b) => b.endsUtcMs - a.endsUtcMs,
  );
  const next = chooser(
    windows.filter((one) => nowUtcMs < one.startsUtcMs && one.startsUtcMs <= nowUtcMs + noticeMs),
    (a, b) => a.startsUtcMs - b.startsUtcMs,
  );
  return {
    activeFor: (serviceId) => active([serviceId, ...ancestorsOf(serviceId, parents)]),
    nextFor: (serviceId) => next([serviceId, ...ancestorsOf(serviceId, parents)]),
  };
}

type Compare = (a: MaintenanceWindow, b: MaintenanceWindow) => number;

/** Finds the first window, in the order of `compare`, that affects one of the services. */
function chooser(
  windows: readonly MaintenanceWindow[],
  compare: Compare,
): (serviceIds: readonly string[]) => MaintenanceWindow | undefined {
  // The windows of one entry share one `serviceIds` array: the first of them hides the others.
  const firsts = new Map<MaintenanceWindow['serviceIds'], MaintenanceWindow>();
  for (const window of windows) {
    const known = firsts.get(window.serviceIds);
    if (!known || compare(window, known) < 0) firsts.set(window.serviceIds, window);
  }
  const ranked = [...firsts.values()].toSorted(compare);
  const rankOf = new Map<string, number>();
  let rankOfAll = Number.POSITIVE_INFINITY;
  for (const [rank, { serviceIds }] of ranked.entries()) {
    if (serviceIds === 'all') rankOfAll = rank;
    else for (const id of serviceIds) if (!rankOf.has(id)) rankOf.set(id, rank);
  }
  return (serviceIds) => {
    const rank = serviceIds.reduce((best, id) => Math.min(best, rankOf.get(id) ?? best), rankOfAll);
    return ranked[rank];
  };
}

/** When some maintenance next starts, ends or becomes visible; undefined if never. */
export function nextTurn(
  windows: readonly MaintenanceWindow[],
  nowUtcMs: number,
): number | undefined {
  let next: number | undefined;
  for (const { startsUtcMs, endsUtcMs } of windows) {
    for (const at of [startsUtcMs - noticeMs, startsUtcMs, endsUtcMs]) {
      if (at > nowUtcMs && (next === undefined || at < next)) next = at;
    }
  }
  return next;
}

/**
 * Shows planned maintenance on the services that it affects. While it lasts, down or degraded becomes maintenance; a
 * service that is up is shown as up with the plan beside it, and unknown stays unknown.
 */
export function planViews(
  views: readonly ServiceView[],
  windows: readonly MaintenanceWindow[],
  parents: ReadonlyMap<string, string>,
  nowUtcMs: number,
): readonly ServiceView[] {
  if (windows.length === 0) return views;
  const plan = planAt(windows, parents, nowUtcMs);
  return views.map((view) => {
    if (view.verdict === 'retired') return view;
    const active = plan.activeFor(view.id);
    const window = active ?? plan.nextFor(view.id);
    if (!window) return view;
    const { title, startsUtcMs, endsUtcMs } = window;
    const planned = { ...view, maintenance: { title, startsUtcMs, endsUtcMs } };
    return { ...planned, ...excused(view, active) };
  });
}

type Excuse = Readonly<{ verdict: 'maintenance'; reason: Reason; sinceUtcMs: number }>;

/** Trouble during planned maintenance counts as maintenance, from its start on. */
export function excused(
  seen: Pick<ServiceView, 'verdict' | 'sinceUtcMs'>,
  active: MaintenanceWindow | undefined,
): Excuse | undefined {
  if (!active || (seen.verdict !== 'down' && seen.verdict !== 'degraded')) return undefined;
  return {
    verdict: 'maintenance',
    reason: reason('planned', { title: active.title }),
    sinceUtcMs: Math.max(seen.sinceUtcMs, active.startsUtcMs),
  };
}
