import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Range } from '../../../shared/history/view.ts';

/** The detail page's query for a service's history. */
export type Question = Readonly<{
  service: number;
  range: Range;
  nowUtcMs: number;
  calendar: Calendar;
  /** Start of the service's open incident, ms UTC. */
  openSinceUtcMs: number | undefined;
}>;
