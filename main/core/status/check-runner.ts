/** Runs single checks, each in its slot, and decides whether a failure is the service's or our own line's. */
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { LaneName } from '../../../shared/status/lanes.ts';
import { placeAsked } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';
import { createCheckSlots } from './check-slots.ts';
import { createLineDoubt } from './line-doubt.ts';
import type { RunProbe } from './probes/index.ts';

export type CheckRun = Readonly<{
  seen: Observation;
  /** `outdated`: the failure began before the line was lost and restored, so it says nothing about either. */
  tellsOf: 'service' | 'own-line' | 'outdated';
}>;

export type CheckRunner = Readonly<{
  /** We are known to be offline. */
  isBlind: () => boolean;
  /** Rejects as the probe does, or with the signal's reason. */
  run: (
    check: Readonly<{ id: string; probe: PlainProbe; lane: LaneName }>,
    signal: AbortSignal,
  ) => Promise<CheckRun>;
  /** A member has requested this check. */
  hurry: (id: string) => void;
  /** The line is back. */
  renewLine: () => void;
}>;

export type CheckRunnerDeps = Readonly<{
  clock: Clock;
  probe: RunProbe;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
}>;

export function createCheckRunner(deps: CheckRunnerDeps): CheckRunner {
  const { clock, probe: runProbe, connectivity } = deps;
  const isBlind = () => !failuresCount(connectivity.current().state);
  // While we are known to be offline, the witnesses are checked anyway.
  const lineDoubt = createLineDoubt({
    clock,
    doubt: () => void (isBlind() || connectivity.confirm()),
  });
  const slots = createCheckSlots({ clock, isBlind, onHang: lineDoubt.hang });
  /** Counts how often the line was restored. */
  let line = 0;

  return {
    isBlind,
    run: async ({ id, probe, lane }, signal) => {
      let begunOn = line;
      const request = { id, lane, place: placeAsked(probe), timeoutMs: probe.timeoutMs };
      const seen = await slots.run(request, signal, () => {
        begunOn = line;
        return runProbe(probe, signal);
      });
      lineDoubt.note(seen);
      const isCounted =
        countsAtOnce(seen, isBlind()) ?? failuresCount(await connectivity.confirm());
      if (seen.verdict === 'down' && begunOn !== line) return { seen, tellsOf: 'outdated' };
      return { seen, tellsOf: isCounted ? 'service' : 'own-line' };
    },
    hurry: slots.hurry,
    renewLine: () => {
      line += 1;
      slots.renew();
    },
  };
}

/** Whether the observation is about the service; undefined if that has to be confirmed. */
function countsAtOnce({ verdict }: Observation, isBlind: boolean): boolean | undefined {
  if (verdict !== 'down' && !isBlind) return true;
  // Connectivity already checks the witnesses; one more failure adds nothing.
  return verdict === 'down' && isBlind ? false : undefined;
}
