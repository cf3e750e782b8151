/**
 * The state machine of one service: failures in a row make it down, successes in a row bring it back, and between
 * the first sign and the verdict it is being confirmed. Pure; all times are ms UTC.
 */
import type { Life } from './life.ts';
import { holds } from './life.ts';
import type {
  Certificate,
  Observation,
  Reason,
  Timings,
  Verdict,
} from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';
import type { Remark } from '../observation/remark.ts';

/** A change that has shown itself but is not yet believed. */
export type Pending = Readonly<{
  direction: 'worse' | 'better';
  /** Observations in a row that say so. */
  count: number;
  /** When the first of them was made: a confirmed change is dated back to it. */
  sinceUtcMs: number;
}>;

export type ServiceRecord = Readonly<{
  verdict: Verdict;
  reason?: Reason;
  sinceUtcMs: number;
  /** When the service was last seen, well or not; absent before the first check. */
  asOfUtcMs?: number;
  pending?: Pending;
  /** What was known before the present is not: what comes then is compared with it. Only while `unknown`. */
  lastKnown?: Pick<ServiceRecord, 'verdict' | 'reason'>;
  timings?: Timings;
  certificate?: Certificate;
  remarks?: readonly Remark[];
}>;

export type Damping = Readonly<{ failures: number; successes: number; confirmS: number }>;

/** Where every service starts: unknown, which is not OK. */
export function unchecked(atUtcMs: number): ServiceRecord {
  return { verdict: 'unknown', reason: reason('not-checked'), sinceUtcMs: atUtcMs };
}

const severity: Readonly<Record<Verdict, number>> = {
  up: 0,
  retired: 0,
  maintenance: 1,
  'no-access': 1,
  unknown: 1,
  degraded: 2,
  down: 3,
};

/** Takes one observation in and gives the record that follows. */
export function observe(
  record: ServiceRecord,
  seen: Observation,
  atUtcMs: number,
  damping: Damping,
): ServiceRecord {
  const measured = measuredBy(seen, atUtcMs);
  if (seen.verdict === record.verdict) return settle(record, seen, measured);
  const direction = severity[seen.verdict] > severity[record.verdict] ? 'worse' : 'better';
  const pending = continued(record.pending, direction, atUtcMs);
  const known = record.lastKnown?.verdict ?? record.verdict;
  if (pending.count >= needed(known, seen.verdict, damping)) {
    return {
      verdict: seen.verdict,
      sinceUtcMs: pending.sinceUtcMs,
      ...reasonOf(seen),
      ...(seen.verdict === 'unknown' ? knownOf(record) : {}),
      ...measured,
    };
  }
  return {
    verdict: record.verdict,
    sinceUtcMs: record.sinceUtcMs,
    ...reasonOf(record),
    ...(record.lastKnown ? { lastKnown: record.lastKnown } : {}),
    ...measured,
    pending,
  };
}

/** What was known last, for a record that follows and may be unknown. */
function knownOf(record: ServiceRecord): Pick<ServiceRecord, 'lastKnown'> {
  if (record.verdict === 'unknown') {
    return record.lastKnown ? { lastKnown: record.lastKnown } : {};
  }
  return { lastKnown: { verdict: record.verdict, ...reasonOf(record) } };
}

function settle(
  record: ServiceRecord,
  seen: Observation,
  measured: Pick<ServiceRecord, 'asOfUtcMs' | 'timings' | 'certificate' | 'remarks'>,
): ServiceRecord {
  return {
    verdict: record.verdict,
    sinceUtcMs: record.sinceUtcMs,
    ...reasonOf(seen),
    ...(record.lastKnown ? { lastKnown: record.lastKnown } : {}),
    ...measured,
  };
}

function continued(
  pending: Pending | undefined,
  direction: Pending['direction'],
  atUtcMs: number,
): Pending {
  if (pending?.direction !== direction) return { direction, count: 1, sinceUtcMs: atUtcMs };
  return { ...pending, count: pending.count + 1 };
}

/**
 * Observations in a row that a change needs. What a server says of itself (maintenance, no access) is believed
 * at once, and so is the first good answer of a service that was not known, or one that finds it as it was known
 * last; only a verdict that may come from one lost packet waits.
 */
function needed(from: Verdict, to: Observation['verdict'], damping: Damping): number {
  if (from === to) return 1;
  if (to === 'down') return damping.failures;
  if (to === 'degraded' && from === 'up') return damping.failures;
  if (from === 'down' || from === 'degraded') {
    return to === 'up' || to === 'degraded' ? damping.successes : 1;
  }
  return 1;
}

function measuredBy(seen: Observation, atUtcMs: number) {
  return {
    asOfUtcMs: atUtcMs,
    timings: seen.timings,
    ...(seen.certificate ? { certificate: seen.certificate } : {}),
    ...(seen.remarks ? { remarks: seen.remarks } : {}),
  };
}

function reasonOf(from: { reason?: Reason | undefined }): { reason?: Reason } {
  return from.reason ? { reason: from.reason } : {};
}

/** Poll intervals after which a reading counts as stale: never shown as OK past that. */
export const staleAfterIntervals = 3;

/** Time until the next check in ms: short while a change is being confirmed. */
export function nextCheckInMs(record: ServiceRecord, intervalMs: number, damping: Damping): number {
  return record.pending ? Math.min(damping.confirmS * 1000, intervalMs) : intervalMs;
}

/** Whether the last reading is too old to be shown as the present. */
export function isStale(record: ServiceRecord, nowUtcMs: number, intervalMs: number): boolean {
  if (record.asOfUtcMs === undefined) return false;
  return !holds(readingLife(record.asOfUtcMs, intervalMs), nowUtcMs);
}

/** From when until when a reading counts: one from the future was had before the clock was set back, and has no age. */
export function readingLife(asOfUtcMs: number, intervalMs: number): Life {
  return {
    fromUtcMs: asOfUtcMs - intervalMs,
    untilUtcMs: asOfUtcMs + staleAfterIntervals * intervalMs,
  };
}
