/**
 * Evaluates a monitor's recent measurements: the current verdict, since when, and whether it is still current. Pure.
 */
import { dayMs } from '../time/calendar.ts';
import { clockSkewMs } from '../time/instant.ts';
import type { FeedVerdict } from './reading.ts';

/** `pending`: a measurement that is being retried. The previous verdict holds, but the monitor is running. */
export type Beat = Readonly<{ verdict: FeedVerdict | 'pending'; atUtcMs: number }>;

export type ReadBeats = Readonly<{
  verdict: FeedVerdict;
  sinceUtcMs?: number;
  asOfUtcMs?: number;
  /** The verdict is `unknown` because the monitor has stopped. */
  asleep?: true;
}>;

/** Beats that may be missing before the monitor counts as stopped, as for our own checks … */
const missedBeats = 2;
/** … limited to this, in ms: a nightly job that is missing for two nights has clearly stopped. */
const graceMs = dayMs;
/** In ms; delay added by caches of the status page. */
const cacheMs = 10 * 60_000;
/** In ms; maximum age of a beat while the interval is unknown. The longest day of the year has 25 hours. */
const maxLoneBeatAgeMs = 25 * 3_600_000;
/** With fewer gaps, a pause cannot be told apart from the regular interval. */
const fewGaps = 10;
/**
 * In ms; beats closer than this count as one burst (such as a job that reports its start and end) while there are few.
 */
const burstMs = 45_000;

/**
 * `beats`: in the page's order, newest last. The verdict is `unknown` without beats, if the newest is so old that the
 * monitor must have stopped, or if its clock is too far ahead.
 */
export function readBeats(beats: readonly Beat[], nowUtcMs: number): ReadBeats {
  const isAhead = ({ atUtcMs }: Beat) => atUtcMs > nowUtcMs + clockSkewMs;
  const last = beats.at(-1);
  if (!last || isAhead(last)) return { verdict: 'unknown' };
  const known = beats.filter((one) => !isAhead(one)).toSorted((a, b) => b.atUtcMs - a.atUtcMs);
  const newest = known[0]?.atUtcMs ?? 0;
  // If the page's clock is slightly ahead, all beats are shifted equally, so shift them back.
  const aheadMs = Math.max(0, newest - nowUtcMs);
  const row = known.map((one) => ({ ...one, atUtcMs: one.atUtcMs - aheadMs }));
  const decided = row.filter(({ verdict }) => verdict !== 'pending');
  const [latest] = decided;
  if (!latest || latest.verdict === 'pending') return { verdict: 'unknown' };
  const asOfUtcMs = latest.atUtcMs;
  const maxSilenceMs = maxSilenceOf(row.map(({ atUtcMs }) => atUtcMs));
  const isAsleep = nowUtcMs - (newest - aheadMs) > maxSilenceMs;
  // A monitor that has been retrying for more than a day no longer has a known verdict.
  if (isAsleep || nowUtcMs - asOfUtcMs > Math.max(maxSilenceMs, maxLoneBeatAgeMs)) {
    return { verdict: 'unknown', asOfUtcMs, asleep: true };
  }
  const change = decided.findIndex((one) => one.verdict !== latest.verdict);
  const since = change > 0 ? decided[change - 1] : undefined;
  return {
    verdict: latest.verdict,
    asOfUtcMs,
    ...(since ? { sinceUtcMs: since.atUtcMs } : {}),
  };
}

/**
 * Maximum silence in ms; `instants` newest first. Based on the longest gap that occurs repeatedly, ignoring single
 * pauses and the short gaps inside bursts.
 */
function maxSilenceOf(instants: readonly number[]): number {
  const gaps = instants
    .slice(1)
    .map((instant, index) => (instants[index] ?? instant) - instant)
    .filter((gap) => gap > 0)
    .toSorted((a, b) => b - a);
  const [longest] = gaps;
  if (longest === undefined) return maxLoneBeatAgeMs;
  const isShort = gaps.length < fewGaps;
  const minOccurrences = isShort ? 2 : Math.max(3, Math.ceil(gaps.length / 20));
  const usual = gaps.find(
    (gap) => gaps.filter((other) => other >= gap / 2).length >= minOccurrences,
  );
  const byInterval = usual === undefined ? 0 : withMissedBeats(usual);
  if (!isShort) return byInterval;
  return Math.max(
    byInterval,
    longest < burstMs ? maxLoneBeatAgeMs : Math.min(withMissedBeats(longest), maxLoneBeatAgeMs),
  );
}

function withMissedBeats(gapMs: number): number {
  return gapMs + Math.min(missedBeats * gapMs, graceMs) + cacheMs;
}
