import { describe, expect, test } from 'vitest';
import { createTimes } from '../../../shared/i18n/times.ts';

const hourMs = 3_600_000;

describe.each([
  ['Pacific/Kiritimati', '2027-01-01T00:00+14:00'],
  ['Asia/Tokyo', '2027-01-01T00:00+09:00'],
  ['UTC', '2027-01-01T00:00Z'],
  ['America/St_Johns', '2027-01-01T00:00-03:30'],
  ['Pacific/Pago_Pago', '2027-01-01T00:00-11:00'],
])('a day on somebody’s calendar, for a member in %s', (zone, newYear) => {
  const english = createTimes('en', zone);
  const french = createTimes('fr', zone);

  test.each([
    ['2026-01-01', 'Jan 1', '1er\u00a0janv.'],
    ['2026-12-31', 'Dec 31', '31\u00a0déc.'],
    ['2028-02-29', 'Feb 29', '29\u00a0févr.'],
    // Samoa skipped the 30th; a server there still dated its backup so.
    ['2011-12-30', 'Dec 30', '30\u00a0déc.'],
  ])('%s is that day', (day, inEnglish, inFrench) => {
    expect(english.calendarDay(day)).toBe(inEnglish);
    expect(french.calendarDay(day)).toBe(inFrench);
  });

  test('has the name of its weekday', () => {
    expect(english.calendarWeekday('2026-11-30')).toBe('Monday, November 30');
    expect(french.calendarWeekday('2026-11-30')).toBe('lundi 30\u00a0novembre');
  });

  test.each([
    ['2026-12-31', -1, 'Dec 31'],
    ['2026-12-31', 1, 'Dec 31, 2026'],
    ['2027-01-01', -1, 'Jan 1, 2027'],
    ['2027-01-01', 1, 'Jan 1'],
  ])('%s, %d hours from the member’s new year', (day, hours, expected) => {
    expect(english.calendarDate(day, Date.parse(newYear) + hours * hourMs)).toBe(expected);
  });
});

test('a time of day is never broken across lines, nor a day from its month', () => {
  const french = createTimes('fr-CA', 'America/Toronto');
  const at = Date.UTC(2026, 10, 24, 14, 2);
  expect(french.clock(at, at)).toBe('09\u00a0h\u00a002');
  expect(french.clock(at, at + 24 * hourMs)).toBe('24\u00a0nov., 09\u00a0h\u00a002');
  expect(french.soon(at, at - hourMs)).toBe('mardi 09\u00a0h\u00a002');
  expect(french.timeOfDay(14 * 60 + 5)).toBe('14\u00a0h\u00a005');
});

test('times are those of the member’s zone', () => {
  const times = createTimes('en', 'America/Toronto');
  const at = Date.UTC(2026, 10, 24, 19, 2);
  expect(times.clock(at, at + 60_000)).toBe('14:02');
  expect(times.clock(at, at + 86_400_000)).toBe('Nov 24, 14:02');
  expect([times.span(720_000), times.span(59_000), times.span(-5)]).toEqual([
    '12 min',
    '59 sec',
    '0 sec',
  ]);
});
