/** Where the times of events are on the time line. Pure. */
import { dayMs } from '../time/calendar.ts';
import { isoDate } from './civil.ts';
import type { ExtraTime } from './event.ts';
import type { Occurrence } from './occurrence.ts';
import type { Span, When } from './when.ts';
import type { Zone } from './zone.ts';
import { toUtcMs, toWallMs, utcZone } from './zone.ts';

export type Zones = Readonly<{
  /** By a name of the calendar; undefined for one that nobody knows. */
  named: (name: string) => Zone | undefined;
  /** Of times without a zone. */
  floating: Zone;
  /** Of days. */
  member: Zone;
}>;

export type Place = Pick<Occurrence, 'startUtcMs' | 'endUtcMs' | 'allDay'>;

export function zoneOf(when: When, { named, floating }: Zones): Zone {
  if (when.kind === 'utc') return utcZone;
  if (when.kind === 'date' || when.tzid === undefined) return floating;
  return named(when.tzid) ?? floating;
}

/** What the clock of a zone shows, in ms as if it were UTC. A floating time is one of that clock. */
export function wallIn(when: When, zone: Zone, zones: Zones): number {
  if (when.kind === 'date') return when.day * dayMs;
  if (when.kind === 'utc') return toWallMs(when.utcMs, zone);
  if (when.tzid === undefined) return when.wallMs;
  const own = zoneOf(when, zones);
  return own === zone ? when.wallMs : toWallMs(toUtcMs(when.wallMs, own), zone);
}

/**
 * How long an event is. An end says how much time passes, a duration in days how many days of the clock
 * (RFC 5545, 3.8.5.3). Never negative; at least one day for days.
 */
export function lengthOf({ start, end, span }: ExtraTime, zones: Zones): Span {
  const zone = zoneOf(start, zones);
  if (start.kind === 'date') {
    const days = end
      ? Math.ceil(wallIn(end, zone, zones) / dayMs) - start.day
      : (span?.days ?? 1) + Math.ceil((span?.ms ?? 0) / dayMs);
    return { days: Math.max(1, days), ms: 0 };
  }
  if (end) {
    const endMs = toUtcMs(wallIn(end, zone, zones), zone);
    return { days: 0, ms: Math.max(0, endMs - toUtcMs(wallIn(start, zone, zones), zone)) };
  }
  return span && span.days >= 0 && span.ms >= 0 ? span : { days: 0, ms: 0 };
}

/** Of an event of that length whose start the clock of `zone` shows; of days, in the member's zone. */
export function placeOf(
  wallMs: number,
  { days, ms }: Span,
  { zone, isDays, zones }: Readonly<{ zone: Zone; isDays: boolean; zones: Zones }>,
): Place {
  if (isDays) {
    const first = Math.floor(wallMs / dayMs);
    return {
      startUtcMs: toUtcMs(first * dayMs, zones.member),
      endUtcMs: toUtcMs((first + days) * dayMs, zones.member),
      allDay: { firstDay: isoDate(first), lastDay: isoDate(first + days - 1) },
    };
  }
  const startUtcMs = toUtcMs(wallMs, zone);
  const laterMs = days === 0 ? startUtcMs : toUtcMs(wallMs + days * dayMs, zone);
  // The clock of a zone that a calendar defines may jump by any time.
  return { startUtcMs, endUtcMs: Math.max(startUtcMs, laterMs + ms) };
}
