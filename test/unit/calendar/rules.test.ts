/** Recurrence rules beside another implementation of them, that of ical.js, on rules nobody thought of. */
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { recurring } from '../../../shared/calendar/recurrence.ts';
import type { Rule } from '../../../shared/calendar/rule.ts';
import { parseRule } from '../../../shared/calendar/rule.ts';
import { parseWhen } from '../../../shared/calendar/when.ts';

const effort = () => ({ left: 1_000_000 });
const wallMs = (text: string) => {
  const when = parseWhen(text);
  if (when?.kind !== 'wall') throw new Error(text);
  return when.wallMs;
};
const ruleOf = (text: string): Rule => {
  const rule = parseRule(text);
  if (!rule) throw new Error(text);
  return rule;
};
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19);

function ours(rule: string, start: string, { from = start, to = '20340101T000000' } = {}) {
  const window = { fromMs: wallMs(from), toMs: wallMs(to) };
  const series = { rule: ruleOf(rule), firstMs: wallMs(start) };
  const times = recurring(series, { window, untilMs: Infinity, effort: effort() });
  return [...times].filter((one) => one !== undefined).map(iso);
}

function theirs(rule: string, start: string, to: string): readonly string[] {
  const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(isoOf(start)));
  const found: string[] = [];
  for (let time = times.next(); time; time = times.next()) {
    const text = time.toString().slice(0, 19);
    if (text >= isoOf(to)) break;
    found.push(text);
  }
  return found;
}
const isoOf = (text: string) => iso(wallMs(text));

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <T>(all: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: most });
const nth = fc.tuple(
  fc.constantFrom('', '', '1', '2', '5', '-1', '-2'),
  fc.constantFrom(...weekdays),
);
const part = (name: string, values: fc.Arbitrary<readonly unknown[]>) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: values.map((all) => `;${name}=${all.join(',')}`) },
  );
const interval = fc.integer({ min: 1, max: 5 }).map((one) => `;INTERVAL=${one}`);
const weekStart = fc.constantFrom('', ';WKST=SU', ';WKST=MO');

const rules = fc
  .oneof(
    fc.tuple(
      fc.constant('FREQ=DAILY'),
      interval,
      part('BYDAY', some(weekdays, 4)),
      part('BYMONTH', some([1, 2, 6, 11], 3)),
    ),
    fc.tuple(fc.constant('FREQ=WEEKLY'), interval, weekStart, part('BYDAY', some(weekdays, 4))),
    fc.tuple(
      fc.constant('FREQ=MONTHLY'),
      interval,
      part(
        'BYDAY',
        fc.uniqueArray(
          nth.map((one) => one.join('')),
          { minLength: 1, maxLength: 3 },
        ),
      ),
    ),
    fc.tuple(
      fc.constant('FREQ=MONTHLY'),
      interval,
      part('BYMONTHDAY', some([1, 13, 28, 29, 30, 31, -1, -2, -31], 3)),
    ),
    fc.tuple(
      fc.constant('FREQ=MONTHLY'),
      interval,
      fc.constant(';BYDAY=MO,TU,WE,TH,FR'),
      fc.constantFrom(';BYSETPOS=-1', ';BYSETPOS=1', ';BYSETPOS=2,-2'),
    ),
    fc.tuple(
      fc.constant('FREQ=YEARLY'),
      interval,
      some([1, 2, 3, 12], 2).map((all) => `;BYMONTH=${all.join(',')}`),
      part('BYMONTHDAY', some([1, 15, 28, -1], 2)),
    ),
    fc.tuple(
      fc.constant('FREQ=YEARLY'),
      interval,
      some([1, 2, 3, 12], 2).map((all) => `;BYMONTH=${all.join(',')}`),
      some(['1MO', '-1FR', '2TU', 'SA'], 2).map((all) => `;BYDAY=${all.join(',')}`),
    ),
    fc.tuple(fc.constant('FREQ=YEARLY'), interval),
  )
  .map((parts) => parts.join(''));
/** Rarely, as all of them are compared. */
const partsOfDay = [
  'FREQ=HOURLY;INTERVAL=101',
  'FREQ=HOURLY;INTERVAL=50;BYMINUTE=5,10',
  'FREQ=HOURLY;INTERVAL=7;BYHOUR=9;BYDAY=MO',
  'FREQ=MINUTELY;INTERVAL=7777',
  'FREQ=DAILY;INTERVAL=3;BYHOUR=8,20',
  'FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=8,20',
];
const starts = fc.constantFrom(
  '20240131T100000',
  '20240229T093000',
  '20241230T235900',
  '20250301T000000',
  '20260615T120000',
);
/**
 * ical.js moves 29 to 31 of a month that has fewer days into the next one, where RFC 5545, 3.3.10 leaves it out; and its
 * first time with BYSETPOS is any of the period. Both are in the table of situations.
 */
const isWrongThere = (rule: string, start: string) =>
  rule.includes('BYSETPOS') || (rule.startsWith('FREQ=YEARLY') && Number(start.slice(6, 8)) > 28);

describe('rules that nobody thought of', () => {
  test('are the same as in ical.js', () => {
    fc.assert(
      fc.property(rules, starts, (rule, start) => {
        fc.pre(!isWrongThere(rule, start));
        // Whether the first time is one of the series if it does not fit its rule is not a matter of the rule.
        const without = (all: readonly string[]) => all.filter((one) => one !== isoOf(start));
        const to = '20300101T000000';
        expect(without(ours(rule, start, { to }))).toEqual(without(theirs(rule, start, to)));
      }),
      { numRuns: 100, seed: 20_261_124 },
    );
  });

  test('are the same from any moment on', () => {
    const froms = fc.constantFrom('20240131T100000', '20270105T100001', '20310815T000000');
    const counts = fc.constantFrom('', ';COUNT=1', ';COUNT=30', ';COUNT=200');
    const all = fc.oneof(rules, fc.constantFrom(...partsOfDay));
    fc.assert(
      fc.property(all, counts, starts, froms, (uncounted, count, start, from) => {
        const rule = `${uncounted}${count}`;
        const late = ours(rule, start).filter((one) => one >= isoOf(from));
        expect(ours(rule, start, { from })).toEqual(late);
      }),
      { numRuns: 100, seed: 20_261_124 },
    );
  });
});
