/** The current interval of quiet hours, cached because the first use of a time zone is slow. */
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import {
  isQuiet,
  quietBeginsAtUtcMs,
  quietEndsAtUtcMs,
} from '../../../shared/notification-policy/quiet-hours.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import type { QuietReason } from '../../../shared/notification-policy/view.ts';
import type { Clock } from '../../platform/clock.ts';

/** Quiet hours, or the time between them. */
export type Interval = Readonly<{
  isQuiet: boolean;
  /** When it was computed, ms UTC. */
  fromUtcMs: number;
  /** Absent if it never ends. */
  untilUtcMs?: number;
}>;

export type QuietPeriods = Readonly<{
  /** The same object for as long as the interval lasts. */
  now: (hours: QuietHours) => Interval;
  /** Recomputes it next time: the hours, the time zone or the clock may have changed. */
  forget: () => void;
}>;

export function createQuietPeriods(
  deps: Readonly<{ clock: Pick<Clock, 'nowUtcMs'>; timeZone: () => string }>,
): QuietPeriods {
  let interval: Interval | undefined;
  return {
    now: (hours) => {
      const nowUtcMs = deps.clock.nowUtcMs();
      if (!interval || !covers(interval, nowUtcMs)) {
        interval = intervalAt(hours, nowUtcMs, deps.timeZone());
      }
      return interval;
    },
    forget: () => (interval = undefined),
  };
}

/** Why all notifications are held; of two reasons, the one that lasts longer. */
export function quietReasonOf({ pause }: PolicyState, interval: Interval): QuietReason | undefined {
  const hours = interval.isQuiet ? reasonOf('quiet-hours', interval.untilUtcMs) : undefined;
  if (!pause) return hours;
  const paused = reasonOf('pause', pause.untilUtcMs);
  return hours && endOf(hours) > endOf(paused) ? hours : paused;
}

function intervalAt(hours: QuietHours, atUtcMs: number, timeZone: string): Interval {
  const quiet = isQuiet(hours, atUtcMs, timeZone);
  const until = quiet
    ? quietEndsAtUtcMs(hours, atUtcMs, timeZone)
    : quietBeginsAtUtcMs(hours, atUtcMs, timeZone);
  return {
    isQuiet: quiet,
    fromUtcMs: atUtcMs,
    ...(until === undefined ? {} : { untilUtcMs: until }),
  };
}

/** False once the interval is over, and if the clock was set back to before it was computed. */
function covers({ fromUtcMs, untilUtcMs }: Interval, atUtcMs: number): boolean {
  return fromUtcMs <= atUtcMs && (untilUtcMs === undefined || atUtcMs < untilUtcMs);
}

function reasonOf(why: QuietReason['why'], untilUtcMs: number | undefined): QuietReason {
  return { why, ...(untilUtcMs === undefined ? {} : { untilUtcMs }) };
}

function endOf({ untilUtcMs = Number.POSITIVE_INFINITY }: QuietReason): number {
  return untilUtcMs;
}
