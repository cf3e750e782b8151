/** Rows of measurements, as monitors keep them: what the newest says, since when, and whether it is still news. Pure. */
import { clockSkewMs } from '../time/instant.ts';
import type { FeedVerdict } from './reading.ts';

/** `pending` is a measurement whose verdict is not out yet: the one before it holds, but the monitor is awake. */
export type Beat = Readonly<{ verdict: FeedVerdict | 'pending'; atUtcMs: number }>;

export type ReadBeats = Readonly<{
  verdict: FeedVerdict;
  sinceUtcMs?: number;
  asOfUtcMs?: number;
  /** The monitor has stopped: `unknown` for that reason. */
  asleep?: true;
}>;

const dayMs = 86_400_000;
/** Beats that may be missing before the monitor counts as asleep, as for our own checks … */
const missedBeats = 2;
/** … but none for longer than this past its time: two nights without the nightly job are no doubt any more; in ms. */
const graceMs = dayMs;
/** What caches of the status page may add, in ms. */
const cacheMs = 10 * 60_000;
/** How old a beat may be while no rhythm can be read: as long as the longest day of the year; in ms. */
const aloneMs = 25 * 3_600_000;
/** A row of fewer gaps is too short to tell a pause from a rhythm. */
const fewGaps = 10;
/** Beats closer than this belong together (a job that tells of its start and of its end) unless a row shows a rhythm; in ms. */
const burstMs = 45_000;

/**
 * `beats` are in the order of the page, the newest last. `unknown` without a beat, when the newest is so old that the
 * monitor itself must have stopped, and when its clock is so far ahead that nobody can tell.
 */
export function readBeats(beats: readonly Beat[], nowUtcMs: number): ReadBeats {
  const isAhead = ({ atUtcMs }: Beat) => atUtcMs > nowUtcMs + clockSkewMs;
  const last = beats.at(-1);
  if (!last || isAhead(last)) return { verdict: 'unknown' };
  const known = beats.filter((one) => !isAhead(one)).toSorted((a, b) => b.atUtcMs - a.atUtcMs);
  const newest = known[0]?.atUtcMs ?? 0;
  // A page whose clock is a little ahead is so in all its beats: what counts is the time between them.
  const aheadMs = Math.max(0, newest - nowUtcMs);
  const row = known.map((one) => ({ ...one, atUtcMs: one.atUtcMs - aheadMs }));
  const decided = row.filter(({ verdict }) => verdict !== 'pending');
  const [word] = decided;
  if (!word || word.verdict === 'pending') return { verdict: 'unknown' };
  const asOfUtcMs = word.atUtcMs;
  const patience = patienceMs(row.map(({ atUtcMs }) => atUtcMs));
  const isAsleep = nowUtcMs - (newest - aheadMs) > patience;
  // What is in doubt for longer than a day is not known, whoever is awake.
  if (isAsleep || nowUtcMs - asOfUtcMs > Math.max(patience, aloneMs)) {
    return { verdict: 'unknown', asOfUtcMs, asleep: true };
  }
  const change = decided.findIndex((one) => one.verdict !== word.verdict);
  const since = change > 0 ? decided[change - 1] : undefined;
  return {
    verdict: word.verdict,
    asOfUtcMs,
    ...(since ? { sinceUtcMs: since.atUtcMs } : {}),
  };
}

/**
 * How long a row may stay silent, in ms; `instants` newest first. It goes by the longest gap that is usual in it: one
 * pause is none, and neither are the short gaps inside of bursts.
 */
function patienceMs(instants: readonly number[]): number {
  const gaps = instants
    .slice(1)
    .map((instant, index) => (instants[index] ?? instant) - instant)
    .filter((gap) => gap > 0)
    .toSorted((a, b) => b - a);
  const [longest] = gaps;
  if (longest === undefined) return aloneMs;
  const isShort = gaps.length < fewGaps;
  const often = isShort ? 2 : Math.max(3, Math.ceil(gaps.length / 20));
  const usual = gaps.find((gap) => gaps.filter((other) => other >= gap / 2).length >= often);
  const byRow = usual === undefined ? 0 : pastMs(usual);
  if (!isShort) return byRow;
  return Math.max(byRow, longest < burstMs ? aloneMs : Math.min(pastMs(longest), aloneMs));
}

function pastMs(gapMs: number): number {
  return gapMs + Math.min(missedBeats * gapMs, graceMs) + cacheMs;
}
