/** The worst calendars that anybody thought of, for the fuzz test of their reader. */
import { calendarLimits } from '../../shared/calendar/limits.ts';
import { calendarText } from '../fixtures/calendars/situation.ts';

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
const about = calendarLimits.text - 200;
const bare = (count: number) =>
  `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(count)}END:VCALENDAR\n`;

/** Each as long as a calendar may be. */
export const largeCalendars: Readonly<Record<string, () => string>> = {
  'more events than fit': () => bare(400_000),
  'as many events without anything as fit': () => bare(349_000),
  'as many events as fit': () => many(120_000, () => ['DTSTART:20261124']),
  'endless rules that never match': () =>
    many(1000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']),
  'every second': () => many(5, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=SECONDLY']),
  'every second of years ago, counted': () =>
    many(5, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999']),
  'seconds of one month, once a year': () =>
    many(1000, () => [
      'DTSTART:20100101T000000Z',
      'RRULE:FREQ=SECONDLY;BYMONTH=2;BYDAY=MO;BYHOUR=3;BYSECOND=7',
    ]),
  'every day since 2010, counted': () =>
    many(1000, () => ['DTSTART:20100101T000000Z', 'RRULE:FREQ=DAILY;COUNT=100000']),
  'positions of all seconds of a year': () =>
    many(500, () => [
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
  'one text of short lines': () =>
    calendarText(['BEGIN:VEVENT', `SUMMARY:${repeated('x\n', about / 2 - 100)}`, 'END:VEVENT']),
  'one line, folded without characters': () =>
    calendarText(['BEGIN:VEVENT', `SUMMARY:x${repeated('\n ', about / 2 - 100)}`, 'END:VEVENT']),
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
    many(3000, (at) => [
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
