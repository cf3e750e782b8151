/**
 * The state machine of one service: consecutive failures take it down, consecutive successes bring it back, and from
 * the first sign to the verdict the change is being confirmed. Pure; all times are ms UTC.
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

/** A change that is not confirmed yet. */
export type Pending = Readonly<{
  direction: 'worse' | 'better';
  /** Consecutive observations that agree with it. */
  count: number;
  /** When the first of them was made; a confirmed change is dated back to it. */
  sinceUtcMs: number;
}>;

export type ServiceRecord = Readonly<{
  verdict: Verdict;
  reason?: Reason;
  sinceUtcMs: number;
  /** When the service was last checked; absent before the first check. */
  asOfUtcMs?: number;
  pending?: Pending;
  /** The last known verdict, which the next one is compared with. Only while `unknown`. */
  lastKnown?: Pick<ServiceRecord, 'verdict' | 'reason'>;
  timings?: Timings;
  certificate?: Certificate;
  remarks?: readonly Remark[];
  /** The proxy that the last check went through, as `host:port`. */
  proxy?: string;
}>;

export type Damping = Readonly<{ failures: number; successes: number; confirmS: number }>;

/** The initial record: unknown, which is not OK. */
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

/** The record that follows from an observation. */
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

/** The last known verdict, for a following record that may be unknown. */
function knownOf(record: ServiceRecord): Pick<ServiceRecord, 'lastKnown'> {
  if (record.verdict === 'unknown') {
    return record.lastKnown ? { lastKnown: record.lastKnown } : {};
  }
  return { lastKnown: { verdict: record.verdict, ...reasonOf(record) } };
}

function settle(
  record: ServiceRecord,
  seen: Observation,
  measured: Pick<ServiceRecord, 'asOfUtcMs' | 'timings' | 'certificate' | 'remarks' | 'proxy'>,
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
 * Consecutive observations that a change needs. What a server says itself (maintenance, no access) is believed
 * immediately, and so is the first good answer of a service that was unknown, or one that confirms its last known
 * verdict; only a verdict that one lost packet can cause has to be confirmed.
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
    ...(seen.proxy ? { proxy: seen.proxy } : {}),
  };
}

function reasonOf(from: { reason?: Reason | undefined }): { reason?: Reason } {
  return from.reason ? { reason: from.reason } : {};
}

/** Intervals after which a reading is stale, and never shown as OK. */
export const staleAfterIntervals = 3;

/** Time until the next check in ms: shorter while a change is being confirmed. */
export function nextCheckInMs(record: ServiceRecord, intervalMs: number, damping: Damping): number {
  return record.pending ? Math.min(damping.confirmS * 1000, intervalMs) : intervalMs;
}

/** Whether the last reading is too old to be shown as current. */
export function isStale(record: ServiceRecord, nowUtcMs: number, intervalMs: number): boolean {
  if (record.asOfUtcMs === undefined) return false;
  return !holds(readingLife(record.asOfUtcMs, intervalMs), nowUtcMs);
}

/** When a reading counts. One from the future was made before the clock was set back, and its age is unknown. */
export function readingLife(asOfUtcMs: number, intervalMs: number): Life {
  return {
    fromUtcMs: asOfUtcMs - intervalMs,
    untilUtcMs: asOfUtcMs + staleAfterIntervals * intervalMs,
  };
}
