/** The state of the app, as an immutable snapshot for the window and the tray. */
import { withPolicy } from '../../shared/notification-policy/view.ts';
import type { Slices } from '../../shared/slices.ts';
import type { Locale } from '../../shared/i18n/languages.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { coopKey } from '../../shared/coop/source.ts';
import { viewCoop } from '../../shared/coop/view.ts';
import { notesOf } from '../../shared/status/feed-view.ts';
import type { Annotations, ServiceView } from '../../shared/status/view.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConnectivityMonitor } from '../platform/connectivity.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';
import type { Crashes } from './crashes.ts';
import type { Directory } from './directory/index.ts';
import type { History } from './history/index.ts';
import type { NotificationPolicy } from './notification-policy/index.ts';
import type { Welcome } from './welcome.ts';
import type { Monitor } from './status/monitor.ts';

export type StateDeps = Readonly<{
  appVersion: string;
  locale: Locale;
  demo?: true;
  clock: Clock;
  directory: Pick<Directory, 'current' | 'awaited'>;
  connectivity: Pick<ConnectivityMonitor, 'current'>;
  monitor: Pick<Monitor, 'state' | 'views' | 'feeds'>;
  policy: Pick<NotificationPolicy, 'state' | 'view'>;
  welcome: Pick<Welcome, 'isOpen'>;
  crashes: Pick<Crashes, 'current'>;
  history?: Pick<History, 'problem'>;
  files: Pick<ProfileFiles, 'troubles'>;
  annotate: (view: ServiceView) => Annotations;
}>;

export type State = Readonly<{
  snapshot: () => Snapshot;
  view: (serviceId: string) => ServiceView | undefined;
  /** Adds a feature's slices to the snapshot. */
  publish: (slices: Slices) => void;
  setTrayAvailable: (available: boolean) => void;
  setNoticesShown: (shown: boolean) => void;
  /** Schedules `onChange`; several changes in a row emit it once. */
  touch: () => void;
  onChange: Emitter<Snapshot>['on'];
  dispose: () => void;
}>;

/** Changes this close together are drawn together, in ms. */
const debounceMs = 100;
/** Minimum time between redraws, in ms: avoids flicker while hundreds of services are checked. */
const minIntervalMs = 300;

export function createState(deps: StateDeps): State {
  const { clock, monitor, policy } = deps;
  const changed = createEmitter<Snapshot>();
  let desktop = { trayAvailable: true, noticesShown: true };
  let slices: Slices = {};
  let revision = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const annotated = (view: ServiceView): ServiceView => ({
    ...withPolicy(view, policy.state()),
    ...deps.annotate(view),
  });
  const snapshot = (): Snapshot => ({
    revision,
    appVersion: deps.appVersion,
    locale: deps.locale,
    ...(deps.demo ? { demo: true } : {}),
    connectivity: deps.connectivity.current(),
    silentFeeds: notesOf(monitor.feeds().values()),
    services: monitor.views().map(annotated),
    policy: policy.view(),
    checkingNow: monitor.state().checkingNow,
    ...desktop,
    ...slices,
    ...optionalParts(deps),
  });

  const draw = () => {
    cancel = undefined;
    drawnAtMs = clock.monotonicMs();
    changed.emit(snapshot());
  };
  const touch = () => {
    revision += 1;
    const waitMs = Math.max(debounceMs, drawnAtMs + minIntervalMs - clock.monotonicMs());
    cancel ??= clock.after(waitMs, draw);
  };
  const setDesktop = (next: Partial<typeof desktop>) => {
    desktop = { ...desktop, ...next };
    touch();
  };

  return {
    snapshot,
    view: (serviceId) => {
      const view = monitor.views().find(({ id }) => id === serviceId);
      return view && annotated(view);
    },
    publish: (more) => {
      slices = { ...slices, ...more };
      touch();
    },
    setTrayAvailable: (trayAvailable) => setDesktop({ trayAvailable }),
    setNoticesShown: (noticesShown) => setDesktop({ noticesShown }),
    touch,
    onChange: changed.on,
    dispose: () => {
      cancel?.();
      changed.clear();
    },
  };
}

/** The optional fields that have a value now. */
function optionalParts(deps: StateDeps): Partial<Snapshot> {
  const coop = deps.directory.current();
  const awaited = deps.directory.awaited();
  const { checkedAtUtcMs } = deps.monitor.state();
  const historyProblem = deps.history?.problem();
  const fileTroubles = [...deps.files.troubles()];
  const crash = deps.crashes.current();
  return {
    ...(coop ? { coop: viewCoop(coop) } : {}),
    ...(coop && deps.welcome.isOpen(coopKey(coop.source)) ? { welcome: true } : {}),
    ...(awaited ? { awaited } : {}),
    ...(historyProblem ? { historyProblem } : {}),
    ...(fileTroubles.length > 0 ? { fileTroubles } : {}),
    ...(crash ? { crash } : {}),
    ...(checkedAtUtcMs === undefined ? {} : { checkedAtUtcMs }),
  };
}
