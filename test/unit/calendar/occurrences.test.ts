import { describe, expect, test } from 'vitest';
import { calendarLimits } from '../../../shared/calendar/limits.ts';
import { windowsZones } from '../../../shared/calendar/windows-zones.ts';
import { createIanaZone } from '../../../shared/calendar/zone.ts';
import { calendarText, event } from '../../fixtures/calendars/situation.ts';
import { calendarOf, expanded, occurrencesIn } from './answers.ts';

const dayMs = 86_400_000;
const daily = event('UID:u', 'DTSTART:20261123T150000Z', 'RRULE:FREQ=DAILY;COUNT=3');
const ids = (lines: readonly string[]) => occurrencesIn(lines).map((one) => one.id);

describe('the id of an occurrence', () => {
  const [first, second, third] = [23, 24, 25].map((day) => `u 2026-11-${day}T15:00:00.000Z`);

  test('is its own', () => {
    expect(ids(daily)).toEqual([first, second, third]);
  });

  test.each([
    ['RECURRENCE-ID:20261124T150000Z'],
    ['RECURRENCE-ID;TZID=America/Toronto:20261124T100000'],
  ])('stays when it is moved (%s)', (recurrenceId) => {
    const moved = event('UID:u', recurrenceId, 'DTSTART:20261127T180000Z');
    expect(ids([...daily, ...moved])).toEqual([first, third, second]);
  });

  test('is the same without the series', () => {
    expect(
      ids(event('UID:u', 'RECURRENCE-ID:20261124T150000Z', 'DTSTART:20261127T180000Z')),
    ).toEqual([second]);
  });

  test('is that of the one that is changed, in a series written one by one', () => {
    const oneByOne = [24, 25, 26].flatMap((day) =>
      event('UID:u', `DTSTART:202611${day}T150000Z`, 'SUMMARY:A'),
    );
    const changed = [
      ...event('UID:u', 'RECURRENCE-ID:20261126T150000Z', 'DTSTART:20261126T090000Z'),
      ...event('UID:u', 'RECURRENCE-ID:20261125T150000Z', 'STATUS:CANCELLED', 'DTSTART:20261125'),
    ];
    expect(
      occurrencesIn([...oneByOne, ...changed]).map(({ id, startUtcMs }) => [
        id.slice(2, 12),
        new Date(startUtcMs).toISOString().slice(0, 13),
      ]),
    ).toEqual([
      ['2026-11-24', '2026-11-24T15'],
      ['2026-11-26', '2026-11-26T09'],
    ]);
  });

  test('is the same in every zone', () => {
    const days = event('UID:d', 'DTSTART;VALUE=DATE:20261124');
    for (const zone of ['America/Toronto', 'Pacific/Kiritimati'])
      expect(occurrencesIn(days, { zone }).map((one) => one.id)).toEqual(['d 2026-11-24']);
  });
});

test.each<[string, string, string, string]>([
  ['America/Toronto', '20261124', '2026-11-24T05:00:00.000Z', '2026-11-25T05:00:00.000Z'],
  ['Asia/Tokyo', '20261124', '2026-11-23T15:00:00.000Z', '2026-11-24T15:00:00.000Z'],
  // 25 hours.
  ['America/Toronto', '20261101', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
])('a day in %s, %s, is from %s to %s', (zone, day, start, end) => {
  const [one] = occurrencesIn(event(`DTSTART;VALUE=DATE:${day}`), { zone });
  expect([one?.startUtcMs, one?.endUtcMs].map((at) => new Date(at ?? 0).toISOString())).toEqual([
    start,
    end,
  ]);
});

// As Windows shows its zones, in whatever language. What is not known is read in the member's zone.
test.each([
  ['(UTC) Temps universel coordonné', '10:00'],
  ['(UTC) Dublin, Edinburgh, Lisbon, London', '15:00'],
  ['(UTC) Casablanca', '15:00'],
])('a zone called %s', (name, utc) => {
  const [one] = occurrencesIn(event(`DTSTART;TZID="${name}":20261124T100000`), {
    zone: 'America/Toronto',
  });
  expect(new Date(one?.startUtcMs ?? 0).toISOString()).toBe(`2026-11-24T${utc}:00.000Z`);
});

describe('limits', () => {
  test('a range is not longer than 400 days', () => {
    const lines = event('DTSTART:20261123T150000Z', 'RRULE:FREQ=MONTHLY');
    const whole = { from: '2026-11-01T00:00:00Z', to: '2027-12-06T00:00:00Z' };
    const found = expanded(calendarOf(calendarText(lines)), whole);
    expect([found.occurrences.length, found.wasCut]).toEqual([13, undefined]);
    const longer = expanded(calendarOf(calendarText(lines)), {
      ...whole,
      to: '2030-01-01T00:00:00Z',
    });
    expect([longer.occurrences.length, longer.wasCut]).toEqual([13, true]);
  });

  test('the earliest of too many are kept, whichever series they are of', () => {
    const often = event('UID:often', 'DTSTART:20261101T000000Z', 'RRULE:FREQ=MINUTELY;INTERVAL=5');
    const late = event('UID:late', 'DTSTART:20261129T000000Z');
    const early = event('UID:early', 'DTSTART:20261101T000100Z');
    const { occurrences, wasCut, faults } = expanded(
      calendarOf(calendarText([...often, ...late, ...early])),
    );
    expect([occurrences.length, wasCut, faults]).toEqual([calendarLimits.occurrences, true, []]);
    expect(occurrences.slice(0, 2).map((one) => one.uid)).toEqual(['often', 'early']);
    expect(occurrences.at(-1)?.startUtcMs).toBe(Date.UTC(2026, 10, 1) + 1998 * 5 * 60_000);
    expect(occurrences.some((one) => one.uid === 'late')).toBe(false);
  });

  test('a rule that takes too long is said, and costs no other', () => {
    const seconds = Array.from({ length: 60 }, (_, at) => at).join(',');
    const slow = event(
      'UID:slow',
      'SUMMARY:Slow',
      'DTSTART:20100101T000000Z',
      `RRULE:FREQ=DAILY;BYMINUTE=${seconds};BYSECOND=${seconds};BYSETPOS=1;COUNT=9999`,
    );
    const { occurrences, faults } = expanded(calendarOf(calendarText([...slow, ...daily])));
    expect(faults).toEqual([{ code: 'slow-rule', count: 1, example: 'Slow' }]);
    expect(occurrences.map((one) => one.uid)).toEqual(['u', 'u', 'u']);
  });

  test('30 February ends', () => {
    const never = event('DTSTART:20100101T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(expanded(calendarOf(calendarText(never)))).toEqual({ occurrences: [], faults: [] });
  });
});

test('a calendar is expanded again for another range and another member', () => {
  const calendar = calendarOf(calendarText(event('DTSTART:20261124T090000', 'RRULE:FREQ=DAILY')));
  const starts = (zone: string, from: string) => {
    const to = new Date(Date.parse(from) + dayMs).toISOString();
    return expanded(calendar, { from, to, zone }).occurrences.map((one) =>
      new Date(one.startUtcMs).toISOString(),
    );
  };
  expect(starts('Asia/Tokyo', '2026-11-24T00:00:00Z')).toEqual(['2026-11-24T00:00:00.000Z']);
  expect(starts('America/Toronto', '2027-07-01T00:00:00Z')).toEqual(['2027-07-01T13:00:00.000Z']);
});

test('`Intl` knows the zones of all names of Windows', () => {
  const unknown = [...windowsZones.values()].filter((one) => !createIanaZone(one));
  expect([windowsZones.size, unknown]).toEqual([139, []]);
});
