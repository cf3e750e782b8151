/** The one state of the app: what the features know, put together as an immutable snapshot. */
import type { BackupsSummary } from '../../shared/backups/summary.ts';
import { viewCoop } from '../../shared/coop/view.ts';
import type { Reported } from '../../shared/triage/reported.ts';
import type { Connectivity } from '../../shared/net/connectivity.ts';
import type { FileTrouble } from '../../shared/kept-files.ts';
import type { HistoryProblem } from '../../shared/history/view.ts';
import type { PolicyState } from '../../shared/notification-policy/state.ts';
import type { SeenBy, UnreadNotes } from '../../shared/triage/sharing.ts';
import type { PolicyView } from '../../shared/notification-policy/view.ts';
import { withPolicy } from '../../shared/notification-policy/view.ts';
import type { Awaited, Snapshot } from '../../shared/snapshot.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { notesOf } from '../../shared/status/feed-view.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { Coop } from './directory/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Monitor } from './status/monitor.ts';

export type StateParts = Readonly<{
  appVersion: string;
  locale: Locale;
  clock: Clock;
  coop: () => Coop | undefined;
  awaited: () => Awaited | undefined;
  connectivity: () => Connectivity;
  watch: Pick<Monitor, 'state' | 'views' | 'feeds'>;
  policy: Readonly<{ state: () => PolicyState; view: () => PolicyView }>;
  historyProblem: () => HistoryProblem | undefined;
  fileTroubles: () => readonly FileTrouble[];
  /** Undefined until one was read. */
  backups: () => BackupsSummary | undefined;
  /** What the co-op says of its services, by their id. */
  reported: () => ReadonlyMap<string, Reported>;
  /** Who else has seen the trouble of a service. */
  seenBy: (view: ServiceView) => readonly SeenBy[];
  /** What others may say of it in words that cannot be read here. */
  unreadNotes: (view: ServiceView) => UnreadNotes | undefined;
  unread: () => NonNullable<Snapshot['unread']>;
}>;

export type State = Readonly<{
  snapshot: () => Snapshot;
  views: () => readonly ServiceView[];
  view: (serviceId: string) => ServiceView | undefined;
  setTrayAvailable: (available: boolean) => void;
  setNoticesShown: (shown: boolean) => void;
  /** Something has changed: tells the listeners, several changes in a row as one. */
  touch: () => void;
  /** The listener gets the snapshot to draw. */
  onChange: (listener: (snapshot: Snapshot) => void) => void;
  dispose: () => void;
}>;

/** Changes this close together are drawn once, in ms. */
const settleMs = 100;
/** While much changes, the time from one drawing to the next, in ms: hundreds of services in turn are no film. */
const paceMs = 300;

export function createState(parts: StateParts): State {
  const { clock, watch } = parts;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let revision = 0;
  let trayAvailable = true;
  let noticesShown = true;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const views = () => {
    const policy = parts.policy.state();
    const reported = parts.reported();
    return watch.views().map((view) => {
      const said = reported.get(view.id);
      const seenBy = [...parts.seenBy(view)];
      const unreadNotes = parts.unreadNotes(view);
      return {
        ...withPolicy(view, policy),
        ...(said ? { reported: said } : {}),
        ...(seenBy.length > 0 ? { seenBy } : {}),
        ...(unreadNotes ? { unreadNotes } : {}),
      };
    });
  };

  const snapshot = (): Snapshot => {
    const { checkedAtUtcMs, checkingNow } = watch.state();
    const coop = parts.coop();
    const awaited = parts.awaited();
    const fileTroubles = [...parts.fileTroubles()];
    const historyProblem = parts.historyProblem();
    const backups = parts.backups();
    const unread = parts.unread();
    return {
      revision,
      appVersion: parts.appVersion,
      locale: parts.locale,
      connectivity: parts.connectivity(),
      silentFeeds: notesOf(watch.feeds().values()),
      services: views(),
      policy: parts.policy.view(),
      checkingNow,
      trayAvailable,
      noticesShown,
      ...(coop ? { coop: viewCoop(coop) } : {}),
      ...(awaited ? { awaited } : {}),
      ...(unread.answers + unread.news > 0 ? { unread } : {}),
      ...(historyProblem ? { historyProblem } : {}),
      ...(fileTroubles.length > 0 ? { fileTroubles } : {}),
      ...(backups ? { backups } : {}),
      ...(checkedAtUtcMs === undefined ? {} : { checkedAtUtcMs }),
    };
  };

  const touch = () => {
    revision += 1;
    const waitMs = Math.max(settleMs, drawnAtMs + paceMs - clock.monotonicMs());
    cancel ??= clock.after(waitMs, () => {
      cancel = undefined;
      drawnAtMs = clock.monotonicMs();
      const drawn = snapshot();
      for (const listener of listeners) listener(drawn);
    });
  };

  return {
    snapshot,
    views,
    view: (serviceId) => views().find((one) => one.id === serviceId),
    setTrayAvailable: (available) => {
      trayAvailable = available;
      touch();
    },
    setNoticesShown: (shown) => {
      noticesShown = shown;
      touch();
    },
    touch,
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      cancel?.();
      listeners.clear();
    },
  };
}
