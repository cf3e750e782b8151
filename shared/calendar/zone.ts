/** Wall clocks of time zones, for those of IANA and those that a calendar defines itself. Pure. */
import { dayMs } from '../time/calendar.ts';
import { offsetMs as intlOffsetMs } from '../time/zone.ts';

export type Zone = Readonly<{
  /** How far the wall clock is ahead of UTC at an instant, in ms. */
  offsetMs: (atUtcMs: number) => number;
}>;

export const utcZone: Zone = { offsetMs: () => 0 };

/** `Intl` takes microseconds, and series of one zone need the same days. */
const keptDays = 4096;

/** Undefined if `Intl` does not know the name. */
export function createIanaZone(name: string): Zone | undefined {
  try {
    intlOffsetMs(0, name);
  } catch {
    return undefined;
  }
  const kept = new Map<number, number>();
  const ofDay = (day: number) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const offset = intlOffsetMs(day * dayMs, name);
    if (kept.size >= keptDays) kept.clear();
    kept.set(day, offset);
    return offset;
  };
  return {
    offsetMs: (atUtcMs) => {
      const day = Math.floor(atUtcMs / dayMs);
      const offset = ofDay(day);
      // No zone changes twice within a day.
      return offset === ofDay(day + 1) ? offset : intlOffsetMs(atUtcMs, name);
    },
  };
}

export function toWallMs(utcMs: number, zone: Zone): number {
  return utcMs + zone.offsetMs(utcMs);
}

/**
 * The instant at which the wall clock shows a time, ms UTC: the first of a time that occurs twice; and one that is
 * skipped is later by the jump (RFC 5545, 3.3.5).
 */
export function toUtcMs(wallMs: number, zone: Zone): number {
  const before = zone.offsetMs(wallMs - dayMs);
  const after = zone.offsetMs(wallMs + dayMs);
  if (before === after) return wallMs - before;
  const fits = (offset: number) => zone.offsetMs(wallMs - offset) === offset;
  if (fits(before)) return fits(after) ? wallMs - Math.max(before, after) : wallMs - before;
  return wallMs - (fits(after) ? after : before);
}
