/** Time and timers, injected so that tests drive them. */
export type Clock = Readonly<{
  /** Wall clock, ms UTC: may jump. */
  nowUtcMs: () => number;
  /** Never jumps, and on Linux stands still while the machine sleeps; ms since an arbitrary moment. */
  monotonicMs: () => number;
  /** Runs `task` once after `ms`; returns the function that cancels it. */
  after: (ms: number, task: () => void) => () => void;
}>;

/** The longest time that a timer takes, in ms: one that is longer fires at once, and so would all that follow it. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowUtcMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (ms, task) => {
    let timer: NodeJS.Timeout | undefined;
    const wait = (leftMs: number) => {
      timer =
        leftMs > longestTimerMs
          ? setTimeout(() => wait(leftMs - longestTimerMs), longestTimerMs)
          : setTimeout(task, leftMs);
    };
    wait(ms);
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
