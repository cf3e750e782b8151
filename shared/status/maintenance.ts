/**
 * Planned work: while it lasts, trouble of its services is no alarm. Windows come from the document and may come from
 * status pages as well; the rule is the same. Pure; all times are ms UTC.
 */
import { cronOf } from '../coop/cron.ts';
import type { Maintenance } from '../coop/maintenance.ts';
import { ancestorsOf } from '../coop/parents.ts';
import type { Reason } from './observation.ts';
import { reason } from './observation.ts';
import type { ServiceView } from './view.ts';

export type MaintenanceWindow = Readonly<{
  title: string;
  startsUtcMs: number;
  endsUtcMs: number;
  /** It is also about all that stands on these. */
  serviceIds: readonly string[] | 'all';
}>;

/** How long before it begins planned work is shown, in ms. */
export const noticeMs = 24 * 3_600_000;
/** Windows that one entry may have in the time asked for; a pattern of every minute is no plan. */
const windowLimit = 200;
const minuteMs = 60_000;

/** The windows that touch the time between the two moments, by their beginning. */
export function windowsOf(
  entries: readonly Maintenance[],
  fromUtcMs: number,
  toUtcMs: number,
): readonly MaintenanceWindow[] {
  return entries
    .flatMap((entry) => {
      const about = { title: entry.title, serviceIds: entry.services ?? ('all' as const) };
      return timesOf(entry, fromUtcMs, toUtcMs).map((times) => ({ ...about, ...times }));
    })
    .filter((window) => window.endsUtcMs > fromUtcMs && window.startsUtcMs < toUtcMs)
    .toSorted((a, b) => a.startsUtcMs - b.startsUtcMs);
}

type WindowTimes = Pick<MaintenanceWindow, 'startsUtcMs' | 'endsUtcMs'>;

function timesOf(entry: Maintenance, fromUtcMs: number, toUtcMs: number): readonly WindowTimes[] {
  if (!('cron' in entry)) {
    return [{ startsUtcMs: Date.parse(entry.startsAt), endsUtcMs: Date.parse(entry.endsAt) }];
  }
  const durationMs = entry.durationMin * minuteMs;
  const cron = cronOf(entry.cron, entry.timeZone);
  const times: WindowTimes[] = [];
  // One that has begun before may still last.
  let at = cron.nextRun(new Date(fromUtcMs - durationMs));
  while (at && at.getTime() < toUtcMs && times.length < windowLimit) {
    times.push({ startsUtcMs: at.getTime(), endsUtcMs: at.getTime() + durationMs });
    at = cron.nextRun(at);
  }
  return times;
}

/** The work that is going on for a service; of several the one that ends last. */
export function activeWindow(
  windows: readonly MaintenanceWindow[],
  serviceId: string,
  parents: ReadonlyMap<string, string>,
  nowUtcMs: number,
): MaintenanceWindow | undefined {
  return windows
    .filter((one) => one.startsUtcMs <= nowUtcMs && nowUtcMs < one.endsUtcMs)
    .filter((one) => isAbout(one, serviceId, parents))
    .toSorted((a, b) => b.endsUtcMs - a.endsUtcMs)[0];
}

/** The work that comes next for a service and begins within `noticeMs`. */
export function nextWindow(
  windows: readonly MaintenanceWindow[],
  serviceId: string,
  parents: ReadonlyMap<string, string>,
  nowUtcMs: number,
): MaintenanceWindow | undefined {
  return windows
    .filter((one) => nowUtcMs < one.startsUtcMs && one.startsUtcMs <= nowUtcMs + noticeMs)
    .filter((one) => isAbout(one, serviceId, parents))
    .toSorted((a, b) => a.startsUtcMs - b.startsUtcMs)[0];
}

/** The next moment at which some work begins, ends or comes into sight; undefined when there is none. */
export function nextTurn(
  windows: readonly MaintenanceWindow[],
  nowUtcMs: number,
): number | undefined {
  return windows
    .flatMap((one) => [one.startsUtcMs - noticeMs, one.startsUtcMs, one.endsUtcMs])
    .filter((at) => at > nowUtcMs)
    .toSorted((a, b) => a - b)[0];
}

function isAbout(
  { serviceIds }: MaintenanceWindow,
  serviceId: string,
  parents: ReadonlyMap<string, string>,
): boolean {
  if (serviceIds === 'all' || serviceIds.includes(serviceId)) return true;
  return ancestorsOf(serviceId, parents).some((id) => serviceIds.includes(id));
}

/**
 * Shows planned work on the services it is about. Down or degraded becomes maintenance while it lasts; a service that
 * works meanwhile is shown as up, with the plan beside it, and what is not known stays unknown.
 */
export function planViews(
  views: readonly ServiceView[],
  windows: readonly MaintenanceWindow[],
  parents: ReadonlyMap<string, string>,
  nowUtcMs: number,
): readonly ServiceView[] {
  if (windows.length === 0) return views;
  return views.map((view) => {
    if (view.verdict === 'retired') return view;
    const active = activeWindow(windows, view.id, parents, nowUtcMs);
    const window = active ?? nextWindow(windows, view.id, parents, nowUtcMs);
    if (!window) return view;
    const { title, startsUtcMs, endsUtcMs } = window;
    const planned = { ...view, maintenance: { title, startsUtcMs, endsUtcMs } };
    return { ...planned, ...excused(view, active) };
  });
}

type Excuse = Readonly<{ verdict: 'maintenance'; reason: Reason; sinceUtcMs: number }>;

/** Trouble while work is planned is that work, from its beginning on. */
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
