/** For whom and from which day on calendars are expanded: both may change at any time. */
import { createCalendar } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Scope } from './expand.ts';

export type CurrentScope = Readonly<{
  now: () => Scope;
  /** The beginning of the next day there, ms UTC. */
  nextDayUtcMs: (nowUtcMs: number) => number;
}>;

export function createScope(
  deps: Readonly<{
    clock: Pick<Clock, 'nowUtcMs'>;
    timeZone: () => string;
    addresses: () => readonly string[];
  }>,
): CurrentScope {
  const { clock, timeZone, addresses } = deps;
  let zone = timeZone();
  let calendar = createCalendar(zone);
  const days = () => {
    const next = timeZone();
    if (next !== zone) calendar = createCalendar(next);
    zone = next;
    return calendar;
  };
  return {
    now: () => {
      const fromUtcMs = days().dayStart(clock.nowUtcMs());
      return { zone, fromUtcMs, addresses: addresses() };
    },
    nextDayUtcMs: (nowUtcMs) => days().nextDay(days().dayStart(nowUtcMs)),
  };
}
