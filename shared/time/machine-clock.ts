/** Whether the clock of this machine is right, by what servers say of the time. Pure; positive: this machine is behind. */
import { isClockDependent } from '../net/answers.ts';
import type { Observation } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

/** What one server's clock says. */
export type ClockVoice = Readonly<{
  /** Its clock minus ours, in ms. */
  offMs: number;
  /** Its certificate was refused for its dates: a second sign beside its word. */
  untimely: boolean;
}>;

/**
 * A clock may be this wrong without harm, in ms: certificates are dated back by an hour, and a server's own clock may
 * be off by minutes.
 */
export const clockLimitMs = 5 * 60_000;
/** Servers that say the same differ by less, in ms: their answers take seconds, and their clocks drift. */
const agreeMs = 2 * 60_000;

/**
 * `right`, by how many ms this machine is off, or undefined when that cannot be told. One server alone may be wrong
 * itself: two must agree, or a certificate must speak for its word; and most of those heard must.
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

const dayMs = 86_400_000;

/** What was seen, or that it cannot be known while the clock is wrong by `offMs`. `nowUtcMs` is what the clock says. */
export function seenByClock(
  seen: Observation,
  offMs: number | undefined,
  nowUtcMs: number,
): Observation {
  if (offMs === undefined || !dependsOnClock(seen, nowUtcMs + offMs)) return seen;
  return { verdict: 'unknown', reason: reason('clock-wrong'), timings: seen.timings };
}

/** `trueUtcMs`: the time as the servers say it. */
function dependsOnClock({ certificate, reason: why }: Observation, trueUtcMs: number): boolean {
  const ended = why?.params['date'];
  // What has ended by the others' clocks as well has ended.
  if (why?.code === 'certificate-expired' && typeof ended === 'number') return ended > trueUtcMs;
  if (why && isClockDependent(why.code)) return true;
  // An end that is as many days away by all clocks is told by any.
  if (why?.code === 'certificate-expiring') {
    const days = certificate && Math.floor((certificate.validToUtcMs - trueUtcMs) / dayMs);
    return days === undefined || days !== why.params['days'];
  }
  return certificate !== undefined && certificate.validToUtcMs <= trueUtcMs;
}
