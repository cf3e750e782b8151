/** Wall-clock time in a time zone, by the tables that `Intl` brings. Pure: the zone is always named. */

export const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A day counted from 1970-01-01, and the minute of it, as the clock on the wall shows them. */
export type Wall = Readonly<{ day: number; minute: number }>;

/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** A page may name as many zones as it likes, each in any case of letters. */
const formatsKept = 100;

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formats.size >= formatsKept) formats.clear();
  formats.set(timeZone, made);
  return made;
}

/** How far the wall clock is ahead of UTC at an instant, in ms. Throws RangeError for a zone that does not exist. */
function offsetMs(atUtcMs: number, timeZone: string): number {
  const wholeMs = Math.floor(atUtcMs / 1000) * 1000;
  const parts = formatFor(timeZone).formatToParts(wholeMs);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const wallMs = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wallMs - wholeMs;
}

export function wallAt(atUtcMs: number, timeZone: string): Wall {
  const wallMs = atUtcMs + offsetMs(atUtcMs, timeZone);
  const day = Math.floor(wallMs / dayMs);
  return { day, minute: Math.floor((wallMs - day * dayMs) / minuteMs) };
}

/**
 * The instant at which the wall clock shows a time, ms UTC. A time that comes twice (clocks set back) is its first
 * coming, and one that never comes (clocks set forward) is as much later as the clock jumps: what `Temporal` calls
 * “compatible”. Minutes of 1440 and more are of the days after.
 */
export function instantOf({ day, minute }: Wall, timeZone: string): number {
  const wallMs = day * dayMs + minute * minuteMs;
  const before = offsetMs(wallMs - dayMs, timeZone);
  const after = offsetMs(wallMs + dayMs, timeZone);
  const comings = [before, after].filter(
    (offset) => offsetMs(wallMs - offset, timeZone) === offset,
  );
  return wallMs - (comings.length === 0 ? before : Math.max(...comings));
}
