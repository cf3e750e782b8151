/** Rows of measurements, as monitors keep them: what the newest says, since when, and whether it is still news. Pure. */
import type { FeedVerdict } from './reading.ts';

export type Beat = Readonly<{ verdict: FeedVerdict; atUtcMs: number }>;

export type ReadBeats = Readonly<{
  verdict: FeedVerdict;
  sinceUtcMs?: number;
  asOfUtcMs?: number;
}>;

/** Beats that may be missing before the monitor counts as asleep; as for our own checks. */
const missedBeats = 3;
/** What caches of the status page may add, in ms. */
const cacheMs = 10 * 60_000;
/** How old a single beat may be, of which no rhythm can be read; in ms. */
const aloneMs = 86_400_000;

/** `unknown` without a beat, or when the newest is so old that the monitor itself must have stopped. */
export function readBeats(beats: readonly Beat[], nowUtcMs: number): ReadBeats {
  const sorted = beats.toSorted((a, b) => b.atUtcMs - a.atUtcMs);
  const [newest, before] = sorted;
  if (!newest) return { verdict: 'unknown' };
  const allowedMs = before ? missedBeats * (newest.atUtcMs - before.atUtcMs) + cacheMs : aloneMs;
  const asOfUtcMs = newest.atUtcMs;
  if (nowUtcMs - asOfUtcMs > allowedMs) return { verdict: 'unknown', asOfUtcMs };
  const change = sorted.findIndex((one) => one.verdict !== newest.verdict);
  const since = change > 0 ? sorted[change - 1] : undefined;
  return {
    verdict: newest.verdict,
    asOfUtcMs,
    ...(since ? { sinceUtcMs: since.atUtcMs } : {}),
  };
}

export function newestOf(instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.max(a, b));
}
