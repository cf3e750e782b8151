import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CronPattern, cronOf } from '../../../shared/coop/cron.ts';

/** A Friday. */
const from = new Date('2026-11-20T00:00:00Z');

function daysOf(pattern: string, count: number): string {
  const runs = cronOf(pattern, 'UTC').nextRuns(count, from);
  return runs.map((run) => run.toISOString().slice(2, 10)).join(' ');
}

test.each([
  ['Mondays of odd dates', '0 3 */2 * 1', '26-11-23 26-12-07 26-12-21'],
  ['a fifteenth that is a Sunday, Wednesday or Saturday', '0 3 15 * */3', '27-05-15 27-08-15'],
  ['a step of one is a star too', '0 3 */1 * 1', '26-11-23 26-11-30'],
  ['a star at the head of a list', '0 3 *,15 * MON', '26-11-23 26-11-30'],
  ['the first Monday, by a step beyond the month', '0 9 */100,1-7 * MON', '26-12-07 27-01-04'],
  ['the first Sunday, the other way round', '0 9 1-7 * */7', '26-12-06 27-01-03'],
  ['both fields named: one will do', '0 3 15 * 1', '26-11-23 26-11-30 26-12-07 26-12-14 26-12-15'],
  ['all days of the month by name are no star', '0 3 1-31 * 1', '26-11-20 26-11-21 26-11-22'],
  ['all days of the week by name are no star', '0 3 15 * 0-6', '26-11-20 26-11-21 26-11-22'],
  ['a star behind something else is none', '0 3 2,*/30 * 1', '26-11-23 26-11-30 26-12-01 26-12-02'],
  ['Saturdays and Sundays, with a seven', '0 3 * * 6,7', '26-11-21 26-11-22 26-11-28'],
  ['Friday to Sunday', '0 3 * * 5-7', '26-11-20 26-11-21 26-11-22 26-11-27'],
  ['every day', '0 3 * * *', '26-11-20 26-11-21'],
  ['a step beyond the hours', '0 */30 * * *', '26-11-21 26-11-22'],
  ['a step beyond the months', '0 0 1 */20 *', '27-01-01 28-01-01'],
  ['a day of leap years', '0 3 29 2 *', '28-02-29 32-02-29'],
  ['the last day of the month', '0 3 L * *', '26-11-30 26-12-31'],
  ['the weekday nearest to the first', '0 3 1W * *', '26-12-01 27-01-01'],
  ['a range with a step beyond the month', '0 0 5-9/40 * *', '26-12-05 27-01-05'],
])('%s: %s', (_what, pattern, days) => {
  expect(daysOf(pattern, days.split(' ').length)).toBe(days);
  expect(v.is(CronPattern, pattern)).toBe(true);
});

test.each([
  '@daily',
  '2026-11-24T00:00:00',
  '0 3 * *',
  '0 3 * * * *',
  '0 3 */0 * *',
  '0 25 * * *',
  '',
  // These never match; detecting that took up to a third of a second for each.
  '0 0 31 2 *',
  '0 0 1-28 * */7#5',
  '0 0 1W,2W,3W,4W,5W,6W,7W,8W,9W,10W,11W,12W * */7',
])('a document may not say “%s”', (pattern) => {
  expect(v.is(CronPattern, pattern)).toBe(false);
});
