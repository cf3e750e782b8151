/** Whether the clock of this machine is right, according to servers. Pure; positive: this machine is behind. */
import { dayMs } from './calendar.ts';
import { isClockDependent } from '../net/answers.ts';
import type { Observation } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

/** One server's clock. */
export type ClockVoice = Readonly<{
  /** Its clock minus ours, in ms. */
  offMs: number;
  /** Its certificate was rejected for its dates: a second sign beside its time. */
  untimely: boolean;
}>;

/**
 * A clock may be this wrong without harm, in ms: certificates are backdated by an hour, and a server's own clock may be
 * off by minutes.
 */
export const clockLimitMs = 5 * 60_000;
/** Servers that agree differ by less, in ms: their answers take seconds, and their clocks drift. */
const agreeMs = 2 * 60_000;

/**
 * `right`, how many ms this machine is off, or undefined if that is unclear. A single server may be wrong itself: two
 * must agree, or a certificate must support it; and most servers must agree.
 */
export function judgeClock(voices: readonly ClockVoice[]): 'right' | number | undefined {
  const sorted = voices.map((one) => one.offMs).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) return undefined;
  const agreeing = voices.filter((one) => Math.abs(one.offMs - middle) <= agreeMs);
  if (agreeing.length * 2 <= voices.length) return undefined;
  if (Math.abs(middle) <= clockLimitMs) return 'right';
  return agreeing.length > 1 || agreeing.some((one) => one.untimely) ? middle : undefined;
}

/**
 * The observation, or unknown if it depends on the clock, which is wrong by `offMs`. `nowUtcMs` is what the clock says.
 */
export function seenByClock(
  seen: Observation,
  offMs: number | undefined,
  nowUtcMs: number,
): Observation {
  if (offMs === undefined || !dependsOnClock(seen, nowUtcMs + offMs)) return seen;
  return { verdict: 'unknown', reason: reason('clock-wrong'), timings: seen.timings };
}

/** `trueUtcMs`: the time according to servers. */
function dependsOnClock({ certificate, reason: why }: Observation, trueUtcMs: number): boolean {
  const ended = why?.params['date'];
  // It has also expired by the servers' clocks.
  if (why?.code === 'certificate-expired' && typeof ended === 'number') return ended > trueUtcMs;
  if (why && isClockDependent(why.code)) return true;
  // An expiry that is as many days away by both clocks does not depend on them.
  if (why?.code === 'certificate-expiring') {
    const days = certificate && Math.floor((certificate.validToUtcMs - trueUtcMs) / dayMs);
    return days === undefined || days !== why.params['days'];
  }
  return certificate !== undefined && certificate.validToUtcMs <= trueUtcMs;
}
