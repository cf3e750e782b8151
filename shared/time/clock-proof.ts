/**
 * When the clock of this machine is believed so far that something is removed for its age, and how much at once. A clock
 * that fell back to 1970, or ran ahead by a year, looks like any other; what it made old would never come back. Pure.
 */
import type { Calendar } from './calendar.ts';
import type { ClockVoice } from './machine-clock.ts';
import { clockLimitMs, judgeClock } from './machine-clock.ts';

/** Both clocks of the machine at one moment: the wall's in ms UTC, and the one that never jumps. */
export type Moment = Readonly<{ utcMs: number; monotonicMs: number }>;

/** A voice, and whether its certificate was believed. */
export type ProvingVoice = ClockVoice & Readonly<{ verified: boolean }>;

/** The two clocks of a machine that nobody sets differ by less, in ms; a sleep is more, as the second one stands still. */
const apartMs = 5000;
/** How long a proof holds by itself, in ms. */
const proofMs = 86_400_000;

/**
 * Whether what servers say proves the clock. Who answers in plain text may be a box beside this machine that lost the
 * time in the same power cut, so one at least must have a certificate that is believed.
 */
export function isProof(voices: readonly ProvingVoice[]): boolean {
  if (judgeClock(voices) !== 'right') return false;
  return voices.some(({ verified, offMs }) => verified && Math.abs(offMs) <= clockLimitMs);
}

/** Whether the clock is still the one that was proven: nobody has set it since, nor has the machine slept. */
export function isProven(proven: Moment | undefined, now: Moment): boolean {
  if (!proven) return false;
  const passedMs = now.monotonicMs - proven.monotonicMs;
  return passedMs <= proofMs && Math.abs(now.utcMs - proven.utcMs - passedMs) <= apartMs;
}

/** What of a calendar is needed to tell a day's worth. */
type Days = Pick<Calendar, 'dayStart' | 'nextDay'>;

/**
 * Up to where what is too old is removed in one go: a proof can be wrong as well, and then a day is lost and not all of
 * it. `oldestUtcMs` is that of what there is.
 */
export function removableBefore(tooOldUtcMs: number, oldestUtcMs: number, days: Days): number {
  return Math.min(tooOldUtcMs, days.nextDay(days.dayStart(oldestUtcMs)));
}

/** From after when what is dated into the future is removed; `newestUtcMs` is that of what there is. */
export function removableAfter(tooNewUtcMs: number, newestUtcMs: number, days: Days): number {
  return Math.max(tooNewUtcMs, days.dayStart(newestUtcMs) - 1);
}

/**
 * When something is heard that a server has dated, ms UTC. To a clock that fell back all of it comes from the future, and
 * would be thrown away: while nobody knows whether it did, the server is believed.
 */
export function heardAtUtcMs(nowUtcMs: number, sentUtcMs: number, isProven: boolean): number {
  return isProven ? nowUtcMs : Math.max(nowUtcMs, sentUtcMs);
}
