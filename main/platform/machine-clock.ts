/** Knows whether the clock of this machine is right, by what servers say of the time in passing. */
import type { Place } from '../../shared/net/answers.ts';
import { clockOf } from '../../shared/net/answers.ts';
import type { Moment, ProvingVoice } from '../../shared/time/clock-proof.ts';
import { isProof, isProven } from '../../shared/time/clock-proof.ts';
import { clockLimitMs, judgeClock } from '../../shared/time/machine-clock.ts';
import type { Clock } from './clock.ts';
import { watchForJumps } from './clock.ts';
import type { AskTime } from './witness.ts';

export type MachineClock = Readonly<{
  /** By how much the clock is wrong, in ms; positive when it is behind. Undefined while nothing says so. */
  offMs: () => number | undefined;
  /** Whether it is known to be right, so that what it makes too old may be removed for good. */
  isProven: () => boolean;
  hear: (place: Place, serverUtcMs: number) => void;
  /** A certificate was refused for its dates: the server is asked for the time. Resolves once it has been. */
  doubt: (place: Place) => void;
  /** Resolves once all who are in doubt were asked. */
  settle: () => Promise<void>;
  /** What was heard before a sleep says nothing after it. */
  forget: () => void;
  dispose: () => void;
}>;

/** A server's word is compared with the clock for this long, in ms. */
const freshMs = 30 * 60_000;
/** Whoever was asked for the time is not asked again sooner, in ms. */
const restMs = 60_000;
/** Servers that are remembered. */
const voicesAtMost = 32;
/** Servers that are asked for the time at once: two that agree are enough. */
const askedAtOnce = 3;

type Voice = ProvingVoice & Readonly<{ heardAtMs: number }>;

export function createMachineClock(
  parts: Readonly<{ clock: Clock; askTime: AskTime; onChange: () => void }>,
): MachineClock {
  const { clock } = parts;
  const voices = new Map<string, Voice>();
  const askedAtMs = new Map<string, number>();
  const asking = new Set<Promise<void>>();
  const hasJumped = watchForJumps(clock);
  let offMs: number | undefined;
  let proven: Moment | undefined;
  let life = new AbortController();

  const moment = (): Moment => ({
    utcMs: clock.nowUtcMs(),
    monotonicMs: clock.monotonicMs(),
  });

  const listen = (place: Place, serverUtcMs: number, untimely: boolean) => {
    // What was heard before the clock was set, or before a sleep, cannot be compared with what is heard now.
    if (hasJumped()) voices.clear();
    const key = clockOf(place);
    const heardAtMs = clock.monotonicMs();
    const before = voices.get(key);
    voices.delete(key);
    voices.set(key, {
      offMs: serverUtcMs - clock.nowUtcMs(),
      untimely: untimely || before?.untimely === true,
      verified: !untimely && place.speaks === 'https',
      heardAtMs,
    });
    const [oldest] = voices.keys();
    if (oldest !== undefined && voices.size > voicesAtMost) voices.delete(oldest);
    judge();
  };

  const judge = () => {
    const nowMs = clock.monotonicMs();
    const fresh = [...voices.values()].filter((one) => nowMs - one.heardAtMs <= freshMs);
    const judged = judgeClock(fresh);
    if (isProof(fresh)) proven = moment();
    else if (typeof judged === 'number') proven = undefined;
    // As long as nobody can tell, what was known holds.
    if (judged === undefined) return;
    const next = judged === 'right' ? undefined : judged;
    const isSame =
      next === offMs ||
      (next !== undefined && offMs !== undefined && Math.abs(next - offMs) <= clockLimitMs);
    if (isSame) return;
    offMs = next;
    parts.onChange();
  };

  const ask = async (place: Place, { signal }: AbortController) => {
    const serverUtcMs = await parts.askTime(place, signal);
    if (serverUtcMs !== undefined && !signal.aborted) listen(place, serverUtcMs, true);
  };

  const forget = () => {
    life.abort(new Error('forgotten'));
    life = new AbortController();
    voices.clear();
    proven = undefined;
    askedAtMs.clear();
    asking.clear();
  };

  return {
    offMs: () => offMs,
    isProven: () => offMs === undefined && isProven(proven, moment()),
    hear: (place, serverUtcMs) => listen(place, serverUtcMs, false),
    doubt: (place) => {
      const key = clockOf(place);
      const nowMs = clock.monotonicMs();
      const rested = nowMs - (askedAtMs.get(key) ?? Number.NEGATIVE_INFINITY) >= restMs;
      if (!rested || asking.size >= askedAtOnce) return;
      askedAtMs.set(key, nowMs);
      const question = ask(place, life).finally(() => asking.delete(question));
      asking.add(question);
    },
    settle: async () => {
      await Promise.all(asking);
    },
    forget,
    dispose: forget,
  };
}
