/** Time and timers, injected so that tests control them. */
export type Clock = Readonly<{
  /** Wall clock, ms UTC. May jump. */
  nowUtcMs: () => number;
  /** Never jumps, and on Linux stops during sleep; ms since an arbitrary moment. */
  monotonicMs: () => number;
  /** Runs `task` once after `ms`; returns the function that cancels it. */
  after: (ms: number, task: () => void) => () => void;
}>;

/** Longest delay of `setTimeout`, in ms: anything longer fires immediately. */
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

/** Drift between the two clocks that counts as a jump or a sleep, in ms. */
const jumpMs = 5000;

/** Returns a function that says whether the wall clock jumped, or the machine slept, since its last call. */
export function watchForJumps(clock: Clock): () => boolean {
  const offset = () => clock.nowUtcMs() - clock.monotonicMs();
  let lastOffsetMs = offset();
  return () => {
    const offsetMs = offset();
    const jumped = Math.abs(offsetMs - lastOffsetMs) > jumpMs;
    lastOffsetMs = offsetMs;
    return jumped;
  };
}
