/** A calendar, read and expanded. */
import { occurrencesOf } from '../../../shared/calendar/occurrences.ts';
import type { Occurrences } from '../../../shared/calendar/occurrences.ts';
import { readCalendar } from '../../../shared/calendar/read.ts';
import type { Steps } from '../../../shared/steps.ts';
import { runSteps } from '../../../shared/steps.ts';
import { calendarText } from '../../fixtures/calendars/situation.ts';
import { list, nowUtcMs } from './case.ts';

const range = { fromUtcMs: nowUtcMs, toUtcMs: nowUtcMs + 400 * 86_400_000 };

function* told(text: string): Steps<Occurrences | undefined> {
  const read = yield* readCalendar(text);
  if (!read.ok) return undefined;
  return yield* occurrencesOf(read.calendar, range, { zone: 'America/Toronto', addresses: [] });
}

export const calendarSteps = (text: string) => ({
  begin: () => told(text),
  whole: () => runSteps(told(text)),
});

const days = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** As many series since 2010 as there may be events. */
export const manySeries = calendarText(
  list(20_000, (at) => [
    'BEGIN:VEVENT',
    `UID:${at}`,
    `DTSTART;TZID=Europe/Paris:20100104T0${at % 10}0000`,
    'DURATION:PT1H',
    `RRULE:FREQ=WEEKLY;BYDAY=${days[at % 5]}`,
    `SUMMARY:Meeting ${at}`,
    `DESCRIPTION:https://bbb.coop.example/b/room-${at}`,
    'END:VEVENT',
  ]).flat(),
);
