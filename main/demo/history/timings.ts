/** Plausible response times: slower at midday, never twice the same. Pure. */
import type { Figures, Spread } from '../../../shared/history/figures.ts';
import { measures, recordedPhases } from '../../../shared/history/kinds.ts';
import type { Timings } from '../../../shared/observation/observation.ts';
import { dayMs } from '../../../shared/time/calendar.ts';

/** Share of each phase in the usual time. */
const shares = { dns: 0.06, connect: 0.16, tls: 0.2, firstByte: 0.5, body: 0.08 } as const;
/** How much longer a slow service takes. */
const slowness = 9;
/** Checks that a row of the history stands for; the real number does not matter to any figure. */
const checks = 60;

export type Usual = Readonly<{
  usualMs: number;
  isSlow: boolean;
  random: () => number;
  /** Any midnight on the member's clock. */
  midnightUtcMs: number;
}>;

export function timingsAt(atUtcMs: number, usual: Usual): Timings {
  const { usualMs, isSlow, random, midnightUtcMs } = usual;
  const dayShare = (atUtcMs - midnightUtcMs) / dayMs;
  // Highest at noon, level from six in the evening to six in the morning.
  const busy = 1 + 0.35 * Math.max(0, -Math.cos(dayShare * 2 * Math.PI));
  const parts = Object.fromEntries(
    recordedPhases.map((phase) => {
      // Only the server itself is slow, not the way to it.
      const factor = isSlow && phase === 'firstByte' ? slowness : 1;
      return [phase, tenths(usualMs * shares[phase] * busy * factor * (0.75 + 0.5 * random()))];
    }),
  );
  const total = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  return { ...parts, total: tenths(total) };
}

/** Adds a row's worth of checks around these times; `swing`, in [0, 1), is how far the slowest are from the mean. */
export function addChecks(figures: Figures, timings: Timings, swing: number): Figures {
  const spreads = { ...figures.spreads };
  for (const measure of measures) {
    const ms = timings[measure];
    if (ms === undefined) continue;
    spreads[measure] = joined(spreads[measure], {
      count: checks,
      sum: checks * ms,
      min: tenths(ms * 0.7),
      max: tenths(ms * (1.3 + 1.5 * swing)),
    });
  }
  return { ...figures, spreads };
}

function joined(before: Spread | undefined, next: Spread): Spread {
  if (!before) return next;
  return {
    count: before.count + next.count,
    sum: before.sum + next.sum,
    min: Math.min(before.min, next.min),
    max: Math.max(before.max, next.max),
  };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
