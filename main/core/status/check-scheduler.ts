/**
 * When each service is checked. Checks due at about the same time share one timer, because wake-ups are most of what an
 * idle app uses.
 */
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';

export type CheckScheduler = Readonly<{
  /** A check is due; emits its id. */
  onDue: Emitter<string>['on'];
  /** Due after exactly `ms`; replaces an earlier schedule. */
  schedule: (id: string, ms: number) => void;
  /** Due after about `ms`: up to a tenth sooner, to share a timer, and never later. */
  scheduleAbout: (id: string, ms: number) => void;
  clear: () => void;
}>;

type Batch = { readonly atMs: number; readonly ids: Set<string>; readonly cancel: () => void };

/** More checks in one batch would be noticeable on the machine. */
const batchLimit = 25;
/**
 * How much sooner a check may run, as a fraction of its interval. Never later: the interval promises how soon a failure
 * is seen.
 */
const jitter = 0.1;

/** `random` spreads the batches, so that a co-op's members do not all send requests in the same second. */
export function createCheckScheduler(
  deps: Readonly<{ clock: Clock; random: () => number }>,
): CheckScheduler {
  const { clock, random } = deps;
  const due = createEmitter<string>();
  const batches = new Set<Batch>();
  const batchOf = new Map<string, Batch>();

  const join = (id: string, batch: Batch) => {
    batch.ids.add(id);
    batchOf.set(id, batch);
  };
  const leave = (id: string) => {
    const batch = batchOf.get(id);
    batchOf.delete(id);
    if (!batch?.ids.delete(id) || batch.ids.size > 0) return;
    batch.cancel();
    batches.delete(batch);
  };
  const begin = (id: string, ms: number) => {
    const batch: Batch = {
      atMs: clock.monotonicMs() + ms,
      ids: new Set(),
      cancel: clock.after(ms, () => {
        batches.delete(batch);
        for (const one of batch.ids) batchOf.delete(one);
        for (const one of batch.ids) due.emit(one);
      }),
    };
    batches.add(batch);
    join(id, batch);
  };

  return {
    onDue: due.on,
    schedule: (id, ms) => {
      leave(id);
      begin(id, ms);
    },
    scheduleAbout: (id, ms) => {
      leave(id);
      const dueMs = clock.monotonicMs() + ms;
      for (const batch of batches) {
        const soonerMs = dueMs - batch.atMs;
        const isNear = soonerMs >= 0 && soonerMs <= ms * jitter;
        if (batch.ids.size < batchLimit && isNear) return join(id, batch);
      }
      // The middle of the random range is the time itself; both ends are sooner.
      begin(id, ms * (1 - jitter * Math.abs(2 * random() - 1)));
    },
    clear: () => {
      for (const batch of batches) batch.cancel();
      batches.clear();
      batchOf.clear();
    },
  };
}
