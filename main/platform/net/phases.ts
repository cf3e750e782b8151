import type { Phase, Timings } from '../../../shared/observation/observation.ts';
import type { NetError } from './error.ts';
import { timedOut } from './error.ts';

/** Times the phases of one connection and ends it when one takes longer than its limit. All in ms. */
export type PhaseClock = Readonly<{
  /** Ends the present phase and begins the next. */
  enter: (phase: Phase) => void;
  /**
   * Leaves out of all times what the present phase took before `sinceMs` (of `performance.now()`): it was spent on
   * something that came to nothing. The limit of the phase stays.
   */
  countFrom: (sinceMs: number) => void;
  /** Ends the present phase; none is timed until the next. */
  stop: () => void;
  timings: () => Timings;
}>;

export function createPhaseClock(limitMs: number, fail: (error: NetError) => void): PhaseClock {
  const timings: Partial<Record<Phase, number>> = {};
  const startMs = performance.now();
  let leftOutMs = 0;
  let current: Phase | undefined;
  let sinceMs = startMs;
  let timer: NodeJS.Timeout | undefined;

  const stop = () => {
    clearTimeout(timer);
    if (current) timings[current] = (timings[current] ?? 0) + (performance.now() - sinceMs);
    current = undefined;
  };
  const enter = (phase: Phase) => {
    stop();
    current = phase;
    sinceMs = performance.now();
    timer = setTimeout(() => fail(timedOut(phase, limitMs)), limitMs);
  };
  return {
    enter,
    countFrom: (fromMs) => {
      leftOutMs += fromMs - sinceMs;
      sinceMs = fromMs;
    },
    stop,
    timings: () => ({ ...rounded(timings), total: round(performance.now() - startMs - leftOutMs) }),
  };
}

function rounded(timings: Partial<Record<Phase, number>>): Timings {
  return Object.fromEntries(Object.entries(timings).map(([phase, ms]) => [phase, round(ms)]));
}

/** Tenths of a millisecond are as fine as a clock in user space is true. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
