import { Cron } from 'croner';
import { expect, test } from 'vitest';

const at = new Date('2026-11-24T14:00:00Z');
const asks = 'of the machine, and ends otherwise on another';

test.each<[string, () => unknown]>([
  ['the time', () => Date.now()],
  ['the time as a date', () => new Date()],
  ['the time at a call without a call', () => [1].map(Date.now)],
  ['when a clock without a zone shows it', () => Date.parse('2026-11-24T14:00')],
  ['when it is noon', () => new Date('2026-11-24T12:00:00')],
  ['when that day begins', () => new Date(2026, 10, 24)],
  ['the year here', () => at.getFullYear()],
  ['how far it is from UTC', () => at.getTimezoneOffset()],
  ['another hour here', () => new Date(at).setHours(3)],
  ['the date in words', () => String(at)],
  ['the time in words', () => at.toLocaleTimeString('en')],
  ['a format of here', () => new Intl.DateTimeFormat('en')],
  ['a format of its language', () => new Intl.DateTimeFormat(undefined, { timeZone: 'UTC' })],
  ['its small letters', () => 'I'.toLocaleLowerCase()],
  ['its alphabet', () => 'a'.localeCompare('b')],
  ['its thousands', () => (1000).toLocaleString()],
])('a unit test does not ask the machine for %s', (_, ask) => {
  expect(ask).toThrow(asks);
});

test('what is the same everywhere may be asked', () => {
  const zone = { timeZone: 'Asia/Tokyo' };
  expect(at).toBeInstanceOf(Date);
  expect([at.toISOString(), at.getUTCHours(), Date.parse('2026-11-24T14:00Z')]).toEqual([
    '2026-11-24T14:00:00.000Z',
    14,
    at.getTime(),
  ]);
  expect(Date.parse('2026-11-24')).toBe(Date.UTC(2026, 10, 24));
  expect(at.toLocaleTimeString('en', { ...zone, hourCycle: 'h23' })).toBe('23:00:00');
  expect(new Intl.DateTimeFormat('en', zone).format(at)).toBe('11/24/2026');
  // A package reads the time when it is not passed one.
  expect(new Cron('0 2 * * *', { timezone: 'UTC' }).nextRun()).toBeInstanceOf(Date);
});
