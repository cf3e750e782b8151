import type { Clock } from '../../main/platform/clock.ts';

export type FakeClock = Clock &
  Readonly<{
    /** Lets `ms` pass: timers fire in order, and what they started is awaited. */
    pass: (ms: number) => Promise<void>;
    /** Sets the wall clock ahead (or back) without time passing, as a sleep or a correction does. */
    jump: (ms: number) => void;
    timers: () => number;
  }>;

/** Longest chain of promises from one timer to its last effect. */
const settlingTurns = 32;

export function fakeClock(startUtcMs = Date.UTC(2026, 10, 24, 14, 0)): FakeClock {
  let monotonic = 0;
  let wall = startUtcMs;
  let next = 0;
  const timers = new Map<number, { atMs: number; task: () => void }>();

  const settle = async () => {
    for (let turn = 0; turn < settlingTurns; turn += 1) await Promise.resolve();
  };
  /** The next timer, of equals the oldest: a crowd has thousands, so they are not sorted. */
  const due = (untilMs: number) => {
    let next: Readonly<{ id: number; atMs: number; task: () => void }> | undefined;
    for (const [id, { atMs, task }] of timers) {
      if (atMs <= untilMs && (!next || atMs < next.atMs)) next = { id, atMs, task };
    }
    return next;
  };

  return {
    nowUtcMs: () => wall,
    monotonicMs: () => monotonic,
    after: (ms, task) => {
      const id = (next += 1);
      timers.set(id, { atMs: monotonic + ms, task });
      return () => timers.delete(id);
    },
    pass: async (ms) => {
      const endMs = monotonic + ms;
      await settle();
      for (let one = due(endMs); one; one = due(endMs)) {
        const { id, atMs, task } = one;
        timers.delete(id);
        wall += atMs - monotonic;
        monotonic = atMs;
        task();
        await settle();
      }
      wall += endMs - monotonic;
      monotonic = endMs;
    },
    jump: (ms) => {
      wall += ms;
    },
    timers: () => timers.size,
  };
}
