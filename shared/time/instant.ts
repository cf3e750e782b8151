/** Instants as status pages write them: ISO 8601, SQL without a zone, and Go's `Time.String()`. Pure. */
import { instantOf } from './zone.ts';

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d:?\d\d)?(?: [A-Z]{1,6}| [+-]\d\d(?:\d\d)?)?$/;
/** The longest form that means anything; a longer text is not even looked at. */
const longest = 50;
/** Clocks of servers and members differ by so much; in ms. */
export const clockSkewMs = 10 * 60_000;
/** Before this, no status page of today has anything to tell: zero times of Go and of SQL fall here. */
const earliestUtcMs = Date.UTC(2000, 0, 1);
/** Plans reach no further ahead; in ms. */
const furthestMs = 5 * 366 * 86_400_000;

/**
 * ms UTC, or undefined for what is no instant. `zone` is that of a text without one: an offset as `+05:00` or a name as
 * `America/Toronto`, by which the clock on the wall is read as of that day; else UTC.
 */
export function parseInstant(text: unknown, zone?: string): number | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const at = (part: number) => Number(parts[part] ?? 0);
  const [year, month, day, hour, minute, second] = [at(1), at(2), at(3), at(4), at(5), at(6)];
  const ms = parts[7] === undefined ? 0 : Math.floor(Number(`0.${parts[7]}`) * 1000);
  const atUtcMs = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  // Date.UTC carries the 30th of February over into March.
  const isReal = new Date(atUtcMs).getUTCDate() === day && month >= 1 && month <= 12;
  if (!isReal || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetMs = parseOffset(parts[8] ?? zone);
  if (offsetMs !== undefined) return atUtcMs - offsetMs;
  return parts[8] === undefined && zone !== undefined ? onTheWall(atUtcMs, zone) : undefined;
}

/** What the wall clock of a zone shows, taken for UTC in `wallMs`; undefined for a zone that does not exist. */
function onTheWall(wallMs: number, zone: string): number | undefined {
  const minutes = Math.floor(wallMs / 60_000);
  try {
    return instantOf({ day: 0, minute: minutes }, zone) + (wallMs - minutes * 60_000);
  } catch {
    return undefined;
  }
}

function parseOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z' || zone === 'UTC') return 0;
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!parts) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return minutes > 14 * 60 ? undefined : (parts[1] === '-' ? -1 : 1) * minutes * 60_000;
}

/** An instant of something that has happened; one in the future is a lie and left out. */
export function pastInstant(text: unknown, nowUtcMs: number, zone?: string): number | undefined {
  const at = parseInstant(text, zone);
  if (at === undefined || at < earliestUtcMs || at > nowUtcMs + clockSkewMs) return undefined;
  return Math.min(at, nowUtcMs);
}

/** As a monitor wrote it, also ahead of now: the distance of two tells more than either; see `beats.ts`. */
export function measuredInstant(text: unknown): number | undefined {
  const at = parseInstant(text);
  return at === undefined || at < earliestUtcMs ? undefined : at;
}

/** An instant of something planned, within a few years from now. */
export function plannedInstant(text: unknown, nowUtcMs: number, zone?: string): number | undefined {
  const at = parseInstant(text, zone);
  return at === undefined || at < earliestUtcMs || at > nowUtcMs + furthestMs ? undefined : at;
}
