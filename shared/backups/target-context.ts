/** One target as the rules look at it: what can be believed of its reading, and when it was due. Pure; ms UTC. */
import type { BackupSource } from '../coop/backups.ts';
import { dayMs } from '../time/zone.ts';
import type { DayReading, TargetReading } from './reading.ts';
import type { Timetable } from './schedule.ts';
import { dayText, timetableOf } from './schedule.ts';

export type Case = Readonly<{
  reading: TargetReading;
  source: BackupSource;
  /** Undefined where nothing says when it should run. */
  timetable?: Timetable;
  timeZone?: string;
  /** The instant that the reading is judged at: when it was taken. What came after it cannot tell. */
  atUtcMs: number;
  /** The calendar day of an instant in the schedule's zone, or UTC; counted from 1970-01-01. */
  dayOf: (atUtcMs: number) => number;
  /** The days that the source tells of, by their name. */
  days: ReadonlyMap<string, DayReading>;
  /** The first of them; of those before it the source tells nothing. */
  firstDay?: string;
  /** The last good run, from whatever the source says of it, and the calendar day of it. */
  successUtcMs?: number;
  successDay?: number;
  /** The calendar day of the last run. */
  attemptDay?: number;
  /** The source tells of something that has not happened yet. */
  isFuture: boolean;
}>;

/** Clocks of servers and members differ by so much. In ms. */
export const clockSkewMs = 5 * 60_000;
/** Where the zone of the days is not known it may be tomorrow there already. In ms. */
export const zoneAheadMs = 14 * 3_600_000;
/** Zero times of one system or another fall before this. */
const earliestUtcMs = Date.UTC(2000, 0, 1);
/** Nobody plans a run further ahead. In ms. */
const furthestMs = 5 * 366 * dayMs;

export function caseOf(raw: TargetReading, source: BackupSource, atUtcMs: number): Case {
  const schedule = raw.schedule ?? source.schedule;
  const timetable = schedule && timetableOf(schedule);
  const dayOf = timetable?.dayOf ?? ((at: number) => Math.floor(at / dayMs));
  const aheadMs = timetable ? clockSkewMs : zoneAheadMs;
  const { reading, isFuture } = believed(raw, atUtcMs, dayText(dayOf(atUtcMs + aheadMs)));
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

type Believed = Readonly<{ reading: TargetReading; isFuture: boolean }>;

/** The reading without what it tells of the future, but for a clock that is a little off, and of times before all this. */
function believed(raw: TargetReading, atUtcMs: number, today: string): Believed {
  const past = (at: number) => at >= earliestUtcMs && at <= atUtcMs + clockSkewMs;
  const { lastAttempt, lastSuccessUtcMs, nextExpectedUtcMs: next, ...others } = raw;
  const { days, check, upkeep, drill, standby, ...rest } = others;
  const told = [
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
      told.some((at) => at !== undefined && at > atUtcMs + clockSkewMs) ||
      (known?.length ?? 0) < (days?.length ?? 0),
    reading: {
      ...rest,
      ...(lastAttempt && past(lastAttempt.atUtcMs) ? { lastAttempt } : {}),
      ...(lastSuccessUtcMs !== undefined && past(lastSuccessUtcMs) ? { lastSuccessUtcMs } : {}),
      ...(next !== undefined && next >= earliestUtcMs && next <= atUtcMs + furthestMs
        ? { nextExpectedUtcMs: next }
        : {}),
      ...(known ? { days: known } : {}),
      ...(check && (check === 'never' || past(check.atUtcMs)) ? { check } : {}),
      ...(upkeep && past(upkeep.atUtcMs) ? { upkeep } : {}),
      ...(drill && (drill === 'never' || past(drill.atUtcMs)) ? { drill } : {}),
      ...(standby ? { standby: pastStandby(standby, past) } : {}),
    },
  };
}

function isDated<T extends object>(told: T | 'never' | undefined): told is T {
  return told !== undefined && told !== 'never';
}

function pastStandby(
  { restoredFromUtcMs, restoredAtUtcMs, ...rest }: NonNullable<TargetReading['standby']>,
  past: (at: number) => boolean,
): NonNullable<TargetReading['standby']> {
  return {
    ...rest,
    ...(restoredFromUtcMs !== undefined && past(restoredFromUtcMs) ? { restoredFromUtcMs } : {}),
    ...(restoredAtUtcMs !== undefined && past(restoredAtUtcMs) ? { restoredAtUtcMs } : {}),
  };
}

function successOf({ lastAttempt, lastSuccessUtcMs }: TargetReading): number | undefined {
  const attempted = lastAttempt?.ok === true ? [lastAttempt.atUtcMs] : [];
  const all = lastSuccessUtcMs === undefined ? attempted : [...attempted, lastSuccessUtcMs];
  return all.length > 0 ? Math.max(...all) : undefined;
}

/** Of several runs on one day the good one counts: something of that day can be got back. */
function byDay(days: readonly DayReading[]): ReadonlyMap<string, DayReading> {
  const known = new Map<string, DayReading>();
  for (const one of days) if (!known.get(one.day)?.ok) known.set(one.day, one);
  return known;
}
