/**
 * Knows whether this machine is online, and whether its clock is right: from everything that answers, and in doubt by
 * asking the co-op's witnesses and hosts that have answered before.
 */
import type { Witness } from '../../shared/coop/witnesses.ts';
import type { Heard, Place } from '../../shared/net/answers.ts';
import type { Connectivity, ConnectivityState } from '../../shared/net/connectivity.ts';
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';
import { createGeneration } from './generation.ts';
import type { LineVerdict } from './line-check.ts';
import { createLineCheck } from './line-check.ts';
import type { LineStatus } from './line-status.ts';
import { createLineStatus } from './line-status.ts';
import { createMachineClock } from './machine-clock.ts';
import { createProvenHosts } from './proven-hosts.ts';
import { createRetryTimer } from './retry-timer.ts';
import type { AskPlace, AskTime, AskWitness } from './witness.ts';

export type ConnectivityMonitor = Readonly<{
  current: () => Connectivity;
  /** Whether the clock is known to be right, so that what it makes too old may be removed for good. */
  isClockProven: () => boolean;
  /** Checks the line, unless that was done a moment ago, and the clock where it is in doubt. */
  confirm: () => Promise<ConnectivityState>;
  /** Something has answered, or failed, anywhere. */
  hear: (heard: Heard) => void;
  /** `others` are the document's own places, asked when no witness answers. */
  setWitnesses: (witnesses: readonly Witness[], others: readonly Place[]) => void;
  suspend: () => void;
  /** Waits for the network to come back after a sleep. */
  resume: () => void;
  onChange: LineStatus['onChange'];
  dispose: () => void;
}>;

export type ConnectivityDeps = Readonly<{
  clock: Clock;
  ask: AskWitness;
  askPlace: AskPlace;
  askTime: AskTime;
  /** Called when the clock was set, or the machine slept unannounced; not needed by a single check. */
  onJump?: () => void;
}>;

/** Time between two checks while there is no way out: quick at first, then patient. In ms. */
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
  // Nothing else may be going on that would notice a jump.
  retry.onDue(() => void (jumps.report() || checkLine()));

  return {
    current: status.current,
    isClockProven: time.isProven,
    confirm,
    hear: ({ answer, serverUtcMs, untimely }) => {
      // What was under way as the machine fell asleep tells nothing of its awakening.
      if (status.isAsleep() || jumps.report()) return;
      if (untimely) time.doubt(untimely);
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
    /** After a sleep that was announced. */
    expect: () => void hasJumped(),
    /** Whether there was a jump, which is then reported. */
    report: (): boolean => {
      if (!onJump || !hasJumped()) return false;
      onJump();
      return true;
    },
  };
}

/** One run at a time: a call meanwhile joins the run under way. */
function createSharedRun() {
  const generation = createGeneration();
  let running: Promise<void> | undefined;
  return {
    isUnderWay: () => running !== undefined,
    join: (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
      if (running) return running;
      const mine = work(generation.signal()).finally(() => {
        // A newer run may have begun since this one was dropped.
        if (running === mine) running = undefined;
      });
      running = mine;
      return mine;
    },
    /** Aborts the run under way; the next call begins another. */
    drop: () => {
      generation.renew('dropped');
      running = undefined;
    },
  };
}
