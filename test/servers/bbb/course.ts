/** What changes during a call, counted from its answer: a freeze, and a growing delay. */

export type Standstill = Readonly<{
  /** In s from the answer; `freezeMs` of 0 disables it. */
  freezeAtS: number;
  freezeMs: number;
}>;

export type Course = Readonly<{
  /** The call was just answered. */
  begin: () => void;
  /** Ms left of a freeze at a moment as in performance.now(). */
  frozenMs: (still: Standstill, nowMs: number) => number;
  /** How much of `driftMs`, which takes 25 s to build up, applies by then. */
  grownMs: (driftMs: number, nowMs: number) => number;
}>;

/** A little longer than a test. */
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
