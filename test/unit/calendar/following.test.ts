/**
 * Changes of all that follow (RFC 5545, 3.2.13) beside ical.js, which knows them: recurring-ical-events, which answers
 * for the situations, changes the one time alone.
 */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { situations } from '../../fixtures/calendars/situations.ts';
import {
  calendarText,
  event,
  novemberFrom,
  novemberTo,
} from '../../fixtures/calendars/situation.ts';
import { calendarOf, expanded, shown } from './answers.ts';

type Range = Readonly<{ from: string; to: string }>;

const toronto = [
  'BEGIN:VTIMEZONE',
  'TZID:America/Toronto',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

function ours(lines: readonly string[], range: Range): readonly string[] {
  const found = expanded(calendarOf(calendarText(lines)), range).occurrences.map(shown);
  return found.toSorted();
}

/** What is cancelled is among its answers, and left to whoever asks. */
function theirs(lines: readonly string[], { from, to }: Range): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(calendarText(lines)));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const master = events.find((one) => !one.isRecurrenceException());
  if (!master) return [];
  for (const one of events) if (one.isRecurrenceException()) master.relateException(one);
  const found: string[] = [];
  const times = master.iterator();
  // Later ones may be moved into the range.
  const lastMs = Date.parse(to) + 30 * 86_400_000;
  for (let time = times.next(); time; time = times.next()) {
    if (time.toJSDate().getTime() > lastMs) break;
    const { item, startDate, endDate } = master.getOccurrenceDetails(time.clone());
    if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const startMs = startDate.toJSDate().getTime();
    if (startMs < Date.parse(from) || startMs >= Date.parse(to)) continue;
    const minutes = (endDate.toJSDate().getTime() - startMs) / 60_000;
    const start = new Date(startMs).toISOString().slice(0, 16).replace('T', ' ');
    found.push(`${start} +${minutes} ${item.summary ?? ''}`);
  }
  return found.toSorted();
}

const inToronto = (name: string, time: string) => `${name};TZID=America/Toronto:${time}`;
const from = (time: string) => `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:${time}`;
const series = (...lines: readonly string[]) =>
  event('UID:u', inToronto('DTSTART', '20261006T100000'), 'DURATION:PT1H', 'SUMMARY:A', ...lines);
const change = (id: string, start: string, ...lines: readonly string[]) =>
  event('UID:u', id, inToronto('DTSTART', start), ...lines);
const autumn = { from: '2026-10-01T00:00:00Z', to: '2026-12-15T00:00:00Z' };

test.each<[string, readonly (readonly string[])[]]>([
  [
    'later the same day',
    [
      series('RRULE:FREQ=WEEKLY'),
      change(from('20261020T100000'), '20261020T140000', 'DURATION:PT1H'),
    ],
  ],
  [
    'another day, over the end of summer time',
    [
      series('RRULE:FREQ=WEEKLY'),
      change(from('20261027T100000'), '20261029T093000', 'DURATION:PT2H'),
    ],
  ],
  [
    'earlier, from the first on',
    [
      series('RRULE:FREQ=WEEKLY;COUNT=6'),
      change(from('20261006T100000'), '20261005T090000', 'DURATION:PT30M'),
    ],
  ],
  [
    'twice',
    [
      series('RRULE:FREQ=DAILY;INTERVAL=3'),
      change(from('20261012T100000'), '20261012T120000', 'DURATION:PT1H', 'SUMMARY:B'),
      change(from('20261111T100000'), '20261111T080000', 'DURATION:PT2H', 'SUMMARY:C'),
    ],
  ],
  [
    'of which some are left out',
    [
      series('RRULE:FREQ=WEEKLY', 'EXDATE;TZID=America/Toronto:20261027T100000,20261117T100000'),
      change(from('20261020T100000'), '20261020T150000', 'DURATION:PT1H', 'SUMMARY:B'),
    ],
  ],
  [
    'with one of its own after it',
    [
      series('RRULE:FREQ=WEEKLY;UNTIL=20261201T150000Z'),
      change(from('20261020T100000'), '20261020T150000', 'DURATION:PT1H', 'SUMMARY:B'),
      change(
        inToronto('RECURRENCE-ID', '20261110T100000'),
        '20261112T100000',
        'DURATION:PT1H',
        'SUMMARY:C',
      ),
    ],
  ],
  [
    'with one of its own before it',
    [
      series('RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU'),
      change(
        inToronto('RECURRENCE-ID', '20261020T100000'),
        '20261021T100000',
        'DURATION:PT1H',
        'SUMMARY:C',
      ),
      change(from('20261103T100000'), '20261103T110000', 'DURATION:PT90M', 'SUMMARY:B'),
    ],
  ],
  [
    'cancelled',
    [
      series('RRULE:FREQ=WEEKLY'),
      change(from('20261110T100000'), '20261110T100000', 'STATUS:CANCELLED'),
    ],
  ],
])('%s', (_what, lines) => {
  const all = [...toronto, ...lines.flat()];
  expect(theirs(all, autumn).length).toBeGreaterThan(3);
  expect(ours(all, autumn)).toEqual(theirs(all, autumn));
});

const november = { from: novemberFrom, to: novemberTo };
const inTable = situations.filter(({ lines }) =>
  lines.some((one) => one.includes('RANGE=THISANDFUTURE')),
);

test('the situations of the table are also as ical.js sees them', () => {
  expect(inTable.length).toBeGreaterThan(2);
  for (const { lines, expected, from: first, to } of inTable) {
    const range = { from: first ?? november.from, to: to ?? november.to };
    expect(theirs([...toronto, ...lines], range)).toEqual(expected.toSorted());
  }
});
