/** Instants as status pages write them: ISO 8601, SQL without a zone or with one in hours, and Go's `Time.String()`. Pure. */
import { instantOf } from './zone.ts';

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?(?: [A-Z]{1,6}| [+-]\d\d(?:\d\d)?)?$/;
/** Longest valid form; longer text is not parsed. */
const longest = 50;
/** How far clocks of servers and members may differ; in ms. */
export const clockSkewMs = 10 * 60_000;
/** Status pages have nothing older to report: zero times of Go and of SQL are before this. */
const earliestUtcMs = Date.UTC(2000, 0, 1);
/** How far ahead planned instants may be; in ms. */
const furthestMs = 5 * 366 * 86_400_000;

/**
 * ms UTC; undefined if the text is not an instant. `zone` applies to text without one: an offset as `+05:00`, or a name
 * as `America/Toronto`, whose wall clock of that day is used; else UTC.
 */
export function parseInstant(text: unknown, zone?: string): number | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const at = (part: number) => Number(parts[part] ?? 0);
  const [year, month, day, hour, minute, second] = [at(1), at(2), at(3), at(4), at(5), at(6)];
  const ms = parts[7] === undefined ? 0 : Math.floor(Number(`0.${parts[7]}`) * 1000);
  const atUtcMs = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  // Date.UTC turns 30 February into a day of March.
  const isReal = new Date(atUtcMs).getUTCDate() === day && month >= 1 && month <= 12;
  if (!isReal || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetMs = parseOffset(parts[8] ?? zone);
  if (offsetMs !== undefined) return atUtcMs - offsetMs;
  return parts[8] === undefined && zone !== undefined ? onTheWall(atUtcMs, zone) : undefined;
}

/** The instant of a zone's wall-clock time, given in `wallMs` as if it were UTC; undefined for an unknown zone. */
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
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!parts) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return minutes > 14 * 60 ? undefined : (parts[1] === '-' ? -1 : 1) * minutes * 60_000;
}

/** An instant of something that has happened; undefined if it is in the future. */
export function pastInstant(text: unknown, nowUtcMs: number, zone?: string): number | undefined {
  const at = parseInstant(text, zone);
  if (at === undefined || at < earliestUtcMs || at > nowUtcMs + clockSkewMs) return undefined;
  return Math.min(at, nowUtcMs);
}

/**
 * An instant as a monitor wrote it, even if it is ahead of now: the distance between two matters, see `heartbeats.ts`.
 */
export function measuredInstant(text: unknown): number | undefined {
  const at = parseInstant(text);
  return at === undefined || at < earliestUtcMs ? undefined : at;
}

/** An instant of something planned, within a few years from now. */
export function plannedInstant(text: unknown, nowUtcMs: number, zone?: string): number | undefined {
  const at = parseInstant(text, zone);
  return at === undefined || at < earliestUtcMs || at > nowUtcMs + furthestMs ? undefined : at;
}
