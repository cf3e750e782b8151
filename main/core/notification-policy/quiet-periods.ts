/** Whether it is quiet, reckoned once for each stretch of time: the first use of a time zone is slow. */
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import {
  isQuiet,
  quietBeginsAtUtcMs,
  quietEndsAtUtcMs,
} from '../../../shared/notification-policy/quiet-hours.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import type { Hush } from '../../../shared/notification-policy/view.ts';

/** A stretch of quiet, or of time without. */
export type Stretch = Readonly<{
  isQuiet: boolean;
  /** When it was reckoned, ms UTC. */
  fromUtcMs: number;
  /** Absent when it never ends. */
  untilUtcMs?: number;
}>;

export function stretchAt(rule: QuietHours, atUtcMs: number, timeZone: string): Stretch {
  const quiet = isQuiet(rule, atUtcMs, timeZone);
  const until = quiet
    ? quietEndsAtUtcMs(rule, atUtcMs, timeZone)
    : quietBeginsAtUtcMs(rule, atUtcMs, timeZone);
  return {
    isQuiet: quiet,
    fromUtcMs: atUtcMs,
    ...(until === undefined ? {} : { untilUtcMs: until }),
  };
}

/** Whether a stretch still tells of this moment: not when it is over, nor when the clock was set back before it. */
export function covers({ fromUtcMs, untilUtcMs }: Stretch, atUtcMs: number): boolean {
  return fromUtcMs <= atUtcMs && (untilUtcMs === undefined || atUtcMs < untilUtcMs);
}

/** What holds the changes of all services; of two reasons the one that lasts longer. */
export function hushOf({ pause }: PolicyState, stretch: Stretch): Hush | undefined {
  const hours = stretch.isQuiet ? quietReason('quiet-hours', stretch.untilUtcMs) : undefined;
  if (!pause) return hours;
  const paused = quietReason('pause', pause.untilUtcMs);
  return hours && endOf(hours) > endOf(paused) ? hours : paused;
}

function quietReason(why: Hush['why'], untilUtcMs: number | undefined): Hush {
  return { why, ...(untilUtcMs === undefined ? {} : { untilUtcMs }) };
}

function endOf({ untilUtcMs = Number.POSITIVE_INFINITY }: Hush): number {
  return untilUtcMs;
}
