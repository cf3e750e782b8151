/** Repeating times as documents and files write them: a cron pattern, read in a time zone as cron itself reads it. */
import { Cron } from 'croner';
import * as v from 'valibot';
import { says } from './remedy.ts';

/** Five parts: minute, hour, day of the month, month, day of the week. `message` says so. */
export const cronPattern = (message: string) =>
  v.pipe(v.string(), v.maxLength(100), v.check(isCron, message));

/** An IANA name; patterns are read in this zone, daylight saving included. `message` says so. */
export const timeZone = (message: string) =>
  v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone, message));

export const CronPattern = cronPattern(says('cron'));
export const TimeZone = timeZone(says('time-zone'));

function isCron(pattern: string): boolean {
  try {
    return partsOf(pattern).length === 5 && cronOf(pattern, 'UTC').getPattern() !== undefined;
  } catch {
    return false;
  }
}

/**
 * The times of a pattern. Where a day field begins with a star, also one with a step, both day fields must match; where
 * neither does, one of them will do. So cron has it, whatever the library thinks. Throws for what is no pattern, and
 * for one that does not come within four years: to look for its next time would take long.
 */
export function cronOf(pattern: string, timezone: string): Cron {
  const parts = partsOf(pattern);
  const domAndDow = [parts[2], parts[4]].some((part) => /^[*?]/.test(part ?? ''));
  const plain = parts.length === 5 ? parts.map(withoutLongSteps).join(' ') : pattern;
  const cron = new Cron(plain, { mode: '5-part', ...zoneOf(timezone), domAndDow });
  if (mayBeRare(parts) && !comes(parts, plain, domAndDow)) throw new RangeError('it never comes');
  return cron;
}

/** The library asks for UTC as for any other zone, and to ask takes long. */
function zoneOf(timezone: string) {
  return timezone === 'UTC' ? { utcOffset: 0 } : { timezone };
}

/** Whether it is neither of each week nor of each month; a word such as `@daily` is. */
function mayBeRare([, , day, , weekday]: readonly string[]): boolean {
  if (day === undefined || weekday === undefined) return false;
  const isWeekly = day === '*' && !weekday.includes('#');
  return !isWeekly && !(weekday === '*' && /^(?:[1-9]|1\d|2[0-8])$/.test(day));
}

/** Four years with a leap year among them, as a part of a pattern, and the moment before them. */
const fourYears = '2001-2004';
const beforeThem = new Date(Date.UTC(2000, 11, 31, 12));

function comes(parts: readonly string[], plain: string, domAndDow: boolean): boolean {
  if (takesLong(parts, domAndDow)) return false;
  const options = { mode: '7-part', ...zoneOf('UTC'), domAndDow } as const;
  return new Cron(`0 ${plain} ${fourYears}`, options).nextRun(beforeThem) !== null;
}

/**
 * The nearest weekday (`W`) of several days, and one of a kind that must be the nth weekday (`#`) as well: no plan, and
 * long to look for.
 */
function takesLong([, , day = '', , weekday = '']: readonly string[], domAndDow: boolean): boolean {
  const isBoth = domAndDow && day !== '*' && weekday !== '*';
  return day.split(/W/i).length > 2 || (isBoth && (/W/i.test(day) || weekday.includes('#')));
}

function partsOf(pattern: string): readonly string[] {
  return pattern.trim().split(/\s+/);
}

/** How many values each part has, and the first of them. */
const ranges = [
  { count: 60, first: '0' },
  { count: 24, first: '0' },
  { count: 31, first: '1' },
  { count: 12, first: '1' },
  { count: 7, first: '0' },
] as const;

/** A step that is longer than its part leaves its first value: people write the first Monday so, with `1-7` beside it. */
function withoutLongSteps(part: string, at: number): string {
  const { count, first } = ranges[at] ?? ranges[0];
  const pieces = part.split(',').map((piece) => {
    const [, from = '', step = ''] = /^(\*|[^-/]+)(?:-[^-/]+)?\/(\d+)$/.exec(piece) ?? [];
    if (Number(step) <= count) return piece;
    if (from === '*') return first;
    return piece.includes('-') ? from : piece;
  });
  return pieces.join(',');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
