/**
 * Knows whether this machine is online, and whether its clock is right: from everything that answers, and in doubt by
 * asking the co-op's witnesses and hosts that have answered before.
 */
import type { Witness } from '../../shared/coop/document.ts';
import type { Heard, Place } from '../../shared/net/answers.ts';
import type { Connectivity, ConnectivityState } from '../../shared/net/connectivity.ts';
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';
import { createEmitter } from './emitter.ts';
import { createGeneration } from './generation.ts';
import type { LineVerdict } from './line-check.ts';
import { createLineCheck } from './line-check.ts';
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
  onChange: (listener: (now: Connectivity, before: Connectivity) => void) => () => void;
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

/** The result of a check holds this long, in ms. */
const freshMs = 3000;
/** Time between two checks while there is no way out: quick at first, then patient. In ms. */
const retryDelaysMs = [2000, 3000, 5000, 10_000, 20_000, 30_000] as const;
/** How long a machine that woke up may take to find its network before it counts as offline, in ms. */
const wakingLimitMs = 30_000;

/** Of the machine, by `clock.monotonicMs()`. */
type Power = Readonly<{ is: 'awake' | 'asleep' } | { is: 'waking'; sinceMs: number }>;

export function createConnectivity(deps: ConnectivityDeps): ConnectivityMonitor {
  const { clock } = deps;
  const status = createStatus(clock);
  const hosts = createProvenHosts();
  const time = createMachineClock(deps);
  const check = createLineCheck({ ...deps, time, hosts });
  const jumps = createJumpWatch(deps);
  const retry = createRetryTimer(clock, retryDelaysMs);
  const generation = createGeneration();
  let power: Power = { is: 'awake' };
  let witnesses: readonly Witness[] = [];
  let checking: Promise<void> | undefined;
  let checkedAtMs = Number.NEGATIVE_INFINITY;

  time.onChange(() => status.setClockOff(time.offMs()));

  const restart = () => {
    generation.renew('restarted');
    checking = undefined;
    checkedAtMs = Number.NEGATIVE_INFINITY;
    retry.reset();
  };

  const conclude = (verdict: LineVerdict) => {
    const nowMs = clock.monotonicMs();
    const isWaking = power.is === 'waking' && nowMs - power.sinceMs < wakingLimitMs;
    checkedAtMs = nowMs;
    if (failuresCount(verdict)) {
      if (power.is === 'waking') power = { is: 'awake' };
      retry.reset();
    } else {
      // Nothing else may be going on that would notice a jump.
      retry.schedule(() => void (jumps.report() || checkLine()));
    }
    status.setState(verdict === 'offline' && isWaking ? 'waking' : verdict);
  };

  const checkLine = (): Promise<void> => {
    if (checking) return checking;
    const run = async () => {
      const verdict = await check.run(witnesses, generation.signal());
      if (verdict) conclude(verdict);
    };
    const mine = run().finally(() => {
      // A restart may have begun a newer check meanwhile.
      if (checking === mine) checking = undefined;
    });
    checking = mine;
    return mine;
  };

  const confirm = async (): Promise<ConnectivityState> => {
    if (clock.monotonicMs() - checkedAtMs >= freshMs) await checkLine();
    await time.settle();
    return status.current().state;
  };

  return {
    current: status.current,
    isClockProven: time.isProven,
    confirm,
    hear: ({ answer, serverUtcMs, untimely }) => {
      // What was under way as the machine fell asleep tells nothing of its awakening.
      if (power.is === 'asleep' || jumps.report()) return;
      if (untimely) time.doubt(untimely);
      if (!answer) return;
      const { place, proof } = answer;
      const { state } = status.current();
      const isTrustworthy = proof === 'verified' || state !== 'captive';
      if (serverUtcMs !== undefined && isTrustworthy) time.hear(place, serverUtcMs);
      hosts.note(place);
      if (checking) check.hear(answer);
      if (failuresCount(status.current().state)) return;
      if (isTrustworthy && hosts.isTelling(place)) conclude('online');
      else void confirm();
    },
    setWitnesses: (next, others) => {
      witnesses = next;
      hosts.setOthers(others);
      restart();
      status.setState('unknown');
    },
    suspend: () => {
      power = { is: 'asleep' };
      restart();
      time.forget();
      status.setState('waking');
    },
    resume: () => {
      jumps.expect();
      restart();
      time.forget();
      power = { is: 'waking', sinceMs: clock.monotonicMs() };
      status.setState('waking');
      void checkLine();
    },
    onChange: status.onChange,
    dispose: () => {
      power = { is: 'asleep' };
      restart();
      time.dispose();
      status.dispose();
    },
  };
}

/** The current state, and who wants to know of its changes. */
function createStatus(clock: Pick<Clock, 'nowUtcMs'>) {
  const changes = createEmitter<Readonly<{ now: Connectivity; before: Connectivity }>>();
  let now: Connectivity = { state: 'unknown', sinceUtcMs: clock.nowUtcMs() };
  const change = (next: Connectivity) => {
    const before = now;
    now = next;
    changes.emit({ now, before });
  };
  const onChange: ConnectivityMonitor['onChange'] = (listener) =>
    changes.on((change) => listener(change.now, change.before));
  return {
    current: () => now,
    setState: (state: ConnectivityState) => {
      if (state !== now.state) change({ ...now, state, sinceUtcMs: clock.nowUtcMs() });
    },
    setClockOff: (clockOffMs: number | undefined) => {
      const { clockOffMs: _, ...rest } = now;
      change({ ...rest, ...(clockOffMs === undefined ? {} : { clockOffMs }) });
    },
    onChange,
    dispose: changes.clear,
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
