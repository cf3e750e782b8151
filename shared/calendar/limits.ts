/** What a calendar may ask of us. Pure. */
import { dayMs } from '../time/calendar.ts';

export const calendarLimits = {
  /** UTF-16 units of a file. */
  text: 2 * 1024 * 1024,
  events: 5000,
  /** Longest range that is expanded at once, in ms. */
  rangeMs: 400 * dayMs,
  /** Occurrences of all events within a range. */
  occurrences: 2000,
  /** Days and times that are looked at for one series, and for all of a calendar. */
  seriesEffort: 200_000,
  effort: 5_000_000,
} as const;
