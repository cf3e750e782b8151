/** The row of beats that Uptime Kuma's public page has of one monitor, oldest first. */
import type { Beat, ReadBeats } from './heartbeats.ts';
import { readBeats } from './heartbeats.ts';
import { at, isFields, meaning } from './fields.ts';
import { measuredInstant, pastInstant } from '../time/instant.ts';

const verdicts = { 0: 'down', 1: 'up', 2: 'pending', 3: 'maintenance' } as const;
/** The page keeps so many beats of a monitor. */
const beatsRead = 100;
/** The newest sum reaches to the moment of the answer, which may come from a cache; in ms. */
const barAgeMs = 10 * 60_000;

export function readKumaBeats(list: unknown, nowUtcMs: number): ReadBeats {
  const row = Array.isArray(list) ? list.slice(-beatsRead) : [];
  return isSummed(row) ? readBar(row.at(-1), nowUtcMs) : readRow(row, nowUtcMs);
}

function readRow(row: readonly unknown[], nowUtcMs: number): ReadBeats {
  return readBeats(row.flatMap(beatOf), nowUtcMs);
}

/**
 * A page whose bar shows days rather than the last checks sends sums of hours in their place: with a full ISO time, never
 * a ping, and 0 where nothing was measured.
 */
function isSummed(row: readonly unknown[]): boolean {
  return row.some((one) => !isFields(one)) || (row.length > 0 && row.every(isSum));
}

function isSum(bar: unknown): boolean {
  if (!isFields(bar) || typeof at(bar, 'ping') === 'number') return false;
  const time = at(bar, 'time');
  return typeof time === 'string' && time.endsWith('Z');
}

/** Hours without a failure are up; hours with one say nothing of this moment. */
function readBar(bar: unknown, nowUtcMs: number): ReadBeats {
  const asOfUtcMs = isFields(bar) ? pastInstant(at(bar, 'time'), nowUtcMs) : undefined;
  if (asOfUtcMs === undefined) return { verdict: 'unknown' };
  if (nowUtcMs - asOfUtcMs > barAgeMs) return { verdict: 'unknown', asOfUtcMs, asleep: true };
  const isUp = isFields(bar) && at(bar, 'status') === 1;
  return { verdict: isUp ? 'up' : 'unknown', asOfUtcMs };
}

function beatOf(beat: unknown): Beat[] {
  if (!isFields(beat)) return [];
  const atUtcMs = measuredInstant(at(beat, 'time'));
  if (atUtcMs === undefined) return [];
  return [{ verdict: meaning(verdicts, at(beat, 'status')), atUtcMs }];
}
