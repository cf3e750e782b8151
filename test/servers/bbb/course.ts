/** What happens in the course of a call, counted from when it was answered: a standstill, and a delay that grows. */

export type Standstill = Readonly<{
  /** In s from the answer; for so many ms. None with 0 ms. */
  freezeAtS: number;
  freezeMs: number;
}>;

export type Course = Readonly<{
  /** A call was answered, now. */
  begin: () => void;
  /** How much of a standstill is left at a moment as in performance.now(), in ms. */
  frozenMs: (still: Standstill, nowMs: number) => number;
  /** How much of a delay, that takes 25 s to grow from nothing, there is by then. */
  grownMs: (driftMs: number, nowMs: number) => number;
}>;

/** A little longer than a test, and its start. */
const growsForMs = 25_000;

export function createCourse(): Course {
  let fromMs = Infinity;
  return {
    begin: () => void (fromMs = performance.now()),
    frozenMs: ({ freezeAtS, freezeMs }, nowMs) => {
      const beganMs = fromMs + freezeAtS * 1000;
      const isStill = nowMs >= beganMs && nowMs < beganMs + freezeMs;
      return isStill ? beganMs + freezeMs - nowMs : 0;
    },
    grownMs: (driftMs, nowMs) => driftMs * Math.max(0, Math.min(1, (nowMs - fromMs) / growsForMs)),
  };
}
