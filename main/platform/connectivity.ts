/**
 * Tracks whether this machine is online and its clock right: from every answer that comes in, and in doubt by asking
 * the co-op's witnesses and hosts that have answered before.
 */
import type { Witness } from '../../shared/coop/witnesses.ts';
import type { Heard, Place } from '../../shared/net/answers.ts';
import type { Connectivity, ConnectivityState } from '../../shared/net/connectivity.ts';
import type { LineVerdict } from '../../shared/net/connectivity.ts';
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';
import { createGeneration } from './generation.ts';
import { createLineCheck } from './line-check.ts';
import type { LineStatus } from './line-status.ts';
import { createLineStatus } from './line-status.ts';
import { createMachineClock } from './machine-clock.ts';
import { createProvenHosts } from './proven-hosts.ts';
import { createRetryTimer } from './retry-timer.ts';
import type { AskPlace, AskTime, AskWitness } from './witness.ts';

export type ConnectivityMonitor = Readonly<{
  current: () => Connectivity;
  /** True once the clock is proven right, so that data may be deleted for good because of its age. */
  isClockProven: () => boolean;
  /** Checks the connection unless that was done a moment ago, and the clock if it is in doubt. */
  confirm: () => Promise<ConnectivityState>;
  /** Reports any answer or failure, from anywhere in the app. */
  hear: (heard: Heard) => void;
  /** `others` are the document's own hosts, asked when no witness answers. */
  setWitnesses: (witnesses: readonly Witness[], others: readonly Place[]) => void;
  suspend: () => void;
  /** After a sleep: gives the network time to come back before it counts as offline. */
  resume: () => void;
  onChange: LineStatus['onChange'];
  dispose: () => void;
}>;

export type ConnectivityDeps = Readonly<{
  clock: Clock;
  ask: AskWitness;
  askPlace: AskPlace;
  askTime: AskTime;
  /** Called after a clock change or an unannounced sleep. One-off checks do without it. */
  onJump?: () => void;
}>;

/** Delays between checks while offline, in ms. */
const retryDelaysMs = [2000, 3000, 5000, 10_000, 20_000, 30_000] as const;

export function createConnectivity(deps: ConnectivityDeps): ConnectivityMonitor {
  const status = createLineStatus(deps.clock);
  const hosts = createProvenHosts();
  const time = createMachineClock(deps);
  const lineCheck = createLineCheck({ ...deps, time, hosts });
  const jumps = createJumpWatch(deps);
  const retry = createRetryTimer(deps.clock, retryDelaysMs);
  const checks = createSharedRun();
  let witnesses: readonly Witness[] = [];

  const restart = () => {
    checks.drop();
    retry.reset();
  };
  const conclude = (verdict: LineVerdict) => {
    if (failuresCount(verdict)) retry.reset();
    else retry.schedule();
    status.conclude(verdict);
  };

  const checkLine = () =>
    checks.join(async (signal) => {
      const verdict = await lineCheck.run(witnesses, signal);
      if (verdict) conclude(verdict);
    });

  const confirm = async (): Promise<ConnectivityState> => {
    if (!status.isFresh()) await checkLine();
    await time.settle();
    return status.current().state;
  };

  time.onChange(() => status.setClockOff(time.offMs()));
  // Offline, this may be the only timer that can notice a jump.
  retry.onDue(() => void (jumps.report() || checkLine()));

  return {
    current: status.current,
    isClockProven: time.isProven,
    confirm,
    hear: ({ answer, serverUtcMs, untimely, proxyFault }) => {
      // An answer to a request from before the sleep says nothing about now.
      if (status.isAsleep() || jumps.report()) return;
      if (untimely) time.doubt(untimely);
      if (proxyFault && failuresCount(status.current().state)) void confirm();
      if (!answer) return;
      const { place } = answer;
      const isTrustworthy = answer.proof === 'verified' || status.current().state !== 'captive';
      if (serverUtcMs !== undefined && isTrustworthy) time.hear(place, serverUtcMs);
      hosts.note(place);
      if (checks.isUnderWay()) lineCheck.hear(answer);
      if (failuresCount(status.current().state)) return;
      if (isTrustworthy && hosts.isTelling(place)) conclude('online');
      else void confirm();
    },
    setWitnesses: (next, others) => {
      witnesses = next;
      hosts.setOthers(others);
      restart();
      status.reset();
    },
    suspend: () => {
      restart();
      time.forget();
      status.sleep();
    },
    resume: () => {
      jumps.expect();
      restart();
      time.forget();
      status.wake();
      void checkLine();
    },
    onChange: status.onChange,
    dispose: () => {
      restart();
      for (const one of [time, status]) one.dispose();
    },
  };
}

function createJumpWatch({ clock, onJump }: Pick<ConnectivityDeps, 'clock' | 'onJump'>) {
  const hasJumped = watchForJumps(clock);
  return {
    /** Absorbs the jump of an announced sleep. */
    expect: () => void hasJumped(),
    /** Whether there was a jump; calls `onJump` if so. */
    report: (): boolean => {
      if (!onJump || !hasJumped()) return false;
      onJump();
      return true;
    },
  };
}

/** One run at a time: a call during a run joins it. */
function createSharedRun() {
  const generation = createGeneration();
  let running: Promise<void> | undefined;
  return {
    isUnderWay: () => running !== undefined,
    join: (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
      if (running) return running;
      const mine = work(generation.signal()).finally(() => {
        // A newer run may have started since this one was dropped.
        if (running === mine) running = undefined;
      });
      running = mine;
      return mine;
    },
    /** Aborts the current run; the next call starts another. */
    drop: () => {
      generation.renew('dropped');
      running = undefined;
    },
  };
}
