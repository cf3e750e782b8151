/** Prepares a target for the rules: the plausible part of its reading, and its schedule. Pure; ms UTC. */
import type { BackupSource } from '../coop/backups.ts';
import { dayMs } from '../time/calendar.ts';
import type { DayReading, TargetReading } from './reading.ts';
import type { Timetable } from './schedule.ts';
import { dayText, timetableOf } from './schedule.ts';

export type TargetContext = Readonly<{
  reading: TargetReading;
  source: BackupSource;
  /** Undefined without a schedule. */
  timetable?: Timetable;
  timeZone?: string;
  /** When the reading was taken; it is evaluated as of this time. */
  atUtcMs: number;
  /** Calendar day in the schedule's time zone, or UTC; counted from 1970-01-01. */
  dayOf: (atUtcMs: number) => number;
  /** The reported days, by name. */
  days: ReadonlyMap<string, DayReading>;
  /** The first reported day; nothing is known about earlier ones. */
  firstDay?: string;
  /** The last successful run, from any part of the reading, and its calendar day. */
  successUtcMs?: number;
  successDay?: number;
  /** Calendar day of the last run. */
  attemptDay?: number;
  /** The source reports events in the future. */
  isFuture: boolean;
}>;

/** In ms; tolerated clock difference between server and member. */
export const clockSkewMs = 5 * 60_000;
/** In ms; if the time zone of the days is unknown, it may already be tomorrow there. */
export const zoneAheadMs = 14 * 3_600_000;
/** Earlier times are probably the zero value of some system. */
const earliestUtcMs = Date.UTC(2000, 0, 1);
/** In ms; a later next run is implausible. */
const furthestMs = 5 * 366 * dayMs;

export function targetContext(
  raw: TargetReading,
  source: BackupSource,
  atUtcMs: number,
): TargetContext {
  const schedule = raw.schedule ?? source.schedule;
  const timetable = schedule && timetableOf(schedule);
  const dayOf = timetable?.dayOf ?? ((at: number) => Math.floor(at / dayMs));
  const aheadMs = timetable ? clockSkewMs : zoneAheadMs;
  const { reading, isFuture } = plausible(raw, atUtcMs, dayText(dayOf(atUtcMs + aheadMs)));
  const successUtcMs = successOf(reading);
  const attemptUtcMs = reading.lastAttempt?.atUtcMs;
  const days = byDay(reading.days ?? []);
  const firstDay = [...days.keys()].toSorted()[0];
  return {
    reading,
    source,
    atUtcMs,
    dayOf,
    days,
    isFuture,
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(schedule && timetable ? { timetable, timeZone: schedule.timeZone } : {}),
    ...(successUtcMs === undefined ? {} : { successUtcMs, successDay: dayOf(successUtcMs) }),
    ...(attemptUtcMs === undefined ? {} : { attemptDay: dayOf(attemptUtcMs) }),
  };
}

type Plausible = Readonly<{ reading: TargetReading; isFuture: boolean }>;

/** The reading without implausible times: in the future (beyond the clock tolerance), or before 2000. */
function plausible(raw: TargetReading, atUtcMs: number, today: string): Plausible {
  const isPlausible = (at: number) => at >= earliestUtcMs && at <= atUtcMs + clockSkewMs;
  const { lastAttempt, lastSuccessUtcMs, nextExpectedUtcMs: next, ...others } = raw;
  const { days, check, upkeep, drill, standby, ...rest } = others;
  const times = [
    lastAttempt?.atUtcMs,
    lastSuccessUtcMs,
    isDated(check) ? check.atUtcMs : undefined,
    upkeep?.atUtcMs,
    isDated(drill) ? drill.atUtcMs : undefined,
    standby?.restoredAtUtcMs,
    standby?.restoredFromUtcMs,
  ];
  const known = days?.filter(({ day }) => day <= today);
  return {
    isFuture:
      times.some((at) => at !== undefined && at > atUtcMs + clockSkewMs) ||
      (known?.length ?? 0) < (days?.length ?? 0),
    reading: {
      ...rest,
      ...(lastAttempt && isPlausible(lastAttempt.atUtcMs) ? { lastAttempt } : {}),
      ...(lastSuccessUtcMs !== undefined && isPlausible(lastSuccessUtcMs)
        ? { lastSuccessUtcMs }
        : {}),
      ...(next !== undefined && next >= earliestUtcMs && next <= atUtcMs + furthestMs
        ? { nextExpectedUtcMs: next }
        : {}),
      ...(known ? { days: known } : {}),
      ...(check && (check === 'never' || isPlausible(check.atUtcMs)) ? { check } : {}),
      ...(upkeep && isPlausible(upkeep.atUtcMs) ? { upkeep } : {}),
      ...(drill && (drill === 'never' || isPlausible(drill.atUtcMs)) ? { drill } : {}),
      ...(standby ? { standby: plausibleStandby(standby, isPlausible) } : {}),
    },
  };
}

function isDated<T extends object>(value: T | 'never' | undefined): value is T {
  return value !== undefined && value !== 'never';
}

function plausibleStandby(
  { restoredFromUtcMs, restoredAtUtcMs, ...rest }: NonNullable<TargetReading['standby']>,
  isPlausible: (at: number) => boolean,
): NonNullable<TargetReading['standby']> {
  return {
    ...rest,
    ...(restoredFromUtcMs !== undefined && isPlausible(restoredFromUtcMs)
      ? { restoredFromUtcMs }
      : {}),
    ...(restoredAtUtcMs !== undefined && isPlausible(restoredAtUtcMs) ? { restoredAtUtcMs } : {}),
  };
}

function successOf({ lastAttempt, lastSuccessUtcMs }: TargetReading): number | undefined {
  const attempted = lastAttempt?.ok === true ? [lastAttempt.atUtcMs] : [];
  const all = lastSuccessUtcMs === undefined ? attempted : [...attempted, lastSuccessUtcMs];
  return all.length > 0 ? Math.max(...all) : undefined;
}

/** Of several runs on one day, a successful one counts: data of that day can be restored. */
function byDay(days: readonly DayReading[]): ReadonlyMap<string, DayReading> {
  const known = new Map<string, DayReading>();
  for (const one of days) if (!known.get(one.day)?.ok) known.set(one.day, one);
  return known;
}
