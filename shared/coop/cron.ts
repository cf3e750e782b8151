/** Cron patterns in a time zone, with the semantics of cron itself. */
import { Cron } from 'croner';
import * as v from 'valibot';
import { says } from './remedy.ts';

/** Five fields: minute, hour, day of the month, month, day of the week. `message` is the error for others. */
export const cronPattern = (message: string) =>
  v.pipe(v.string(), v.maxLength(100), v.check(isCron, message));

/** An IANA time zone name. `message` is the error for others. */
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
 * If a day field starts with a star, also one with a step, both day fields must match; otherwise one of them is enough.
 * This is what cron does, whatever croner's default. Throws for invalid patterns, and for patterns with no run within
 * four years, because searching for their next run takes long.
 */
export function cronOf(pattern: string, timezone: string): Cron {
  const parts = partsOf(pattern);
  const domAndDow = [parts[2], parts[4]].some((part) => /^[*?]/.test(part ?? ''));
  const plain = parts.length === 5 ? parts.map(withoutLongSteps).join(' ') : pattern;
  const cron = new Cron(plain, { mode: '5-part', ...zoneOf(timezone), domAndDow });
  if (mightBeRare(parts) && !hasRun(parts, plain, domAndDow))
    throw new RangeError('it never comes');
  return cron;
}

/** croner resolves UTC through Intl like any other zone, which is slow. */
function zoneOf(timezone: string) {
  return timezone === 'UTC' ? { utcOffset: 0 } : { timezone };
}

/** Whether the pattern might not run every week or month. Nicknames such as `@daily` always do. */
function mightBeRare([, , day, , weekday]: readonly string[]): boolean {
  if (day === undefined || weekday === undefined) return false;
  const isWeekly = day === '*' && !weekday.includes('#');
  return !isWeekly && !(weekday === '*' && /^(?:[1-9]|1\d|2[0-8])$/.test(day));
}

/** Four years including a leap year, as the year field of a pattern, and an instant before them. */
const fourYears = '2001-2004';
const justBefore = new Date(Date.UTC(2000, 11, 31, 12));

function hasRun(parts: readonly string[], plain: string, domAndDow: boolean): boolean {
  if (isSlow(parts, domAndDow)) return false;
  const options = { mode: '7-part', ...zoneOf('UTC'), domAndDow } as const;
  return new Cron(`0 ${plain} ${fourYears}`, options).nextRun(justBefore) !== null;
}

/**
 * `W` (nearest weekday) on several days, or `W` or `#` (nth weekday) together with the other day field: useless in
 * practice, and slow to search for.
 */
function isSlow([, , day = '', , weekday = '']: readonly string[], domAndDow: boolean): boolean {
  const isBoth = domAndDow && day !== '*' && weekday !== '*';
  return day.split(/W/i).length > 2 || (isBoth && (/W/i.test(day) || weekday.includes('#')));
}

function partsOf(pattern: string): readonly string[] {
  return pattern.trim().split(/\s+/);
}

/** Number of values of each field, and its first value. */
const ranges = [
  { count: 60, first: '0' },
  { count: 24, first: '0' },
  { count: 31, first: '1' },
  { count: 12, first: '1' },
  { count: 7, first: '0' },
] as const;

/**
 * A step longer than the field selects only its first value. Some write the first Monday of a month as a star with step
 * 100 plus `1-7`.
 */
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
