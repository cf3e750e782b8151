/** The demo's calendar: a meeting that begins soon, and a usual week around the moment at which the demo began. Pure. */
import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Say } from './language.ts';
import { urlOf } from './places.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Lines of an event besides its id and start. */
type Event = Readonly<{ startUtcMs: number; minutes: number; lines: readonly string[] }>;

/** iCalendar. */
export function calendarOf(say: Say, days: Calendar, nowUtcMs: number): string {
  const room = (name: string) => `URL:${urlOf('calls')}/rooms/${name}/join`;
  const soonUtcMs = Math.ceil(nowUtcMs / minuteMs) * minuteMs + 10 * minuteMs;
  /** At an hour of a day from today on. */
  const at = (day: number, hour: number) => {
    let startUtcMs = days.dayStart(nowUtcMs);
    for (let left = day; left > 0; left -= 1) startUtcMs = days.nextDay(startUtcMs);
    return startUtcMs + hour * hourMs;
  };
  const events: readonly Event[] = [
    {
      startUtcMs: soonUtcMs,
      minutes: 30,
      lines: [`SUMMARY:${say('Servers', 'Serveurs')}`, room('servers')],
    },
    {
      startUtcMs: at(1, 10),
      minutes: 60,
      lines: [`SUMMARY:${say('All hands', 'Assemblée')}`, room('all')],
    },
    {
      startUtcMs: at(2, 13.5),
      minutes: 45,
      lines: [
        `SUMMARY:${say('Finance circle', 'Cercle des finances')}`,
        room('finance'),
        `LOCATION:${say('Kitchen', 'Cuisine')}`,
      ],
    },
    {
      startUtcMs: at(3, 15),
      minutes: 30,
      lines: [
        `SUMMARY:${say('Coffee with the testers', 'Café du groupe de test')}`,
        'STATUS:TENTATIVE',
      ],
    },
    { startUtcMs: at(4, 9), minutes: 120, lines: ['CLASS:PRIVATE'] },
  ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pine Lane//Demo//EN',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function linesOf({ startUtcMs, minutes, lines }: Event, index: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:demo-${index}`,
    `DTSTAMP:${stamp(startUtcMs)}`,
    `DTSTART:${stamp(startUtcMs)}`,
    `DTEND:${stamp(startUtcMs + minutes * minuteMs)}`,
    ...lines,
    'END:VEVENT',
  ];
}

/** `20261124T140000Z` */
function stamp(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
