/**
 * When the clock of this machine is trusted enough to delete data for its age, and how much at a time. A clock that
 * fell back to 1970, or ran ahead by a year, looks like any other, and deleted data does not come back. Pure.
 */
import type { Calendar } from './calendar.ts';
import type { ClockVoice } from './machine-clock.ts';
import { clockLimitMs, judgeClock } from './machine-clock.ts';

/** The machine's clocks at one moment: wall clock, in ms UTC, and monotonic clock. */
export type Moment = Readonly<{ utcMs: number; monotonicMs: number }>;

/** A server's clock, and whether its certificate was trusted. */
export type ProvingVoice = ClockVoice & Readonly<{ verified: boolean }>;

/** The two clocks differ by less unless one is set, in ms; a sleep adds more, as the monotonic clock stops. */
const apartMs = 5000;
/** How long a proof is valid, in ms. */
const proofMs = 86_400_000;

/**
 * Whether servers' clocks prove ours. One without TLS may be a box beside this machine that lost its time in the same
 * power cut, so at least one certificate must be trusted.
 */
export function isProof(voices: readonly ProvingVoice[]): boolean {
  if (judgeClock(voices) !== 'right') return false;
  return voices.some(({ verified, offMs }) => verified && Math.abs(offMs) <= clockLimitMs);
}

/** Whether the clock is still the proven one: not set since, and no sleep since. */
export function isProven(proven: Moment | undefined, now: Moment): boolean {
  if (!proven) return false;
  const passedMs = now.monotonicMs - proven.monotonicMs;
  return passedMs <= proofMs && Math.abs(now.utcMs - proven.utcMs - passedMs) <= apartMs;
}

type Days = Pick<Calendar, 'dayStart' | 'nextDay'>;

/**
 * Limit for deleting old entries at one time: a proof can be wrong as well, and then a day is lost instead of
 * everything. `oldestUtcMs` is the oldest entry.
 */
export function removableBefore(tooOldUtcMs: number, oldestUtcMs: number, days: Days): number {
  return Math.min(tooOldUtcMs, days.nextDay(days.dayStart(oldestUtcMs)));
}

/** Entries dated after this are deleted as being in the future; `newestUtcMs` is the newest entry. */
export function removableAfter(tooNewUtcMs: number, newestUtcMs: number, days: Days): number {
  return Math.max(tooNewUtcMs, days.dayStart(newestUtcMs) - 1);
}

/**
 * When a message that a server has dated was received, ms UTC. To a clock that fell back, messages seem to come from
 * the future and would be discarded: the server is believed until the clock is proven.
 */
export function heardAtUtcMs(nowUtcMs: number, sentUtcMs: number, isProven: boolean): number {
  return isProven ? nowUtcMs : Math.max(nowUtcMs, sentUtcMs);
}
