/** The state of the connection and since when, taking sleep into account. */
import type { Connectivity, ConnectivityState } from '../../shared/net/connectivity.ts';
import type { LineVerdict } from '../../shared/net/connectivity.ts';
import { failuresCount } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { createEmitter } from './emitter.ts';

export type LineStatus = Readonly<{
  current: () => Connectivity;
  onChange: (listener: (now: Connectivity, before: Connectivity) => void) => () => void;
  /** Takes the verdict of a check, or of an answer that proves the connection. */
  conclude: (verdict: LineVerdict) => void;
  /** Whether the last verdict is recent enough to rely on. */
  isFresh: () => boolean;
  setClockOff: (clockOffMs: number | undefined) => void;
  /** Discards earlier verdicts. */
  reset: () => void;
  sleep: () => void;
  wake: () => void;
  isAsleep: () => boolean;
  dispose: () => void;
}>;

/** How long a verdict counts as recent, in ms. */
const freshMs = 3000;
/** How long the network may take to come back after a sleep before it counts as offline, in ms. */
const wakingLimitMs = 30_000;

/** Whether the machine sleeps; `sinceMs` by `clock.monotonicMs()`. */
type Power = Readonly<{ is: 'awake' | 'asleep' } | { is: 'waking'; sinceMs: number }>;

export function createLineStatus(clock: Pick<Clock, 'nowUtcMs' | 'monotonicMs'>): LineStatus {
  const changes = createEmitter<Readonly<{ now: Connectivity; before: Connectivity }>>();
  let now: Connectivity = { state: 'unknown', sinceUtcMs: clock.nowUtcMs() };
  let power: Power = { is: 'awake' };
  let concludedAtMs = Number.NEGATIVE_INFINITY;

  const change = (next: Connectivity) => {
    const before = now;
    now = next;
    changes.emit({ now, before });
  };
  const setState = (state: ConnectivityState) => {
    if (state !== now.state) change({ ...now, state, sinceUtcMs: clock.nowUtcMs() });
  };
  const begin = (nextPower: Power, state: ConnectivityState) => {
    power = nextPower;
    concludedAtMs = Number.NEGATIVE_INFINITY;
    setState(state);
  };

  return {
    current: () => now,
    onChange: (listener) => changes.on((one) => listener(one.now, one.before)),
    conclude: (verdict) => {
      const nowMs = clock.monotonicMs();
      const isWaking = power.is === 'waking' && nowMs - power.sinceMs < wakingLimitMs;
      concludedAtMs = nowMs;
      if (power.is === 'waking' && failuresCount(verdict)) power = { is: 'awake' };
      setState(verdict === 'offline' && isWaking ? 'waking' : verdict);
    },
    isFresh: () => clock.monotonicMs() - concludedAtMs < freshMs,
    setClockOff: (clockOffMs) => {
      const { clockOffMs: _, ...rest } = now;
      change({ ...rest, ...(clockOffMs === undefined ? {} : { clockOffMs }) });
    },
    reset: () => begin(power, 'unknown'),
    sleep: () => begin({ is: 'asleep' }, 'waking'),
    wake: () => begin({ is: 'waking', sinceMs: clock.monotonicMs() }, 'waking'),
    isAsleep: () => power.is === 'asleep',
    dispose: () => {
      power = { is: 'asleep' };
      changes.clear();
    },
  };
}
