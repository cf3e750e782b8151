/**
 * Which time a series of checks covers. Two checks vouch for the time between them if they are close together; time
 * without checks (the app was off, the machine slept, we were offline) is unwatched, and never counts as up. Pure.
 */
import type { ServiceRecord } from '../status/machine.ts';
import { staleAfterIntervals } from '../status/machine.ts';
import type { Observation, Reason } from '../observation/observation.ts';
import type { Kind } from './kinds.ts';
import { kindOf } from './kinds.ts';

/** One check of a service: what it saw, and the record after it. */
export type Beat = Readonly<{
  serviceId: string;
  atUtcMs: number;
  seen: Pick<Observation, 'verdict' | 'reason' | 'timings'>;
  record: Pick<ServiceRecord, 'verdict' | 'reason' | 'sinceUtcMs' | 'pending'>;
  intervalMs: number;
}>;

/** Watched time of one kind. */
export type Span = Readonly<{
  kind: Kind;
  fromUtcMs: number;
  toUtcMs: number;
  reason?: Reason;
}>;

/** Progress of watching one service. */
export type Watch = Readonly<{
  kind: Kind;
  reason?: Reason;
  /** Up to here, the state of the service is decided. */
  settledUtcMs: number;
  /** The newest check. Later than `settledUtcMs` while a change is being confirmed. */
  lastUtcMs: number;
}>;

/** Adds a check, and returns the spans that it decides. */
export function follow(
  watch: Watch | undefined,
  beat: Beat,
): Readonly<{ watch: Watch; spans: readonly Span[] }> {
  const { atUtcMs, record } = beat;
  const gapMs = watch ? atUtcMs - watch.lastUtcMs : 0;
  if (!watch || gapMs < 0 || gapMs > staleAfterIntervals * beat.intervalMs) {
    return { watch: newWatch(beat), spans: leave(watch) };
  }
  // A confirmed change is dated back to its first sign, so nothing is decided until then.
  if (record.pending) return { watch: { ...watch, lastUtcMs: atUtcMs }, spans: [] };
  const next = newWatch(beat);
  const changedUtcMs =
    next.kind === watch.kind ? atUtcMs : clamp(record.sinceUtcMs, watch.settledUtcMs, atUtcMs);
  return {
    watch: next,
    spans: [
      ...spanOf(watch, watch.settledUtcMs, changedUtcMs),
      ...spanOf(next, changedUtcMs, atUtcMs),
    ],
  };
}

/** The remaining span when watching ends: a change that was never confirmed did not happen. */
export function leave(watch: Watch | undefined): readonly Span[] {
  return watch ? spanOf(watch, watch.settledUtcMs, watch.lastUtcMs) : [];
}

function newWatch({ atUtcMs, record }: Beat): Watch {
  return {
    kind: kindOf(record.verdict, record.reason),
    ...(record.reason ? { reason: record.reason } : {}),
    settledUtcMs: atUtcMs,
    lastUtcMs: atUtcMs,
  };
}

function spanOf({ kind, reason }: Watch, fromUtcMs: number, toUtcMs: number): readonly Span[] {
  if (toUtcMs <= fromUtcMs) return [];
  return [{ kind, fromUtcMs, toUtcMs, ...(reason ? { reason } : {}) }];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
