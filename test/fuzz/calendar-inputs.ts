/** Inputs for the reader of calendars: noise, calendars of hostile values, and good ones that are torn. */
import * as fc from 'fast-check';
import { calendarText } from '../fixtures/calendars/situation.ts';
import { situations } from '../fixtures/calendars/situations.ts';
import { tear } from './feed-inputs.ts';

const dates = [
  '20261124T150000Z',
  '20261124T150000',
  '20261124',
  '00010101T000000',
  '00000000T000000Z',
  '99991231T235959Z',
  '16010101T030000',
  '20260229',
  '20261124T250000Z',
  '20261101T013000',
  '20270314T023000',
  'now',
  '',
  '2026-11-24T15:00:00Z/PT1H',
  '20261124T150000Z/20261123T150000Z',
];
const zones = [
  '',
  ';TZID=America/Toronto',
  ';TZID=Europe/Paris',
  ';TZID="Eastern Standard Time"',
  ';TZID=(UTC-05:00) Eastern',
  ';TZID=/a/b/c/d/Europe/Paris',
  ';TZID=Custom',
  ';TZID=__proto__',
  ';TZID=constructor',
  ';TZID="unclosed',
  ';VALUE=DATE',
  ';VALUE=PERIOD',
  ';VALUE=toString',
  ';RANGE=THISANDFUTURE',
  ';='.repeat(500),
  ';A=B'.repeat(400),
];
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY', 'X'];
const ruleParts = [
  'INTERVAL=1',
  'INTERVAL=0',
  'INTERVAL=999999999',
  'COUNT=999999999',
  'COUNT=3',
  'UNTIL=20261130',
  'UNTIL=00010101T000000Z',
  'UNTIL=99991231T235959Z',
  'BYMONTH=2',
  'BYMONTHDAY=30',
  'BYMONTHDAY=31,-31',
  'BYDAY=MO,TU,WE,TH,FR,SA,SU',
  'BYDAY=53SU,-53MO',
  'BYDAY=5FR',
  'BYWEEKNO=53',
  'BYWEEKNO=-1,1',
  'BYYEARDAY=366',
  'BYSETPOS=-366,366',
  'BYSETPOS=1',
  `BYSECOND=${Array.from({ length: 60 }, (_, at) => at).join(',')}`,
  `BYMINUTE=${Array.from({ length: 60 }, (_, at) => at).join(',')}`,
  `BYHOUR=${Array.from({ length: 24 }, (_, at) => at).join(',')}`,
  'BYHOUR=23',
  'WKST=SU',
  'RSCALE=HEBREW',
  'X-OTHER=1',
  ';;;=;=',
];
const texts = [
  'A',
  '\u0000\u202e\ufffd',
  'https://zoom.us/j/1?pwd=a',
  'https://'.repeat(300),
  `<a href="https://x.example/${'.'.repeat(3000)}">`,
  `https://x.example/${')'.repeat(3000)}`,
  '\\n\\,\\;\\\\\\',
  '😀'.repeat(200),
  '\ud800',
];

const pick = <T>(from: readonly T[]) => fc.constantFrom(...from);

const rule = fc
  .tuple(pick(frequencies), fc.array(pick(ruleParts), { maxLength: 5 }))
  .map(([frequency, parts]) => `RRULE:${[`FREQ=${frequency}`, ...parts].join(';')}`);

const dated = fc
  .tuple(
    pick(['DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'DTSTAMP']),
    pick(zones),
    fc.array(pick(dates), { minLength: 1, maxLength: 3 }),
  )
  .map(([name, zone, values]) => `${name}${zone}:${values.join(',')}`);

const other = fc
  .tuple(
    pick([
      'SUMMARY',
      'LOCATION',
      'DESCRIPTION',
      'URL',
      'X-ALT-DESC',
      'CONFERENCE',
      'UID',
      'STATUS',
    ]),
    fc.oneof(pick(texts), fc.string({ maxLength: 30, unit: 'binary' })),
  )
  .map(([name, text]) => `${name}:${text}`);

const plain = pick([
  'DURATION:P1D',
  'DURATION:-PT1H',
  'DURATION:P999999W',
  'STATUS:CANCELLED',
  'CLASS:PRIVATE',
  'SEQUENCE:999999999',
  'SEQUENCE:-1',
  'UID:same',
  'ATTENDEE;PARTSTAT=DECLINED:mailto:el@coop.example',
  'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  'BEGIN:VALARM',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VCALENDAR',
  'END:VALARM',
  ' continued',
  '\tcontinued',
]);

const line = fc.oneof(
  { weight: 3, arbitrary: dated },
  { weight: 2, arbitrary: rule },
  { weight: 2, arbitrary: other },
  { weight: 2, arbitrary: plain },
);

const vevent = fc
  .tuple(pick(zones), pick(dates), fc.array(line, { maxLength: 8 }))
  .map(([zone, date, lines]) => ['BEGIN:VEVENT', `DTSTART${zone}:${date}`, ...lines, 'END:VEVENT']);

const vtimezone = fc
  .tuple(
    rule,
    pick(dates),
    pick(['+0100', '-2359', '+9999', 'x']),
    fc.array(dated, { maxLength: 3 }),
  )
  .map(([rrule, date, offset, lines]) => [
    'BEGIN:VTIMEZONE',
    'TZID:Custom',
    'BEGIN:STANDARD',
    `DTSTART:${date}`,
    `TZOFFSETFROM:${offset}`,
    'TZOFFSETTO:+0200',
    rrule,
    ...lines,
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);

const hostile = fc
  .tuple(fc.array(vtimezone, { maxLength: 1 }), fc.array(vevent, { minLength: 1, maxLength: 4 }))
  .map(([inZones, events]) => calendarText([...inZones.flat(), ...events.flat()]));

const good = pick(situations.map(({ lines }) => calendarText(lines)));

const torn = fc
  .record({
    text: good,
    from: fc.nat(),
    length: fc.nat({ max: 60 }),
    by: fc.string({ maxLength: 20, unit: 'binary' }),
  })
  .map(({ text, from, length, by }) => tear(text, from, length, by));

export const calendarInputs: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ maxLength: 300, unit: 'binary' }) },
  { weight: 6, arbitrary: hostile },
  { weight: 3, arbitrary: torn },
);
