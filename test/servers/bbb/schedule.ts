/**
 * Runs things on time to a millisecond. A plain timer covers the long wait; the rest, below a millisecond, is spent in
 * turns of the event loop, since timers have whole milliseconds and fire late.
 */

export type Schedule = Readonly<{
  /** `dueMs` as in performance.now(). Things due at the same time run in the order in which they were added. */
  at: (dueMs: number, run: () => void) => void;
  stop: () => void;
}>;

type Entry = Readonly<{ dueMs: number; run: () => void }>;

export function createSchedule(): Schedule {
  const entries: Entry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;

  const disarm = () => {
    clearTimeout(timer);
    clearImmediate(turn);
    timer = undefined;
    turn = undefined;
  };
  const arm = () => {
    disarm();
    const [first] = entries;
    if (!first) return;
    const leftMs = first.dueMs - performance.now();
    if (leftMs < 1.2) turn = setImmediate(work);
    else timer = setTimeout(work, Math.floor(leftMs - 0.2));
  };
  const work = () => {
    for (let first = entries[0]; first; first = entries[0]) {
      if (first.dueMs > performance.now() + 0.05) break;
      entries.shift();
      first.run();
    }
    arm();
  };
  return {
    at: (dueMs, run) => {
      const after = entries.findLastIndex((one) => one.dueMs <= dueMs);
      entries.splice(after + 1, 0, { dueMs, run });
      if (after === -1) arm();
    },
    stop: () => {
      disarm();
      entries.length = 0;
    },
  };
}
