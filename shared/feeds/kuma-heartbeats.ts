/** Heartbeats of one monitor on Uptime Kuma's public page, oldest first. */
import type { Beat, ReadBeats } from './heartbeats.ts';
import { readBeats } from './heartbeats.ts';
import { at, isFields, meaning } from './fields.ts';
import { measuredInstant, pastInstant } from '../time/instant.ts';

const verdicts = { 0: 'down', 1: 'up', 2: 'pending', 3: 'maintenance' } as const;
/** Beats per monitor on the page. */
const beatsLimit = 100;
/** In ms; the newest aggregate ends at the time of the answer, which may be cached. */
const maxAggregateAgeMs = 10 * 60_000;

export function readKumaBeats(list: unknown, nowUtcMs: number): ReadBeats {
  const row = Array.isArray(list) ? list.slice(-beatsLimit) : [];
  return isAggregated(row) ? readAggregate(row.at(-1), nowUtcMs) : readRow(row, nowUtcMs);
}

function readRow(row: readonly unknown[], nowUtcMs: number): ReadBeats {
  return readBeats(row.flatMap(beatOf), nowUtcMs);
}

/**
 * Pages that show days instead of the latest checks send hourly aggregates: with a full ISO time, without a ping, and
 * status 0 if nothing was measured.
 */
function isAggregated(row: readonly unknown[]): boolean {
  return row.some((one) => !isFields(one)) || (row.length > 0 && row.every(isAggregate));
}

function isAggregate(bar: unknown): boolean {
  if (!isFields(bar) || typeof at(bar, 'ping') === 'number') return false;
  const time = at(bar, 'time');
  return typeof time === 'string' && time.endsWith('Z');
}

/** An hour without failures is up; one with failures does not give the current status. */
function readAggregate(bar: unknown, nowUtcMs: number): ReadBeats {
  const asOfUtcMs = isFields(bar) ? pastInstant(at(bar, 'time'), nowUtcMs) : undefined;
  if (asOfUtcMs === undefined) return { verdict: 'unknown' };
  if (nowUtcMs - asOfUtcMs > maxAggregateAgeMs)
    return { verdict: 'unknown', asOfUtcMs, asleep: true };
  const isUp = isFields(bar) && at(bar, 'status') === 1;
  return { verdict: isUp ? 'up' : 'unknown', asOfUtcMs };
}

function beatOf(beat: unknown): Beat[] {
  if (!isFields(beat)) return [];
  const atUtcMs = measuredInstant(at(beat, 'time'));
  if (atUtcMs === undefined) return [];
  return [{ verdict: meaning(verdicts, at(beat, 'status')), atUtcMs }];
}
