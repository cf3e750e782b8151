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

const repeated = (text: string, count: number) => text.repeat(count);
const many = (count: number, lines: (at: number) => readonly string[]) =>
  calendarText(
    Array.from({ length: count }, (_, at) => [
      'BEGIN:VEVENT',
      `UID:${at}`,
      ...lines(at),
      'END:VEVENT',
    ]).flat(),
  );
const about = 2 * 1024 * 1024 - 200;
const bare = (count: number) =>
  `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(count)}END:VCALENDAR\n`;

/** Each as long as a calendar may be. */
export const largeCalendars: Readonly<Record<string, () => string>> = {
  'a hundred thousand events': () => bare(100_000),
  'as many events without anything as fit': () => bare(87_000),
  'as many events as fit': () => many(35_000, () => ['DTSTART:20261124']),
  'endless rules that never match': () =>
    many(5000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']),
  'every second': () => many(5000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=SECONDLY']),
  'every second of years ago, counted': () =>
    many(5000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999']),
  'seconds of one month, once a year': () =>
    many(5000, () => [
      'DTSTART:20100101T000000Z',
      'RRULE:FREQ=SECONDLY;BYMONTH=2;BYDAY=MO;BYHOUR=3;BYSECOND=7',
    ]),
  'every day since 2010, counted': () =>
    many(5000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=DAILY;COUNT=100000']),
  'positions of all seconds of a year': () =>
    many(2000, () => [
      'DTSTART:20100101T000000Z',
      `RRULE:FREQ=YEARLY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1`,
    ]),
  'zones that nobody knows': () => many(5000, (at) => [`DTSTART;TZID=A/Zone${at}:20261124T150000`]),
  'every zone with a definition of its own': () =>
    calendarText(
      Array.from({ length: 5000 }, (_, at) => [
        'BEGIN:VTIMEZONE',
        `TZID:Z${at}`,
        'BEGIN:STANDARD',
        'DTSTART:16010101T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        `DTSTART;TZID=Z${at}:20261124T150000`,
        'RRULE:FREQ=WEEKLY',
        'END:VEVENT',
      ]).flat(),
    ).slice(0, about),
  'one huge line': () =>
    calendarText(['BEGIN:VEVENT', `SUMMARY:${repeated('x', about - 200)}`, 'END:VEVENT']),
  'one line, folded at each character': () =>
    calendarText([
      'BEGIN:VEVENT',
      `DESCRIPTION:${repeated('\r\n x', about / 4 - 100)}`,
      'END:VEVENT',
    ]),
  'parameters without end': () =>
    calendarText([
      'BEGIN:VEVENT',
      `DTSTART${repeated(';A="b"', about / 6 - 100)}:20261124`,
      'END:VEVENT',
    ]),
  'deep nesting': () =>
    calendarText([repeated('BEGIN:VEVENT\r\nBEGIN:VALARM\r\n', about / 28 - 100)]),
  'deep nesting of unknown parts': () =>
    calendarText([
      repeated('BEGIN:A\r\n', about / 18 - 100),
      repeated('END:A\r\n', about / 18 - 100),
    ]),
  NULs: () => calendarText([repeated('\0', about - 200)]),
  'ends of lines': () => repeated('\n', about),
  'ends of lines of old': () => repeated('\r', about),
  blanks: () => repeated(' ', about),
  'dates of one series': () =>
    calendarText([
      'BEGIN:VEVENT',
      'DTSTART:20261124T150000Z',
      ...Array.from(
        { length: 60_000 },
        (_, at) => `RDATE:20261124T15${String(at % 60).padStart(2, '0')}00Z`,
      ),
      'END:VEVENT',
    ]),
  'changes of one series': () =>
    calendarText(
      Array.from({ length: 5000 }, (_, at) => [
        'BEGIN:VEVENT',
        'UID:u',
        `RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T${String(at % 24).padStart(2, '0')}${String(at % 60).padStart(2, '0')}00Z`,
        'DTSTART:20261124T150000Z',
        'RRULE:FREQ=SECONDLY',
        'END:VEVENT',
      ]).flat(),
    ),
  'addresses in all descriptions': () =>
    many(4000, (at) => [
      'DTSTART:20261124T150000Z',
      `DESCRIPTION:${`https://x.example/${at} `.repeat(20)}`,
    ]).slice(0, about),
  'one address of dots': () =>
    calendarText([
      'BEGIN:VEVENT',
      'DTSTART:20261124T150000Z',
      `DESCRIPTION:https://x.example/${repeated('.', 19_000)}x`,
      'END:VEVENT',
    ]),
};
