/** Dates, times and durations as calendars write them. Pure. */
import { dayMs, hourMs } from '../time/calendar.ts';
import { dayOf, daysInMonth } from './civil.ts';

/** `wallMs` is what the wall clock shows, in ms as if it were UTC; without a `tzid` the time is floating. */
export type When =
  | Readonly<{ kind: 'date'; day: number }>
  | Readonly<{ kind: 'utc'; utcMs: number }>
  | Readonly<{ kind: 'wall'; wallMs: number; tzid?: string }>;

/** Days are days of the wall clock, which may have 23 or 25 hours; `ms` are added to them. */
export type Span = Readonly<{ days: number; ms: number }>;

/** Year, month, day, hour, minute, second, distance from UTC; fractions of a second are not taken. */
const whenPattern =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:T|\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]?\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
/** What is left of a time where there is none (ical.js #515). */
const emptyTime = /T:*$/i;

/** With or without the signs between its parts; undefined if there is no such date. */
export function parseWhen(text: unknown, tzid?: string): When | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const parts = whenPattern.exec(text.trim().replace(emptyTime, ''));
  if (!parts) return undefined;
  const at = (part: number) => Number(parts[part] ?? 0);
  const [year, month, ofMonth] = [at(1), at(2), at(3)];
  if (year < 1 || month < 1 || month > 12) return undefined;
  if (ofMonth < 1 || ofMonth > daysInMonth(year, month)) return undefined;
  const day = dayOf(year, month, ofMonth);
  if (parts[4] === undefined) return { kind: 'date', day };
  // A leap second is the one before it.
  const [hour, minute, second] = [at(4), at(5), Math.min(at(6), 59)];
  // Some write the end of a day as 24:00.
  if (minute > 59 || at(6) > 60 || hour > 24 || (hour === 24 && minute + second > 0))
    return undefined;
  const ms = day * dayMs + hour * hourMs + minute * 60_000 + second * 1000;
  if (parts[7] !== undefined) return { kind: 'utc', utcMs: ms - distanceOf(parts[7]) };
  return { kind: 'wall', wallMs: ms, ...(tzid === undefined ? {} : { tzid }) };
}

/** Of `Z`, `+0100` or `+01:00` from UTC, in ms. */
function distanceOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const ms = Number(hours ?? 0) * hourMs + Number(minutes ?? 0) * 60_000;
  return sign === '-' ? -ms : ms;
}

const spanPattern =
  /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** A duration such as `PT1H30M`; undefined for anything else. Negative ones are negative in both parts. */
export function parseSpan(text: unknown): Span | undefined {
  if (typeof text !== 'string' || text.length > 60) return undefined;
  const parts = spanPattern.exec(text.trim());
  if (!parts || parts.slice(2).every((part) => part === undefined)) return undefined;
  const at = (part: number) => Number(parts[part] ?? 0);
  const sign = parts[1] === '-' ? -1 : 1;
  return {
    days: sign * (at(2) * 7 + at(3)),
    ms: sign * (at(4) * hourMs + at(5) * 60_000 + at(6) * 1000),
  };
}

/** Undefined if it is not midnight, on the wall clock or in UTC. */
export function asDay(when: When): When | undefined {
  if (when.kind === 'date') return when;
  const ms = when.kind === 'utc' ? when.utcMs : when.wallMs;
  return ms % dayMs === 0 ? { kind: 'date', day: ms / dayMs } : undefined;
}
