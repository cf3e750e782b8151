import { describe, expect, test } from 'vitest';
import { calendarLimits } from '../../../shared/calendar/limits.ts';
import { withWholeCharacters } from '../../../shared/calendar/lines.ts';
import { calendarText, event } from '../../fixtures/calendars/situation.ts';
import { calendarOf, expanded, occurrencesIn, reading, shown } from './answers.ts';

const one = event('DTSTART:20261124T150000Z', 'DURATION:PT1H', 'SUMMARY:Réunion');
const text = calendarText(one);
const titles = (given: string) => expanded(calendarOf(given)).occurrences.map(shown);

test.each<[string, string, string]>([
  ['nothing', '', 'not-ics'],
  ['a page to sign in', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
  ['a page with a byte order mark', '\ufeff<html></html>', 'html'],
  ['a page that quotes a calendar', `<html>${text}</html>`, 'html'],
  ['JSON', '{"error":"BEGIN"}', 'not-ics'],
  ['a card', 'BEGIN:VCARD\r\nFN:El\r\nEND:VCARD\r\n', 'not-ics'],
  ['an event cut in its middle', text.slice(0, text.indexOf('SUMMARY')), 'truncated'],
  ['an event cut before its end', text.slice(0, text.indexOf('END:VEVENT')), 'truncated'],
  ['more than may be read', text + ' '.repeat(calendarLimits.text), 'too-large'],
])('%s is not a calendar', (_what, given, code) => {
  expect(reading(given)).toEqual({ ok: false, code });
});

test.each<[string, string]>([
  ['as it is', text],
  ['with a byte order mark', `\ufeff${text}`],
  ['with LF alone', text.replaceAll('\r\n', '\n')],
  ['with CR alone', text.replaceAll('\r\n', '\r')],
  ['with empty lines', text.replaceAll('\r\n', '\r\n\r\n')],
  [
    'with blanks at the ends of its lines',
    text.replaceAll('\r\n', ' \r\n').replace('Réunion ', 'Réunion'),
  ],
  [
    'with names in lower case',
    text
      .toLowerCase()
      .replace('réunion', 'Réunion')
      .replaceAll(/\d[tz]\d?/g, (found) => found.toUpperCase()),
  ],
  ['without its own end', text.replace('END:VCALENDAR\r\n', '')],
  ['without an end of a line at its end', text.trimEnd()],
  ['twice in one file', `${calendarText([])}${text}`],
  ['after something else', `\r\nX-OTHER:1\r\n${text}`],
])('a calendar %s', (_what, given) => {
  expect(titles(given)).toEqual(['2026-11-24 15:00 +60 Réunion']);
});

test('a character of several bytes that is folded in its middle is mended before it is decoded', () => {
  const bytes = Buffer.from(text).toString('latin1').replace('\xc3\xa9', '\xc3\r\n \xa9');
  const decoded = (given: string) => Buffer.from(given, 'latin1').toString('utf8');
  expect(titles(decoded(bytes))).toEqual(['2026-11-24 15:00 +60 R\ufffd\ufffdunion']);
  expect(titles(decoded(withWholeCharacters(bytes)))).toEqual(['2026-11-24 15:00 +60 Réunion']);
});

test.each([
  ['in its middle', 'R\xc3\r\n \xa9union', 'R\xc3\xa9union'],
  ['twice', '\xe2\n\t\x82\r\n \xac', '\xe2\x82\xac'],
  ['before it', 'R\r\n \xc3\xa9union', 'R\r\n \xc3\xa9union'],
  ['after it', 'R\xc3\xa9\r\n union', 'R\xc3\xa9\r\n union'],
  ['not at all', 'R\r\n\xa9', 'R\r\n\xa9'],
])('of folds, only those within a character go: %s', (_where, given, expected) => {
  expect(withWholeCharacters(given)).toBe(expected);
});

test('an event without an end before the next one is kept, and said', () => {
  const two = calendarText([...one.slice(0, -1), ...event('DTSTART:20261125T150000Z')]);
  expect(titles(two)).toEqual(['2026-11-24 15:00 +60 Réunion', '2026-11-25 15:00 +0 ']);
  expect(calendarOf(two).faults).toEqual([{ code: 'no-end', count: 1 }]);
});

describe('faults', () => {
  const start = 'DTSTART:20261124T150000Z';
  test.each<[string, readonly string[], object]>([
    ['an event without a start', event('SUMMARY:A'), { code: 'bad-event', count: 1, example: 'A' }],
    [
      'two events whose start is none',
      [...event('DTSTART:x', 'SUMMARY:A'), ...event('DTSTART:20260230T000000Z')],
      { code: 'bad-event', count: 2, example: 'A' },
    ],
    [
      'a rule',
      event(start, 'RRULE:FREQ=SOMETIMES'),
      { code: 'bad-rule', count: 1, example: 'RRULE:FREQ=SOMETIMES' },
    ],
    [
      'a rule of hours for days',
      event('DTSTART;VALUE=DATE:20261124', 'RRULE:FREQ=HOURLY'),
      { code: 'bad-rule', count: 1, example: 'RRULE:FREQ=HOURLY' },
    ],
    [
      'a rule of another calendar',
      event(start, 'RRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L'),
      { code: 'bad-rule', count: 1, example: 'RRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L' },
    ],
    [
      'an excluded time',
      event(start, 'RRULE:FREQ=DAILY', 'EXDATE:20261125T150000Z,never'),
      { code: 'bad-date', count: 1, example: 'EXDATE:20261125T150000Z,never' },
    ],
    [
      'a zone',
      event('DTSTART;TZID=Middle Earth:20261124T150000'),
      { code: 'unknown-zone', count: 1, example: 'Middle Earth' },
    ],
    [
      'the calendar’s own zone',
      ['X-WR-TIMEZONE:Middle Earth', ...event('DTSTART:20261124T150000')],
      { code: 'unknown-zone', count: 1, example: 'Middle Earth' },
    ],
  ])('%s that cannot be read', (_what, lines, fault) => {
    expect(calendarOf(calendarText(lines)).faults).toEqual([fault]);
  });

  test('events beyond the limit', () => {
    const events = Array.from({ length: calendarLimits.events + 3 }, () => event(start)).flat();
    expect(calendarOf(calendarText(events)).faults).toEqual([
      { code: 'too-many-events', count: 3 },
    ]);
  });
});

test.each<[readonly string[], number | undefined]>([
  [['REFRESH-INTERVAL;VALUE=DURATION:PT30M'], 1_800_000],
  [['X-PUBLISHED-TTL:P1D'], 86_400_000],
  // Home Assistant #178736
  [['REFRESH-INTERVAL:VALUE=DURATION:PT1H'], 3_600_000],
  [['REFRESH-INTERVAL;VALUE=DURATION:-PT1H'], undefined],
  [['X-PUBLISHED-TTL:soon'], undefined],
  [[], undefined],
])('%j is to be read again after %s ms', (lines, refreshMs) => {
  expect(calendarOf(calendarText(lines)).refreshMs).toBe(refreshMs);
});

test.each([
  ['X-WR-CALNAME:Hypha\\, all', 'Hypha, all'],
  ['NAME:Hypha', 'Hypha'],
  ['X-WR-CALNAME:\u202eevil\u0000 name', 'evil name'],
])('%j', (line, name) => {
  expect(calendarOf(calendarText([line])).name).toBe(name);
});

describe('what is told of an event', () => {
  const at = ['DTSTART:20261124T150000Z', 'DURATION:PT1H'];
  const of = (...lines: readonly string[]) =>
    occurrencesIn(event('UID:u', ...at, ...lines), { addresses: ['El@Coop.example'] })[0];
  const me = (partstat: string) => of(`ATTENDEE${partstat}:mailto:el@coop.example`)?.answer;

  test('all of it', () => {
    expect(
      of('SUMMARY:A', 'STATUS:TENTATIVE', 'TRANSP:TRANSPARENT', 'LOCATION:Room 1\\nback'),
    ).toEqual({
      id: 'u 2026-11-24T15:00:00.000Z',
      uid: 'u',
      title: 'A',
      startUtcMs: Date.UTC(2026, 10, 24, 15),
      endUtcMs: Date.UTC(2026, 10, 24, 16),
      isTentative: true,
      isFree: true,
      location: 'Room 1 back',
      joins: [],
    });
  });

  test.each(['PRIVATE', 'CONFIDENTIAL', 'private'])(
    'CLASS:%s hides title and place, not the call',
    (word) => {
      const told = of('SUMMARY:A', 'LOCATION:Clinic', `CLASS:${word}`, 'URL:https://whereby.com/a');
      expect(told).toMatchObject({ title: '', isPrivate: true });
      expect(told).not.toHaveProperty('location');
      expect(told?.joins).toHaveLength(1);
    },
  );

  test.each<[string, string]>([
    [';PARTSTAT=ACCEPTED', 'accepted'],
    [';PARTSTAT=DECLINED', 'declined'],
    [';PARTSTAT=DELEGATED', 'declined'],
    [';partstat=tentative', 'tentative'],
    [';PARTSTAT=NEEDS-ACTION', 'needs-action'],
    ['', 'needs-action'],
    [';PARTSTAT=X-MAYBE', 'needs-action'],
  ])('the member’s answer %s', (partstat, answer) => {
    expect(me(partstat)).toBe(answer);
  });

  // GAS-ICS-Sync 218, alcove 586: Exchange leaves it confirmed.
  test.each([
    ['Canceled: Standup', true],
    ['Annulée : mêlée', true],
    ['Cancelled subscriptions: what to do', undefined],
  ])('a meeting that is called %j takes no time: %s', (title, isFree) => {
    expect(of(`SUMMARY:${title}`)?.isFree).toBe(isFree);
  });

  test('the answers of others are not the member’s', () => {
    expect(of('ATTENDEE;PARTSTAT=DECLINED:mailto:bl@coop.example')).not.toHaveProperty('answer');
  });

  test('the member as a calendar knows them only by a parameter', () => {
    expect(of('ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=el@coop.example:invalid:nomail')?.answer).toBe(
      'accepted',
    );
  });

  test.each([
    '/radicale/El%40coop.example/',
    '/principals/users/el@coop.example',
    '//el%40coop.example//',
  ])('the member as a path of their server (simple-caldav #20): %s', (path) => {
    expect(of(`ATTENDEE;PARTSTAT=DECLINED;ROLE=CHAIR:${path}`)?.answer).toBe('declined');
  });

  test('a title of any length and kind is one short line', () => {
    const title = of(`SUMMARY:${'x'.repeat(2000)}`)?.title;
    expect(title).toHaveLength(300);
    expect(of('SUMMARY:a\u202eb\\nc\u0000\u0007d')?.title).toBe('ab c d');
  });
});
