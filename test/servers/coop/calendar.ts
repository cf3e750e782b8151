/** The stand-in co-op's calendar: a meeting ten minutes ahead, and a week as people have it. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Reply } from '../http.ts';

export const calendarPath = '/calendar.ics';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** `20261124T140000Z` */
const stamp = (atUtcMs: number) => new Date(atUtcMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const dateOf = (atUtcMs: number) => stamp(atUtcMs).slice(0, 8);

const event = (uid: string, ...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}@maple.example`,
  'DTSTAMP:20260101T000000Z',
  ...lines,
  'END:VEVENT',
];

/** Calls are joined over https only, and nothing is opened for real. */
const rooms = 'https://calls.maple.example/rooms';

/** `nowUtcMs`: when the server starts, so that the next meeting does not move while it runs. */
export function calendarText(nowUtcMs: number): string {
  const soonUtcMs = Math.ceil(nowUtcMs / minuteMs) * minuteMs + 10 * minuteMs;
  const inDays = (days: number) => soonUtcMs + days * dayMs;
  const timed = (startUtcMs: number, minutes: number) => [
    `DTSTART:${stamp(startUtcMs)}`,
    `DTEND:${stamp(startUtcMs + minutes * minuteMs)}`,
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maple Street//Stand-in//EN',
    'X-WR-CALNAME:Maple Street',
    'X-WR-TIMEZONE:America/Toronto',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...event('infra', 'SUMMARY:Infrastructure', ...timed(soonUtcMs, 30), `URL:${rooms}/maple-hall`),
    ...event(
      'all-hands',
      'SUMMARY:All hands',
      'DTSTART;TZID=America/Toronto:20200106T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,TH',
      `LOCATION:${rooms}/maple-hall/join`,
    ),
    ...event(
      'finance',
      'SUMMARY:Finance circle',
      ...timed(inDays(1), 45),
      'LOCATION:Kitchen table',
      String.raw`DESCRIPTION:By phone if you must\, or https://zoom.example/j/5550100?pwd=MapleSecret`,
    ),
    ...event(
      'guests',
      'SUMMARY:Guests from the federation',
      ...timed(inDays(2), 60),
      'CONFERENCE;VALUE=URI:https://jitsi.example/MapleGuests',
      `URL:${rooms}/maple-guests`,
    ),
    ...event('care', 'SUMMARY:Care circle', ...timed(inDays(2), 30), 'STATUS:TENTATIVE'),
    ...event('hiring', 'SUMMARY:Interviews', 'CLASS:PRIVATE', ...timed(inDays(3), 120)),
    ...event('gone', 'SUMMARY:Called off', 'STATUS:CANCELLED', ...timed(inDays(3), 60)),
    ...event(
      'retreat',
      'SUMMARY:Retreat',
      `DTSTART;VALUE=DATE:${dateOf(inDays(4))}`,
      `DTEND;VALUE=DATE:${dateOf(inDays(6))}`,
      'LOCATION:Lake house',
    ),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

export function calendarReply(text: string): Reply {
  return { headers: { 'content-type': 'text/calendar; charset=utf-8' }, body: text };
}

export function calendarsPlan(site: string): NonNullable<DocumentInput['calendars']> {
  return [{ id: 'coop', name: 'Maple Street', url: site + calendarPath, remindMinutes: 10 }];
}
