/** Checks every service of a co-op once with the core's monitor: a composition root for the command line. */
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Connectivity } from '../../shared/net/connectivity.ts';
import { ancestorsOf, parentsOf } from '../../shared/coop/parents.ts';
import type { KnownService } from '../../shared/coop/service.ts';
import type { DirectoryError } from '../../shared/coop/directory-error.ts';
import { isRefusal } from '../../shared/status/refusal.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { Coop } from '../core/directory/index.ts';
import { copyLimitBytes } from '../core/directory/copy.ts';
import { createDirectory, restoreOrAsk } from '../core/directory/index.ts';
import type { Clock } from '../platform/clock.ts';
import { fileStore } from '../platform/files.ts';
import type { Net } from '../platform/net/index.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import type { WayOut } from '../platform/observed-net.ts';
import { createWayOut } from '../platform/observed-net.ts';
import { createProbe } from '../core/status/probes/index.ts';
import { createConnectedMonitor } from '../core/status/connected-monitor.ts';
import type { Monitor } from '../core/status/monitor.ts';

export type CheckOptions = Readonly<{
  clock: Clock;
  /** The app's copy of the document; never written. */
  copyFile: string;
  /** Where to read the document instead of the copy. */
  source?: string;
  /** The member's, as a tag of BCP 47 or POSIX. */
  language: string;
  /** Limit for the whole run. */
  timeoutMs: number;
  proxies: Proxies;
  /** Ids of the services that are asked about; all if empty. */
  services: readonly string[];
}>;

export type Answer =
  /** The document lists other services than this one. */
  | Readonly<{ found: 'others'; unknown: string; listed: readonly string[] }>
  | Readonly<{ found: true; coop: Coop; views: readonly ServiceView[]; connectivity: Connectivity }>
  | Readonly<{ found: false; error?: DirectoryError; connectivity: Connectivity }>;

/** Interval while a failure is confirmed, in s; short, because a person is waiting. */
const confirmS = 0.5;
/** Check interval, in s: no service is checked again once its state is clear. */
const neverS = 86_400;

export async function checkCoop(options: CheckOptions): Promise<Answer> {
  const { clock } = options;
  const way = createWayOut({ clock, proxies: options.proxies });
  const { net, connectivity } = way;
  let stopWaiting = () => {};
  const timeUp = new Promise<void>((resolve) => {
    stopWaiting = clock.after(options.timeoutMs, resolve);
  });
  try {
    const found = await findCoop(net, options, timeUp);
    if (found.coop) return await checkNamed({ ...way, ...options }, found.coop, options, timeUp);
    await Promise.race([connectivity.confirm(), timeUp]);
    return { found: false, ...found, connectivity: connectivity.current() };
  } finally {
    stopWaiting();
    connectivity.dispose();
  }
}

type FoundCoop = Readonly<{ coop: Coop } | { coop?: never; error?: DirectoryError }>;

export type Machine = WayOut & Readonly<{ clock: Clock; proxies: Proxies }>;

/** From the app's copy, or where `source` says. */
export async function findCoop(
  net: Net,
  options: Omit<CheckOptions, 'timeoutMs' | 'services' | 'proxies'>,
  timeUp: Promise<void>,
): Promise<FoundCoop> {
  const { clock, copyFile, source, language } = options;
  const store = { ...fileStore(copyFile, copyLimitBytes), save: async () => undefined };
  const directory = createDirectory({ net, clock, store, language });
  const loading = source === undefined ? restoreOrAsk(directory) : directory.join(source);
  const late = timeUp.then((): DirectoryError => ({ code: 'unreachable' }));
  const error = await Promise.race([loading, late]);
  const coop = directory.current();
  directory.dispose();
  if (coop) return { coop };
  return error ? { error } : {};
}

/** Those that the named ones depend on are checked too: they may be the cause. */
async function checkNamed(
  machine: Machine,
  coop: Coop,
  { services: named }: CheckOptions,
  timeUp: Promise<void>,
): Promise<Answer> {
  if (named.length === 0) return checkAll(machine, coop, timeUp);
  const all = coop.document.services;
  const listed = all.map(({ service }) => service.id);
  const unknown = named.find((id) => !listed.includes(id));
  if (unknown !== undefined) return { found: 'others', unknown, listed };
  const parents = parentsOf(all);
  const needed = new Set(named.flatMap((id) => [id, ...ancestorsOf(id, parents)]));
  const services = all.filter(({ service }) => needed.has(service.id));
  const document = { ...coop.document, services };
  const checked = await checkAll(machine, { ...coop, document }, timeUp);
  return { ...checked, views: checked.views.filter(({ id }) => named.includes(id)) };
}

type Checked = Extract<Answer, { found: true }>;

/** Checks each service until its state is clear, or until `timeUp`. */
export async function checkAll(
  { pages, checks, clock, connectivity, proxies }: Machine,
  coop: Coop,
  timeUp: Promise<void>,
): Promise<Checked> {
  const monitor = createConnectedMonitor({
    clock,
    net: pages,
    connectivity,
    probe: createProbe({ net: checks, hear: connectivity.hear, proxies }),
    random: Math.random,
    domains: { load: async () => undefined, save: async () => undefined },
  });
  // The command is too short to sleep through, so the checks just restart.
  monitor.onJump(monitor.resume);
  const services = coop.document.services.map(asOneShot);
  monitor.setDocument({ ...coop.document, services });
  const settled = new Promise<void>((resolve) => {
    const review = () => {
      const isBlind = !failuresCount(connectivity.current().state);
      if (isBlind ? isTried(monitor) : isClear(monitor)) resolve();
    };
    monitor.onChanges(review);
    connectivity.onChange(review);
  });
  // Marks every service as requested, so that `checkingNow` turns false when all have been tried.
  monitor.checkNow();
  await Promise.race([settled, timeUp]);
  const answer = { views: monitor.views(), connectivity: connectivity.current() };
  monitor.dispose();
  return { found: true, coop, ...answer };
}

/** The same service, checked once, with failures confirmed quickly. */
function asOneShot(known: KnownService): KnownService {
  const { service } = known;
  return {
    ...known,
    service: { ...service, intervalS: neverS, damping: { ...service.damping, confirmS } },
  };
}

/** Whether all were tried: while we are offline, the last one may be the one that proves that we are online. */
function isTried(monitor: Monitor): boolean {
  const services = monitor.state().services.filter(({ service }) => !service.probe && service.feed);
  return (
    !monitor.state().checkingNow &&
    services.every(({ service }) => !service.feed || isRead(monitor, service.feed.feed))
  );
}

/** Whether the state of every service is settled, possibly as unknown. */
function isClear(monitor: Monitor): boolean {
  const { services, records } = monitor.state();
  return services.every(({ service, unreadable }) => {
    if (unreadable || service.retired) return true;
    if (!service.probe) return !service.feed || isRead(monitor, service.feed.feed);
    const record = records.get(service.id);
    // A host that refuses us will not become clearer while a person waits.
    if (isRefusal(record?.reason)) return true;
    return record?.asOfUtcMs !== undefined && record.pending?.direction !== 'worse';
  });
}

function isRead(monitor: Monitor, feedId: string): boolean {
  const feed = monitor.feeds().get(feedId);
  return !feed || feed.readAtUtcMs !== undefined || feed.faults > 0;
}
