import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Range } from '../../../shared/history/view.ts';

/** What the detail page asks about a service's past. */
export type Question = Readonly<{
  service: number;
  range: Range;
  nowUtcMs: number;
  calendar: Calendar;
  /** When the incident that the service is in began. */
  openSinceUtcMs: number | undefined;
}>;
