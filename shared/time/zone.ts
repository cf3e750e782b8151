/** Wall-clock time in a time zone, by the tables of `Intl`. Pure: the zone is always given. */
import { dayMs } from './calendar.ts';

const minuteMs = 60_000;

/** A day counted from 1970-01-01, and the minute of it, on the wall clock. */
export type Wall = Readonly<{ day: number; minute: number }>;

/** Creating a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** A page may name any number of zones, each in any case. */
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

/** How far the wall clock is ahead of UTC at an instant, in ms. Throws RangeError for an unknown zone. */
export function offsetMs(atUtcMs: number, timeZone: string): number {
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
 * The instant at which the wall clock shows a time, ms UTC. Of a time that occurs twice (clocks set back) it is the
 * first, and a skipped one (clocks set forward) is later by the jump: what `Temporal` calls “compatible”. Minutes of
 * 1440 and more are on the following days.
 */
export function instantOf({ day, minute }: Wall, timeZone: string): number {
  const wallMs = day * dayMs + minute * minuteMs;
  const before = offsetMs(wallMs - dayMs, timeZone);
  const after = offsetMs(wallMs + dayMs, timeZone);
  const occurrences = [before, after].filter(
    (offset) => offsetMs(wallMs - offset, timeZone) === offset,
  );
  return wallMs - (occurrences.length === 0 ? before : Math.max(...occurrences));
}
