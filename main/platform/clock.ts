/** Time and timers, injected so that tests drive them. */
export type Clock = Readonly<{
  /** Wall clock, ms UTC: may jump. */
  nowUtcMs: () => number;
  /** Never jumps, and on Linux stands still while the machine sleeps; ms since an arbitrary moment. */
  monotonicMs: () => number;
  /** Runs `task` once after `ms`; returns the function that cancels it. */
  after: (ms: number, task: () => void) => () => void;
}>;

export const systemClock: Clock = {
  nowUtcMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** The difference between the two clocks that counts as a jump or a sleep, in ms. */
const jumpMs = 5000;

/** Tells whether the wall clock has jumped, or the machine slept, since the function was last asked. */
export function watchForJumps(clock: Clock): () => boolean {
  const offset = () => clock.nowUtcMs() - clock.monotonicMs();
  let known = offset();
  return () => {
    const now = offset();
    const jumped = Math.abs(now - known) > jumpMs;
    known = now;
    return jumped;
  };
}
