/** The one state of the app: what the features know, put together as an immutable snapshot. */
import type { Connectivity } from '../shared/connectivity.ts';
import type { HistoryProblem } from '../shared/history/view.ts';
import type { Locale, Snapshot } from '../shared/snapshot.ts';
import type { Summary } from '../shared/status/summary.ts';
import { summarise } from '../shared/status/summary.ts';
import type { ServiceView } from '../shared/status/view.ts';
import { viewService } from '../shared/status/view.ts';
import { unchecked } from '../shared/status/machine.ts';
import type { Coop } from './directory/index.ts';
import type { Clock } from './platform/clock.ts';
import type { StatusState } from './status/index.ts';

export type StateParts = Readonly<{
  appVersion: string;
  locale: Locale;
  clock: Clock;
  coop: () => Coop | undefined;
  connectivity: () => Connectivity;
  status: () => StatusState;
  historyProblem: () => HistoryProblem | undefined;
}>;

export type State = Readonly<{
  snapshot: () => Snapshot;
  summary: () => Summary;
  view: (serviceId: string) => ServiceView | undefined;
  setTrayAvailable: (available: boolean) => void;
  /** Something has changed: tells the listeners, several changes in a row as one. */
  touch: () => void;
  onChange: (listener: () => void) => void;
  dispose: () => void;
}>;

/** Changes this close together are drawn once, in ms. */
const settleMs = 100;

export function createState(parts: StateParts): State {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  let revision = 0;
  let trayAvailable = true;
  let cancel: (() => void) | undefined;

  const views = (): ServiceView[] => {
    const { services, records } = parts.status();
    const now = clock.nowUtcMs();
    return services.map(({ service }) =>
      viewService(service, records.get(service.id) ?? unchecked(now), parts.connectivity(), now),
    );
  };

  const touch = () => {
    revision += 1;
    cancel ??= clock.after(settleMs, () => {
      cancel = undefined;
      for (const listener of listeners) listener();
    });
  };

  return {
    snapshot: () => {
      const { checkedAtUtcMs, checkingNow } = parts.status();
      const coop = parts.coop();
      const historyProblem = parts.historyProblem();
      return {
        revision,
        appVersion: parts.appVersion,
        locale: parts.locale,
        connectivity: parts.connectivity(),
        services: views(),
        checkingNow,
        trayAvailable,
        ...(coop ? { coop: viewCoop(coop) } : {}),
        ...(historyProblem ? { historyProblem } : {}),
        ...(checkedAtUtcMs === undefined ? {} : { checkedAtUtcMs }),
      };
    },
    summary: () => summarise(views(), parts.connectivity()),
    view: (serviceId) => views().find((one) => one.id === serviceId),
    setTrayAvailable: (available) => {
      trayAvailable = available;
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

function viewCoop({ document, source, readAtUtcMs, error }: Coop): NonNullable<Snapshot['coop']> {
  return {
    name: document.name,
    source,
    readAtUtcMs,
    problems: [...document.problems],
    ...(error ? { error } : {}),
  };
}
