/** Asks every service of a co-op once, with the monitor that the core has: a composition root for the terminal. */
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Connectivity } from '../../shared/net/connectivity.ts';
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
import type { WayOut } from '../platform/observed-net.ts';
import { createWayOut } from '../platform/observed-net.ts';
import { createProbe } from '../core/status/probes/index.ts';
import { createConnectedMonitor } from '../core/status/connected-monitor.ts';
import type { Monitor } from '../core/status/monitor.ts';

export type Question = Readonly<{
  clock: Clock;
  /** Where the app keeps its copy of the document; it is read, never written. */
  copyFile: string;
  /** A source to read the document from, in place of the copy. */
  source?: string;
  /** How long the whole may take, in ms. */
  timeoutMs: number;
}>;

export type Answer =
  | Readonly<{ found: true; coop: Coop; views: readonly ServiceView[]; connectivity: Connectivity }>
  | Readonly<{ found: false; error?: DirectoryError; connectivity: Connectivity }>;

/** Time between two tries while a failure is confirmed: a person waits for the answer. In s. */
const confirmS = 0.5;
/** No service is asked again once its state is clear. In s. */
const neverS = 86_400;

export async function ask(question: Question): Promise<Answer> {
  const { clock } = question;
  const way = createWayOut({ clock });
  const { net, connectivity } = way;
  let stopWaiting = () => {};
  const timeUp = new Promise<void>((resolve) => {
    stopWaiting = clock.after(question.timeoutMs, resolve);
  });
  try {
    const found = await findCoop(net, question, timeUp);
    if (found.coop) return await checkAll({ ...way, clock }, found.coop, timeUp);
    await Promise.race([connectivity.confirm(), timeUp]);
    return { found: false, ...found, connectivity: connectivity.current() };
  } finally {
    stopWaiting();
    connectivity.dispose();
  }
}

type FoundCoop = Readonly<{ coop: Coop } | { coop?: never; error?: DirectoryError }>;

export type Machine = WayOut & Readonly<{ clock: Clock }>;

async function findCoop(net: Net, question: Question, timeUp: Promise<void>): Promise<FoundCoop> {
  const { clock, copyFile, source } = question;
  const store = { ...fileStore(copyFile, copyLimitBytes), save: async () => undefined };
  const directory = createDirectory({ net, clock, store });
  const looked = source === undefined ? restoreOrAsk(directory) : directory.join(source);
  const late = timeUp.then((): DirectoryError => ({ code: 'unreachable' }));
  const error = await Promise.race([looked, late]);
  const coop = directory.current();
  directory.dispose();
  if (coop) return { coop };
  return error ? { error } : {};
}

/** Asks each service until its state is clear, or `timeUp`. */
export async function checkAll(
  { pages, checks, clock, connectivity }: Machine,
  coop: Coop,
  timeUp: Promise<void>,
): Promise<Answer> {
  const monitor = createConnectedMonitor({
    clock,
    net: pages,
    connectivity,
    probe: createProbe({ net: checks, hear: connectivity.hear }),
    random: Math.random,
    domains: { load: async () => undefined, save: async () => undefined },
  });
  // Nothing sleeps through a command this short: the checks simply begin anew.
  monitor.onJump(monitor.resume);
  const services = coop.document.services.map(asOneShot);
  monitor.setDocument({ ...coop.document, services });
  const settled = new Promise<void>((resolve) => {
    const look = () => {
      const isBlind = !failuresCount(connectivity.current().state);
      if (isBlind ? isTried(monitor) : isClear(monitor)) resolve();
    };
    monitor.onChanges(look);
    connectivity.onChange(look);
  });
  // Marks each as asked, so that it is seen when all have been tried.
  monitor.checkNow();
  await Promise.race([settled, timeUp]);
  const answer = { views: monitor.views(), connectivity: connectivity.current() };
  monitor.dispose();
  return { found: true, coop, ...answer };
}

/** The same service, asked once, with its failures confirmed at once. */
function asOneShot(known: KnownService): KnownService {
  const { service } = known;
  return {
    ...known,
    service: { ...service, intervalS: neverS, damping: { ...service.damping, confirmS } },
  };
}

/** Whether all were asked: the last of them may have been the one whose answer proves the way out. */
function isTried(monitor: Monitor): boolean {
  const services = monitor.state().services.filter(({ service }) => !service.probe && service.feed);
  return (
    !monitor.state().checkingNow &&
    services.every(({ service }) => !service.feed || isRead(monitor, service.feed.feed))
  );
}

/** Whether the state of every service is certain, be it that nothing can be known of it. */
function isClear(monitor: Monitor): boolean {
  const { services, records } = monitor.state();
  return services.every(({ service, unreadable }) => {
    if (unreadable || service.retired) return true;
    if (!service.probe) return !service.feed || isRead(monitor, service.feed.feed);
    const record = records.get(service.id);
    // What its host does not let us ask will not become any clearer while a person waits.
    if (isRefusal(record?.reason)) return true;
    return record?.asOfUtcMs !== undefined && record.pending?.direction !== 'worse';
  });
}

function isRead(monitor: Monitor, feedId: string): boolean {
  const feed = monitor.feeds().get(feedId);
  return !feed || feed.readAtUtcMs !== undefined || feed.faults > 0;
}
