import { describe, expect, test } from 'vitest';
import { createCalendar, dateIn, hourMs } from '../../../shared/time/calendar.ts';
import { exportName } from '../../../main/core/history/export.ts';
import { stripStarts } from '../../../shared/history/strip.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
const hours = (start: number, end: number) => (end - start) / hourMs;

describe('days as the member’s clock shows them', () => {
  test.each([
    ['an ordinary day', 'America/Toronto', '2026-11-24T14:00', '2026-11-24T05:00', 24],
    ['just before midnight', 'America/Toronto', '2026-11-24T04:59:59', '2026-11-23T05:00', 24],
    ['the day of 23 hours', 'America/Toronto', '2026-03-08T20:00', '2026-03-08T05:00', 23],
    ['the day of 25 hours', 'America/Toronto', '2026-11-01T20:00', '2026-11-01T04:00', 25],
    ['before the clock goes back', 'America/Toronto', '2026-11-01T05:30', '2026-11-01T04:00', 25],
    ['half-hour zones', 'Asia/Kolkata', '2026-11-24T14:00', '2026-11-23T18:30', 24],
    [
      'where summer time begins at midnight',
      'Africa/Cairo',
      '2026-04-24T10:00',
      '2026-04-23T22:00',
      23,
    ],
    [
      'where it ends at one, back to midnight',
      'America/Havana',
      '2026-11-01T18:00',
      '2026-11-01T04:00',
      25,
    ],
    ['in UTC', 'UTC', '2026-11-24T00:00', '2026-11-24T00:00', 24],
  ])('%s', (_name, zone, at, start, length) => {
    const calendar = createCalendar(zone);
    const dayStart = calendar.dayStart(utc(at));
    expect(new Date(dayStart).toISOString()).toBe(new Date(utc(start)).toISOString());
    expect(hours(dayStart, calendar.nextDay(dayStart))).toBe(length);
  });

  test('names a day by its date there', () => {
    expect(createCalendar('America/Toronto').date(utc('2026-11-24T04:59'))).toBe('2026-11-23');
    expect(createCalendar('Asia/Tokyo').date(utc('2026-11-23T15:00'))).toBe('2026-11-24');
  });
});

test.each([
  ['America/St_Johns', '2026-11-24T14:10', '2026-11-24T13:30'],
  ['Asia/Kathmandu', '2026-11-24T14:10', '2026-11-24T13:15'],
  ['Europe/Berlin', '2026-03-29T01:10', '2026-03-29T01:00'],
])('hours begin when they do on the clock: %s', (zone, at, start) => {
  expect(createCalendar(zone).hourStart(utc(at))).toBe(utc(start));
});

test.each(['America/Toronto', 'America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'UTC'])(
  'the strip of %s has each of 90 days once, all year round',
  (zone) => {
    const calendar = createCalendar(zone);
    for (let month = 0; month < 12; month += 1) {
      const now = Date.UTC(2026, month, 15, 14, 30);
      const dates = stripStarts(calendar, now).map(calendar.date);
      const expected = Array.from({ length: 90 }, (_, index) =>
        new Date(Date.parse(calendar.date(now)) - (89 - index) * 24 * hourMs)
          .toISOString()
          .slice(0, 10),
      );
      expect(dates).toEqual(expected);
    }
  },
);

test.each([
  ['America/Toronto', 'pads', 'pads-history-2026-11-24.csv'],
  ['Pacific/Auckland', undefined, 'coop-tray-history-2026-11-25.csv'],
])('a file that is saved in %s has the day of its member in its name', (zone, serviceId, name) => {
  expect(exportName('csv', serviceId, dateIn(zone, Date.UTC(2026, 10, 25, 1, 30)))).toBe(name);
});
