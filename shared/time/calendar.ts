/** Hours and days of a member's clock, across changes to and from summer time. All instants are ms UTC. */

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
/** Offsets of zones, and the moments at which they change, are multiples of this. */
const quarterMs = 900_000;
/** The history's 90 days need about a thousand. */
const cachedQuarters = 2048;

export type Calendar = Readonly<{
  /** Start of the hour on the clock; in Newfoundland at half past, UTC. */
  hourStart: (atUtcMs: number) => number;
  /** The first moment of the day on the calendar. */
  dayStart: (atUtcMs: number) => number;
  /** The first moment of the day after the one that begins at `dayStartUtcMs`: 23 to 25 hours later. */
  nextDay: (dayStartUtcMs: number) => number;
  /** `2026-11-24` */
  date: (atUtcMs: number) => string;
}>;

/** Without a `timeZone`, uses the machine's zone at creation. */
export function createCalendar(timeZone?: string): Calendar {
  const offsetMs = createOffset(timeZone);
  const floorLocal = (at: number, size: number) => Math.floor((at + offsetMs(at)) / size) * size;

  const dayStart = (at: number) => {
    const midnight = floorLocal(at, dayMs);
    // The clock may have changed since midnight; if it skips midnight, the day begins with the change.
    const start = midnight - offsetMs(midnight - offsetMs(at));
    // If it goes back over midnight, the first midnight begins the day.
    const earlier = midnight - offsetMs(start - 1);
    return earlier < start && earlier + offsetMs(earlier) === midnight ? earlier : start;
  };

  return {
    hourStart: (at) => floorLocal(at, hourMs) - offsetMs(at),
    dayStart,
    nextDay: (start) => dayStart(start + 1.5 * dayMs),
    date: (at) => new Date(at + offsetMs(at)).toISOString().slice(0, 10),
  };
}

/** The day of a member in this zone, as their files and their meetings have it, such as `2026-11-24`. */
export function dateIn(timeZone: string, atUtcMs: number): string {
  return createCalendar(timeZone).date(atUtcMs);
}

/** How far the zone's clock is ahead of UTC, in ms. Intl takes microseconds, so results are cached. */
function createOffset(timeZone: string | undefined): (atUtcMs: number) => number {
  const offsets = new Map<number, number>();
  // Created on first use, to keep it out of the app's start.
  let format: Intl.DateTimeFormat | undefined;
  return (atUtcMs) => {
    const quarter = Math.floor(atUtcMs / quarterMs);
    const cached = offsets.get(quarter);
    if (cached !== undefined) return cached;
    format ??= formatFor(timeZone);
    const offset = queryOffset(format, quarter * quarterMs);
    if (offsets.size >= cachedQuarters) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  };
}

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}

function queryOffset(format: Intl.DateTimeFormat, atUtcMs: number): number {
  const parts = format.formatToParts(atUtcMs);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) - atUtcMs;
}
