import { describe, expect, test } from 'vitest';
import type { Weekday } from '../../../shared/coop/quiet-hours.ts';
import { weekdays } from '../../../shared/coop/quiet-hours.ts';
import type { QuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import {
  defaultQuietHours,
  isQuiet,
  proposedBy,
  quietBeginsAtUtcMs,
  quietEndsAtUtcMs,
  tomorrowUtcMs,
} from '../../../shared/notification-policy/quiet-hours.ts';
import { instantOf, wallAt } from '../../../shared/time/zone.ts';

const toronto = 'America/Toronto';

function hours(from: string, to: string, days: readonly Weekday[] = weekdays): QuietHours {
  return proposedBy({ days: [...days], from, to });
}

/** The rule's next change, as an ISO time with its offset. */
function turn(rule: QuietHours, at: string, timeZone = toronto): string {
  const atUtcMs = Date.parse(at);
  const quiet = isQuiet(rule, atUtcMs, timeZone);
  const next = quiet
    ? quietEndsAtUtcMs(rule, atUtcMs, timeZone)
    : quietBeginsAtUtcMs(rule, atUtcMs, timeZone);
  const until = next === undefined ? 'for ever' : new Date(next).toISOString().slice(0, 16);
  return `${quiet ? 'quiet' : 'awake'} until ${until}`;
}

describe('quiet hours by the wall clock', () => {
  const night = hours('22:00', '06:00', ['fri']);
  test.each<[string, QuietHours, string, string]>([
    [
      'a working morning',
      defaultQuietHours,
      '2026-11-24T10:00-05:00',
      'awake until 2026-11-24T23:00',
    ],
    ['at nine sharp', defaultQuietHours, '2026-11-24T09:00-05:00', 'awake until 2026-11-24T23:00'],
    [
      'just before nine',
      defaultQuietHours,
      '2026-11-24T08:59-05:00',
      'quiet until 2026-11-24T14:00',
    ],
    ['at six sharp', defaultQuietHours, '2026-11-24T18:00-05:00', 'quiet until 2026-11-25T14:00'],
    ['Friday evening', defaultQuietHours, '2026-11-27T20:00-05:00', 'quiet until 2026-11-30T14:00'],
    ['Sunday noon', defaultQuietHours, '2026-11-29T12:00-05:00', 'quiet until 2026-11-30T14:00'],
    [
      'a night shift before midnight',
      night,
      '2026-11-27T23:00-05:00',
      'awake until 2026-11-28T11:00',
    ],
    [
      'a night shift after midnight',
      night,
      '2026-11-28T01:00-05:00',
      'awake until 2026-11-28T11:00',
    ],
    ['after a night shift', night, '2026-11-28T06:00-05:00', 'quiet until 2026-12-05T03:00'],
    [
      'no working day',
      hours('09:00', '18:00', []),
      '2026-11-24T10:00-05:00',
      'quiet until for ever',
    ],
    ['day and night', hours('00:00', '24:00'), '2026-11-24T03:00-05:00', 'awake until for ever'],
    [
      'two whole days',
      hours('00:00', '24:00', ['sat', 'sun']),
      '2026-11-28T03:00-05:00',
      'awake until 2026-11-30T05:00',
    ],
    [
      'the same time twice is a whole day',
      hours('09:00', '09:00'),
      '2026-11-24T08:00-05:00',
      'awake until for ever',
    ],
    [
      'switched off',
      { ...defaultQuietHours, on: false },
      '2026-11-29T12:00-05:00',
      'awake until for ever',
    ],
  ])('%s', (_what, rule, at, expected) => {
    expect(turn(rule, at)).toBe(expected);
  });

  test.each<[string, QuietHours, string, string]>([
    // 2026-11-01: 02:00 EDT becomes 01:00 EST.
    [
      'a night longer by an hour',
      hours('09:00', '18:00'),
      '2026-10-31T18:00-04:00',
      'quiet until 2026-11-01T14:00',
    ],
    [
      'a start that comes twice is the first',
      hours('01:30', '06:00'),
      '2026-11-01T00:00-04:00',
      'quiet until 2026-11-01T05:30',
    ],
    [
      'the hour that comes twice stays one shift',
      hours('01:30', '06:00'),
      '2026-11-01T01:10-05:00',
      'awake until 2026-11-01T11:00',
    ],
    [
      'an end that comes twice is the first',
      hours('20:00', '01:30'),
      '2026-10-31T22:00-04:00',
      'awake until 2026-11-01T05:30',
    ],
    // 2026-03-08: 02:00 EST becomes 03:00 EDT.
    [
      'a night shorter by an hour',
      hours('09:00', '18:00'),
      '2026-03-07T18:00-05:00',
      'quiet until 2026-03-08T13:00',
    ],
    [
      'a start that never comes is as much later',
      hours('02:30', '06:00'),
      '2026-03-08T00:00-05:00',
      'quiet until 2026-03-08T07:30',
    ],
    [
      'an end that never comes is as much later',
      hours('20:00', '02:30'),
      '2026-03-07T22:00-05:00',
      'awake until 2026-03-08T07:30',
    ],
  ])('when clocks are set: %s', (_what, rule, at, expected) => {
    expect(turn(rule, at)).toBe(expected);
  });

  test.each([
    ['Asia/Tokyo', '2026-11-24T09:00+09:00', 'awake until 2026-11-24T09:00'],
    ['Asia/Kathmandu', '2026-11-24T08:59+05:45', 'quiet until 2026-11-24T03:15'],
    ['America/St_Johns', '2026-11-24T09:00-03:30', 'awake until 2026-11-24T21:30'],
    ['UTC', '2026-11-24T09:00Z', 'awake until 2026-11-24T18:00'],
  ])('in %s', (timeZone, at, expected) => {
    expect(turn(defaultQuietHours, at, timeZone)).toBe(expected);
  });
});

test.each<[string, QuietHours, string, string]>([
  ['the next working day', defaultQuietHours, '2026-11-24T10:00-05:00', '2026-11-25T14:00'],
  ['not this morning', defaultQuietHours, '2026-11-24T08:00-05:00', '2026-11-25T14:00'],
  ['Monday, from Friday', defaultQuietHours, '2026-11-27T10:00-05:00', '2026-11-30T14:00'],
  [
    'without quiet hours, nine',
    { ...defaultQuietHours, on: false },
    '2026-11-27T10:00-05:00',
    '2026-11-28T14:00',
  ],
  [
    'on call day and night, nine',
    hours('00:00', '24:00'),
    '2026-11-24T10:00-05:00',
    '2026-11-25T14:00',
  ],
  [
    'no working day, nine',
    hours('10:00', '18:00', []),
    '2026-11-24T10:00-05:00',
    '2026-11-25T14:00',
  ],
])('tomorrow begins: %s', (_what, rule, at, expected) => {
  const begins = tomorrowUtcMs(rule, Date.parse(at), toronto);
  expect(new Date(begins).toISOString().slice(0, 16)).toBe(expected);
});

test('every minute around a change of the clocks is found again', () => {
  const changes = ['2026-11-01T06:00Z', '2026-03-08T07:00Z'].map(Date.parse);
  for (const at of changes) {
    for (let minute = -180; minute <= 180; minute += 1) {
      const then = at + minute * 60_000;
      const found = instantOf(wallAt(then, toronto), toronto);
      // A repeated hour is found the first time.
      expect([0, 3_600_000]).toContain(then - found);
    }
  }
});
