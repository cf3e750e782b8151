/** What a calendar may ask of us. Pure. */
import { dayMs } from '../time/calendar.ts';

export const calendarLimits = {
  /** UTF-16 units of a file. A calendar of some years of meetings is larger than 2 MiB (Vexa #1182). */
  text: 8 * 1024 * 1024,
  events: 20_000,
  /** Longest range that is expanded at once, in ms. */
  rangeMs: 400 * dayMs,
  /** Occurrences of all events within a range. */
  occurrences: 2000,
  /** Days and times that are looked at for one series, and for all of a calendar. */
  seriesEffort: 100_000,
  effort: 2_000_000,
} as const;
