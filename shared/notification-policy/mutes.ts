/** When snoozes, pauses and acknowledgements begin and end. Pure. */
import { hourMs } from '../time/calendar.ts';
import { clockLimitMs } from '../time/machine-clock.ts';
import type { Acknowledgement, AcknowledgeLength, Mute, MuteLength } from '../triage/mutes.ts';
import type { QuietHours } from './quiet-hours.ts';
import { tomorrowUtcMs } from './quiet-hours.ts';

const lengthMs = { '1h': hourMs, '4h': 4 * hourMs, '24h': 24 * hourMs } as const;

/** A mute that begins now; `rule` and `timeZone` determine when tomorrow begins. */
export function muteFor(
  length: MuteLength,
  atUtcMs: number,
  rule: QuietHours,
  timeZone: string,
): Mute {
  if (length === 'open') return { sinceUtcMs: atUtcMs };
  const untilUtcMs =
    length === 'tomorrow' ? tomorrowUtcMs(rule, atUtcMs, timeZone) : atUtcMs + lengthMs[length];
  return { sinceUtcMs: atUtcMs, untilUtcMs };
}

export function acknowledgementFor(
  length: AcknowledgeLength,
  atUtcMs: number,
  reason: string,
): Acknowledgement {
  return {
    reason,
    sinceUtcMs: atUtcMs,
    ...(length === 'open' ? {} : { untilUtcMs: atUtcMs + lengthMs[length] }),
  };
}

/**
 * Whether a mute has expired. One that begins in the future was made before the clock was set back: how much of it is
 * left is unknown, and silence that may last for years is worse than one notification. Correcting the clock by minutes
 * ends nothing.
 */
export function isOver({ sinceUtcMs, untilUtcMs }: Mute, atUtcMs: number): boolean {
  if (untilUtcMs === undefined) return false;
  return atUtcMs >= untilUtcMs || atUtcMs < sinceUtcMs - clockLimitMs;
}
