/**
 * Main's time for a calendar of 200 series since 2010: to read it, and to find the next occurrence of all. In ms of CPU;
 * the limit of the latter is 100 ms, in steps of at most 10 ms.
 */
import { occurrencesOf } from '../../shared/calendar/occurrences.ts';
import { readCalendar } from '../../shared/calendar/read.ts';
import type { Steps } from '../../shared/steps.ts';
import { calendarText, event } from '../fixtures/calendars/situation.ts';
import { median, round } from './measure.ts';
import { processorMs } from '../processor-time.ts';

export const seriesLimitMs = 100;
const runs = 15;
const seriesCount = 200;
const nowUtcMs = Date.UTC(2026, 10, 24, 14);
const days = ['MO', 'TU', 'WE', 'TH', 'FR'];
const zones = ['America/Toronto', 'Europe/Paris', 'Asia/Tokyo', 'Eastern Standard Time'];

/** Half of them daily or on working days, the others weekly, every other week, and monthly. */
export function manySeries(): string {
  const rules = [
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=DAILY;COUNT=9999',
  ];
  const lines = Array.from({ length: seriesCount }, (_, at) => {
    const day = String(4 + (at % days.length)).padStart(2, '0');
    const hour = String(8 + (at % 10)).padStart(2, '0');
    return event(
      `DTSTART;TZID=${zones[at % zones.length]}:201001${day}T${hour}0000`,
      'DURATION:PT1H',
      `RRULE:${rules[at % rules.length]}`,
      `SUMMARY:Meeting ${at}`,
      `DESCRIPTION:Agenda https://pads.example/p/${at}\\nJoin https://bbb.coop.example/b/room-${at}`,
    );
  });
  return calendarText(lines.flat());
}

type Taken = Readonly<{ cpuMs: number; longestMs: number }>;

function taken<T>(steps: Steps<T>): Taken & Readonly<{ value: T }> {
  let cpuMs = 0;
  let longestMs = 0;
  for (;;) {
    const begunMs = processorMs();
    const step = steps.next();
    const tookMs = processorMs() - begunMs;
    cpuMs += tookMs;
    longestMs = Math.max(longestMs, tookMs);
    if (step.done) return { value: step.value, cpuMs, longestMs };
  }
}

export function calendarFigures(log: (line: string) => void) {
  const text = manySeries();
  const reads: Taken[] = [];
  const weeks: Taken[] = [];
  const years: Taken[] = [];
  const counts: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const read = taken(readCalendar(text));
    if (!read.value.ok) throw new Error(read.value.code);
    const { calendar } = read.value;
    const expanding = (lengthMs: number) =>
      taken(
        occurrencesOf(
          calendar,
          { fromUtcMs: nowUtcMs, toUtcMs: nowUtcMs + lengthMs },
          { zone: 'America/Toronto', addresses: ['el@coop.example'] },
        ),
      );
    const month = expanding(31 * 86_400_000);
    const year = expanding(400 * 86_400_000);
    const ids = new Set(month.value.occurrences.map((one) => one.uid));
    reads.push(read);
    weeks.push(month);
    years.push(year);
    counts.push(ids.size);
    log(`run ${run + 1}: ${round(month.cpuMs, 1)} ms for the next ones of ${ids.size} series`);
  }
  const cpu = (all: readonly Taken[]) => round(median(all.map((one) => one.cpuMs)), 1);
  const step = (all: readonly Taken[]) => round(median(all.map((one) => one.longestMs)), 1);
  return {
    series: Math.min(...counts),
    read_cpu_ms: cpu(reads),
    next_cpu_ms: cpu(weeks),
    first_next_cpu_ms: round(weeks[0]?.cpuMs ?? NaN, 1),
    year_cpu_ms: cpu(years),
    longest_step_ms: Math.max(step(reads), step(weeks), step(years)),
  };
}

export type CalendarFigures = ReturnType<typeof calendarFigures>;

export function isQuick({ series, next_cpu_ms: next }: CalendarFigures): boolean {
  return series === seriesCount && next <= seriesLimitMs;
}
