/** Reads a calendar (RFC 5545), in steps, whatever its generator left out. Pure. */
import type { Steps } from '../steps.ts';

export type CalendarFaultCode =
  /** Events without a start that can be read: they are left out. */
  | 'bad-event'
  /** Rules that cannot be read: their event is shown once. */
  | 'bad-rule'
  /** Single dates of a series that cannot be read. */
  | 'bad-date'
  /** Zones that nobody knows: their times are taken in the calendar's zone. */
  | 'unknown-zone'
  /** A part, or the calendar, that does not end: some of it may be missing. */
  | 'no-end'
  /** Events beyond the limit. */
  | 'too-many-events'
  /** Rules whose next date took too long to find. */
  | 'slow-rule';

export type CalendarFault = Readonly<{
  code: CalendarFaultCode;
  count?: number;
  /** Text from outside: a zone's name, a rule, or an event's title. */
  example?: string;
}>;

declare const opaque: unique symbol;
/** Only for `occurrencesOf`. */
export type CalendarEvents = Readonly<{ [opaque]: true }>;

export type ReadCalendar = Readonly<{
  events: CalendarEvents;
  name?: string;
  /** How often the calendar wants to be read, in ms. */
  refreshMs?: number;
  faults: readonly CalendarFault[];
}>;

/** `truncated`: it ends within an event. `too-large`: longer than `calendarLimits.text`. */
export type UnreadableCalendar = 'html' | 'not-ics' | 'truncated' | 'too-large';

export type CalendarReading =
  | Readonly<{ ok: true; calendar: ReadCalendar }>
  | Readonly<{ ok: false; code: UnreadableCalendar }>;

// eslint-disable-next-line require-yield
export function* readCalendar(_text: string): Steps<CalendarReading> {
  return { ok: false, code: 'not-ics' };
}
