/** Repeating times as documents and files write them: a cron pattern, read in a time zone. */
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
    return new Cron(pattern, { mode: '5-part', timezone: 'UTC' }).getPattern() === pattern;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
