/** Instants and spans in words. All instants are ms UTC. */
import { dayMs } from '../time/calendar.ts';

export type Times = Readonly<{
  /** `14:02` today, `23 Nov, 14:02` on another day. */
  clock: (atUtcMs: number, nowUtcMs: number) => string;
  /** `Sunday 03:00` within the next days, `23 Nov, 14:02` later. */
  soon: (atUtcMs: number, nowUtcMs: number) => string;
  date: (atUtcMs: number) => string;
  /** `23 Nov` */
  day: (atUtcMs: number) => string;
  /** A calendar day, given as `2026-11-23`, and the same in every zone: `23 Nov`. */
  calendarDay: (day: string) => string;
  /** The same, with its year unless that is the current one: `23 Nov 2025`. */
  calendarDate: (day: string, nowUtcMs: number) => string;
  /** The same, in full: `Monday 23 November`. */
  calendarWeekday: (day: string) => string;
  /** Short name of a day of the week; Monday is 0. */
  weekday: (index: number) => string;
  /** A moment of any day, in minutes since midnight: `14:02`. */
  timeOfDay: (minute: number) => string;
  /** The largest fitting unit: `12 min`, `3 h`. */
  span: (ms: number) => string;
}>;

/** Further ahead, a weekday alone would be ambiguous. */
const weekdaysAhead = 6;
const aMonday = Date.UTC(2024, 0, 1);
const units = [
  [dayMs, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** `tag` is BCP 47. The default `timeZone` is the machine's. */
export function createTimes(tag: string, timeZone?: string): Times {
  const zone = timeZone === undefined ? {} : { timeZone };
  const formats = (options: Intl.DateTimeFormatOptions) =>
    onFirstUse(() => unbroken(new Intl.DateTimeFormat(tag, { ...zone, ...options }), firstOf(tag)));
  const clock = formats({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const timeOfDay = formats({
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const day = formats({ day: 'numeric', month: 'short' });
  const date = formats({ dateStyle: 'medium' });
  const year = formats({ year: 'numeric' });
  const calendarDay = formats({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  const calendarDate = formats({ dateStyle: 'medium', timeZone: 'UTC' });
  const calendarWeekday = formats({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const weekdayClock = formats({
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const spans = new Map<string, Intl.NumberFormat>();
  const spanIn = (unit: string) => {
    const made =
      spans.get(unit) ?? new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' });
    spans.set(unit, made);
    return made;
  };
  const clockText = (at: number, now: number) =>
    date().format(at) === date().format(now)
      ? clock().format(at)
      : `${day().format(at)}, ${clock().format(at)}`;
  return {
    clock: clockText,
    soon: (at, now) =>
      at >= now && at - now < weekdaysAhead * dayMs
        ? weekdayClock().format(at)
        : clockText(at, now),
    date: (at) => date().format(at),
    day: (at) => day().format(at),
    calendarDay: (name) => calendarDay().format(midnightUtcMs(name)),
    calendarDate: (name, now) => {
      const format = name.startsWith(year().format(now)) ? calendarDay() : calendarDate();
      return format.format(midnightUtcMs(name));
    },
    calendarWeekday: (name) => calendarWeekday().format(midnightUtcMs(name)),
    weekday: (index) =>
      new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }).format(
        aMonday + index * dayMs,
      ),
    timeOfDay: (minute) => timeOfDay().format(aMonday + minute * 60_000),
    span: (ms) => {
      const [size, unit] = units.find(([one]) => ms >= one) ?? units[3];
      return spanIn(unit).format(Math.max(0, Math.floor(ms / size)));
    },
  };
}

function midnightUtcMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The first of a month, which French counts and Intl does not: `1er déc.`. */
function firstOf(tag: string): string {
  return /^fr\b/.test(tag) ? '1er' : '1';
}

/** `14 h 02` stays in one line, as `14:02` does, and a day with its month. */
function unbroken(made: Intl.DateTimeFormat, first: string): Pick<Intl.DateTimeFormat, 'format'> {
  return {
    format: (at) =>
      made
        .format(at)
        .replaceAll(/(?<=\d) (?=\p{L})|(?<=\d h) (?=\d)/gu, '\u00a0')
        .replace(/(?<!\d)1(?=\u00a0\p{L}{3})/u, first),
  };
}

/** Created on first use: three formats take as long to create as the rest of the app's start. */
function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
