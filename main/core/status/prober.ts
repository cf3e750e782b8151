/** Checks each of the co-op's services at its interval, and holds their records. */
import type { KnownService } from '../../../shared/coop/service.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Confirming } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createCheckCycle } from './check-cycle.ts';
import { createCheckRunner } from './check-runner.ts';
import { createCheckScheduler } from './check-scheduler.ts';
import { createHostBackoff } from './host-backoff.ts';
import type { RunProbe } from './probes/index.ts';
import { countPending, isChecked } from './records.ts';
import { createServiceRecords } from './service-records.ts';
import type { StatusEvent } from './status-event.ts';

export type StatusState = Readonly<{
  services: readonly KnownService[];
  records: ReadonlyMap<string, ServiceRecord>;
  /** When the newest check ended, ms UTC. */
  checkedAtUtcMs?: number;
  /** True while checks requested by a member are under way. */
  checkingNow: boolean;
  confirming: Confirming;
}>;

export type Prober = Readonly<{
  state: () => StatusState;
  onChange: Emitter<StatusEvent>['on'];
  /** The clock jumped, or the machine slept unannounced: nothing is checked until `resume`. */
  onJump: Emitter<void>['on'];
  setServices: (services: readonly KnownService[]) => void;
  /** Checks one service, or all, now. */
  checkNow: (serviceId?: string) => void;
  /** Stops all timers and drops the checks under way, whose failures would not be the services'. */
  suspend: () => void;
  /** Restarts the checks; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export type ProberDeps = Readonly<{
  clock: Clock;
  probe: RunProbe;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState; clockOffMs?: number | undefined }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
  random: () => number;
}>;

export function createProber(deps: ProberDeps): Prober {
  const records = createServiceRecords(deps.clock);
  const scheduler = createCheckScheduler(deps);
  const hosts = createHostBackoff(deps);
  const runner = createCheckRunner(deps);
  const cycle = createCheckCycle({ ...deps, records, scheduler, hosts, runner });
  let isRunning = false;

  const ids = () => records.services().map(({ service }) => service.id);
  const start = () => {
    isRunning = true;
    for (const id of ids()) scheduler.schedule(id, 0);
  };
  const stop = () => {
    isRunning = false;
    cycle.drop();
    scheduler.clear();
  };

  return {
    state: () => {
      const checkedAtUtcMs = records.checkedAtUtcMs();
      return {
        services: records.services(),
        records: records.all(),
        ...(checkedAtUtcMs === undefined ? {} : { checkedAtUtcMs }),
        checkingNow: cycle.isAnyWanted(),
        confirming: countPending(records.all().values()),
      };
    },
    onChange: cycle.onEvent,
    onJump: cycle.onJump,
    setServices: (next) => {
      stop();
      records.setServices(next);
      start();
      cycle.emit({ what: 'verdicts', changes: [] });
    },
    checkNow: (serviceId) => {
      for (const id of serviceId === undefined ? ids() : [serviceId]) {
        if (!isChecked(records.service(id))) continue;
        cycle.want(id);
        if (cycle.isUnderWay(id)) runner.hurry(id);
        else if (isRunning) scheduler.schedule(id, 0);
      }
      if (runner.isBlind()) void deps.connectivity.confirm();
      cycle.emit({ what: 'verdicts', changes: [] });
    },
    suspend: stop,
    resume: () => {
      cycle.expectJump();
      runner.renewLine();
      if (!isRunning) return start();
      // A check under way may be the one that proves the line.
      for (const id of ids()) if (!cycle.isUnderWay(id)) scheduler.schedule(id, 0);
    },
    dispose: () => {
      stop();
      cycle.dispose();
    },
  };
}
