/** Tracks whether this machine's clock is right, from the times that servers report along the way. */
import type { Place } from '../../shared/net/answers.ts';
import { clockOf } from '../../shared/net/answers.ts';
import type { Moment } from '../../shared/time/clock-proof.ts';
import { isProof, isProven } from '../../shared/time/clock-proof.ts';
import { clockLimitMs, judgeClock } from '../../shared/time/machine-clock.ts';
import type { Clock } from './clock.ts';
import type { Emitter } from './emitter.ts';
import { createEmitter } from './emitter.ts';
import { createGeneration } from './generation.ts';
import { createHeardTimes } from './heard-times.ts';
import type { AskTime } from './witness.ts';

export type MachineClock = Readonly<{
  /** Error of the clock, in ms; positive if it is behind. Undefined if no error is known. */
  offMs: () => number | undefined;
  /** `offMs` has changed. */
  onChange: Emitter<void>['on'];
  /** True once the clock is proven right, so that data may be deleted for good because of its age. */
  isProven: () => boolean;
  hear: (place: Place, serverUtcMs: number) => void;
  /** A certificate was refused for its dates: asks that server for the time, unless that was done a moment ago. */
  doubt: (place: Place) => void;
  /** Resolves once the pending time requests are over. */
  settle: () => Promise<void>;
  /** Discards all reports, which do not hold after a sleep. */
  forget: () => void;
  dispose: () => void;
}>;

/** Minimum time between two time requests to one server, in ms. */
const minIntervalMs = 60_000;
/** Maximum number of parallel time requests; two servers that agree are enough. */
const parallelLimit = 3;

export function createMachineClock(
  deps: Readonly<{ clock: Clock; askTime: AskTime }>,
): MachineClock {
  const { clock, askTime } = deps;
  const changes = createEmitter<void>();
  const heard = createHeardTimes(clock);
  const generation = createGeneration();
  const askedAtMs = new Map<string, number>();
  const asking = new Set<Promise<void>>();
  let offMs: number | undefined;
  let proven: Moment | undefined;

  const moment = (): Moment => ({
    utcMs: clock.nowUtcMs(),
    monotonicMs: clock.monotonicMs(),
  });

  const judge = () => {
    const fresh = heard.fresh();
    const judged = judgeClock(fresh);
    if (isProof(fresh)) proven = moment();
    else if (typeof judged === 'number') proven = undefined;
    // Without a judgement the last one holds.
    if (judged === undefined) return;
    const next = judged === 'right' ? undefined : judged;
    if (isSameOff(next, offMs)) return;
    offMs = next;
    changes.emit();
  };

  const listen = (place: Place, serverUtcMs: number, untimely: boolean) => {
    heard.note(place, serverUtcMs, untimely);
    judge();
  };

  const ask = async (place: Place, signal: AbortSignal) => {
    const serverUtcMs = await askTime(place, signal);
    if (serverUtcMs !== undefined && !signal.aborted) listen(place, serverUtcMs, true);
  };

  const forget = () => {
    generation.renew('forgotten');
    heard.clear();
    proven = undefined;
    askedAtMs.clear();
    asking.clear();
  };

  return {
    offMs: () => offMs,
    onChange: changes.on,
    isProven: () => offMs === undefined && isProven(proven, moment()),
    hear: (place, serverUtcMs) => listen(place, serverUtcMs, false),
    doubt: (place) => {
      const key = clockOf(place);
      const nowMs = clock.monotonicMs();
      const lastMs = askedAtMs.get(key) ?? Number.NEGATIVE_INFINITY;
      if (nowMs - lastMs < minIntervalMs || asking.size >= parallelLimit) return;
      askedAtMs.set(key, nowMs);
      const question = ask(place, generation.signal()).finally(() => asking.delete(question));
      asking.add(question);
    },
    settle: async () => {
      await Promise.all(asking);
    },
    forget,
    dispose: () => {
      forget();
      changes.clear();
    },
  };
}

/** Small differences are network latency, not a change. */
function isSameOff(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= clockLimitMs);
}
