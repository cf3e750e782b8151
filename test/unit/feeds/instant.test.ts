import { expect, test } from 'vitest';
import { parseInstant, pastInstant, plannedInstant } from '../../../shared/time/instant.ts';

test.each<[unknown, string | undefined]>([
  ['2026-11-24T14:02:11.5Z', '2026-11-24T14:02:11.500Z'],
  ['2026-11-24T14:02:11.123456789Z', '2026-11-24T14:02:11.123Z'],
  ['2026-11-24T14:02:11+02:00', '2026-11-24T12:02:11.000Z'],
  ['2026-11-24T14:02:11-0330', '2026-11-24T17:32:11.000Z'],
  ['2026-11-24T14:02Z', '2026-11-24T14:02:00.000Z'],
  ['2026-11-24 14:02:11', '2026-11-24T14:02:11.000Z'],
  ['2026-11-24 14:02:11.042', '2026-11-24T14:02:11.042Z'],
  ['2026-11-24 14:02:11 +0000 UTC', '2026-11-24T14:02:11.000Z'],
  ['2026-11-24 09:02:11.25 -0500 EST', '2026-11-24T14:02:11.250Z'],
  ['2026-11-24 11:02:11 -0300 -03', '2026-11-24T14:02:11.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2026-02-29T00:00:00Z', undefined],
  ['2026-13-01T00:00:00Z', undefined],
  ['2026-00-10T00:00:00Z', undefined],
  ['2026-11-24T24:00:00Z', undefined],
  ['2026-11-24T14:60:00Z', undefined],
  ['2026-11-24T14:02:11+15:00', undefined],
  ['2026-11-24', undefined],
  ['Tue, 24 Nov 2026 14:02:11 GMT', undefined],
  ['+275760-09-13T00:00:00Z', undefined],
  ['', undefined],
  [1_764_000_000_000, undefined],
  [null, undefined],
  [`2026-11-24T14:02:11Z${' '.repeat(100_000)}`, undefined],
])('%j is %s', (text, expected) => {
  const at = parseInstant(text);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
});

const now = Date.UTC(2026, 10, 24, 14, 0);

test.each<[string, string, number | undefined]>([
  ['a minute ago is past', '2026-11-24 13:59:00', now - 60_000],
  ['a clock that is a little ahead means now', '2026-11-24 14:05:00', now],
  ['tomorrow is not past', '2026-11-25 14:00:00', undefined],
  ['a zero time is none', '0001-01-01 00:00:00 +0000 UTC', undefined],
])('%s', (_what, text, expected) => {
  expect(pastInstant(text, now)).toBe(expected);
});

test('plans reach a few years ahead, in the zone of the plan', () => {
  expect(plannedInstant('2026-11-25 08:00:00', now, '-05:00')).toBe(Date.UTC(2026, 10, 25, 13));
  expect(plannedInstant('2026-11-25 08:00:00', now, 'Toronto')).toBeUndefined();
  expect(plannedInstant('2026-11-25 08:00:00Z', now, 'Toronto')).toBe(Date.UTC(2026, 10, 25, 8));
  expect(plannedInstant('2036-01-01T00:00:00Z', now)).toBeUndefined();
});

test.each([
  // The clocks of North America are set back on 1 November 2026, and forward on 14 March 2027.
  ['2026-10-31 02:30:00', 'America/Toronto', '2026-10-31T06:30:00.000Z'],
  ['2026-11-03 02:30:00', 'America/Toronto', '2026-11-03T07:30:00.000Z'],
  ['2026-11-01 01:30:00', 'America/Toronto', '2026-11-01T05:30:00.000Z'],
  ['2027-03-14 02:30:00', 'America/Toronto', '2027-03-14T07:30:00.000Z'],
  ['2026-07-01T12:00:00.250', 'Europe/Berlin', '2026-07-01T10:00:00.250Z'],
  ['2026-12-01 12:00:07', 'Australia/Lord_Howe', '2026-12-01T01:00:07.000Z'],
  ['2026-07-01 12:00:00', 'Australia/Lord_Howe', '2026-07-01T01:30:00.000Z'],
  ['2026-07-01 12:00:00', 'UTC', '2026-07-01T12:00:00.000Z'],
  ['2026-07-01 12:00:00 +0000 UTC', 'Europe/Berlin', '2026-07-01T12:00:00.000Z'],
  ['2026-07-01 12:00:00', 'SAME_AS_SERVER', undefined],
  ['2026-07-01 12:00:00', '', undefined],
  ['2026-02-30 12:00:00', 'Europe/Berlin', undefined],
])('%s on the wall in %s is %s', (text, zone, expected) => {
  const at = parseInstant(text, zone);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
});
