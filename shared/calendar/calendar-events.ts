/** What reading a calendar leaves for expanding it. Pure. */
import type { Series } from './series.ts';
import type { Zone } from './zone.ts';

declare const opaque: unique symbol;
/** Only for `occurrencesOf`. */
export type CalendarEvents = Readonly<{ [opaque]: true }>;

export type Content = Readonly<{
  series: readonly Series[];
  zoneNamed: (name: string) => Zone | undefined;
  /** The calendar's own, for times without a zone. */
  zone?: Zone | undefined;
}>;

export function sealed(content: Content): CalendarEvents {
  return content as unknown as CalendarEvents;
}

export function contentOf(events: CalendarEvents): Content {
  return events as unknown as Content;
}
