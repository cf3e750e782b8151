/** Repeating times as documents and files write them: a cron pattern, read in a time zone. */
import { Cron } from 'croner';
import * as v from 'valibot';

/** Five parts: minute, hour, day of the month, month, day of the week. */
export const CronPattern = v.pipe(
  v.string(),
  v.maxLength(100),
  v.check(isCron, 'must be a cron pattern of five parts'),
);

/** An IANA name; patterns are read in this zone, daylight saving included. */
export const TimeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check(isTimeZone, 'must be an IANA time zone'),
);

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
