import type { Phase, Timings } from '../../../shared/observation/observation.ts';
import type { NetError } from './error.ts';
import { timedOut } from './error.ts';

/** Times the phases of a connection, and fails it when a phase exceeds its limit. All in ms. */
export type PhaseClock = Readonly<{
  /** Ends the current phase and starts the next. */
  enter: (phase: Phase) => void;
  /**
   * Excludes the current phase's time before `sinceMs` (by `performance.now()`) from all timings: it went into a failed
   * attempt. The phase's limit is unaffected.
   */
  countFrom: (sinceMs: number) => void;
  /** Ends the current phase and pauses timing. */
  stop: () => void;
  timings: () => Timings;
}>;

export function createPhaseClock(limitMs: number, fail: (error: NetError) => void): PhaseClock {
  const timings: Partial<Record<Phase, number>> = {};
  const startMs = performance.now();
  let excludedMs = 0;
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
      excludedMs += fromMs - sinceMs;
      sinceMs = fromMs;
    },
    stop,
    timings: () => ({
      ...rounded(timings),
      total: round(performance.now() - startMs - excludedMs),
    }),
  };
}

function rounded(timings: Partial<Record<Phase, number>>): Timings {
  return Object.fromEntries(Object.entries(timings).map(([phase, ms]) => [phase, round(ms)]));
}

/** Clocks in user space are no more precise than tenths of a millisecond. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
