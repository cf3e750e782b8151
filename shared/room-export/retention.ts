/** When a room's messages expire, from the document's settings. Pure; times are ms UTC. */
import { hourMs } from '../time/calendar.ts';
import type { RoomView } from './room-view.ts';
import type { RoomPlan } from '../coop/accounts.ts';
import { isFading } from '../coop/accounts.ts';
import { cronOf } from '../coop/cron.ts';

const dayMs = 24 * hourMs;
/** Number of purges compared to determine the rhythm. */
const rhythmRuns = 4;

/** Patterns computed per call, some 20 ms; the times of other rooms follow with the next call. */
const patternLimit = 50;

/** The document's settings for rooms, with the times of their purges around `nowUtcMs`. */
export function roomViewsOf(plans: readonly RoomPlan[], nowUtcMs: number): RoomView[] {
  let left = patternLimit;
  const mayCompute = () => {
    left -= 1;
    return left >= 0;
  };
  return plans.map(({ room, name, keepDays, archived, purge }) => ({
    room,
    name,
    archived,
    ...(keepDays === undefined ? {} : { keepDays }),
    ...(purge ? timesOf(purge, nowUtcMs, mayCompute) : {}),
  }));
}

/** Rooms whose messages expire, and archived rooms; the next to be purged first. */
export function fadingRooms(plans: readonly RoomPlan[], nowUtcMs: number): readonly RoomView[] {
  const next = (room: RoomView) => room.nextPurgeUtcMs ?? Number.MAX_SAFE_INTEGER;
  return roomViewsOf(plans.filter(isFading), nowUtcMs).toSorted((a, b) => next(a) - next(b));
}

type PurgeTimes = Pick<RoomView, 'rhythm' | 'lastPurgeUtcMs' | 'nextPurgeUtcMs'>;

type Purge = NonNullable<RoomPlan['purge']>;

/** Purge times, cached until the next purge, because hundreds of rooms are computed for each render. */
const cache = new Map<string, Readonly<{ sinceUtcMs: number; times: PurgeTimes }>>();
/** Enough for all rooms of a document, twice. */
const cacheLimit = 1000;

function timesOf(purge: Purge, nowUtcMs: number, mayCompute: () => boolean): PurgeTimes {
  const key = JSON.stringify([purge.cron, purge.timeZone]);
  const cached = cache.get(key);
  // If the clock was set back, the cached last purge may be in the future again.
  const isClockBack = cached && nowUtcMs < cached.sinceUtcMs;
  if (cached && !isClockBack && nowUtcMs < (cached.times.nextPurgeUtcMs ?? Infinity))
    return cached.times;
  if (!mayCompute()) return {};
  if (cache.size >= cacheLimit) cache.clear();
  const times = computeTimes(purge, nowUtcMs);
  cache.set(key, { sinceUtcMs: nowUtcMs, times });
  return times;
}

/** Empty for an invalid pattern or zone, or one that never matches. */
function computeTimes({ cron, timeZone }: Purge, nowUtcMs: number): PurgeTimes {
  try {
    const pattern = cronOf(cron, timeZone);
    const at = new Date(nowUtcMs);
    const runs = pattern.nextRuns(rhythmRuns, at).map((run) => run.getTime());
    const [next] = runs;
    if (next === undefined) return {};
    const last = pattern.previousRuns(1, at)[0]?.getTime();
    return {
      rhythm: rhythmOf(runs),
      nextPurgeUtcMs: next,
      ...(last === undefined ? {} : { lastPurgeUtcMs: last }),
    };
  } catch {
    return {};
  }
}

/** Daylight saving changes make a day an hour shorter or longer. */
function rhythmOf(runs: readonly number[]): NonNullable<RoomView['rhythm']> {
  const gaps = runs.slice(1).map((run, index) => run - (runs[index] ?? run));
  const all = (fewestDays: number, mostDays: number) =>
    gaps.length > 0 &&
    gaps.every((gap) => gap >= fewestDays * dayMs - hourMs && gap <= mostDays * dayMs + hourMs);
  if (all(1, 1)) return 'daily';
  if (all(7, 7)) return 'weekly';
  return all(28, 31) ? 'monthly' : 'other';
}

/** In days before a purge: then there is still a weekend to save something. */
const soonDays = 7;

/** Whether messages of the room are about to be removed. */
export function goesSoon({ nextPurgeUtcMs }: RoomView, nowUtcMs: number): boolean {
  return nextPurgeUtcMs !== undefined && nextPurgeUtcMs - nowUtcMs < soonDays * dayMs;
}

/** Messages older than these times are gone, or go at the next purge. */
export type Fading = Readonly<{ goneBeforeUtcMs?: number; goesBeforeUtcMs?: number }>;

export function fadingOf(room: RoomView): Fading {
  const { keepDays, lastPurgeUtcMs, nextPurgeUtcMs } = room;
  if (keepDays === undefined) return {};
  const keptMs = keepDays * dayMs;
  return {
    ...(lastPurgeUtcMs === undefined ? {} : { goneBeforeUtcMs: lastPurgeUtcMs - keptMs }),
    ...(nextPurgeUtcMs === undefined ? {} : { goesBeforeUtcMs: nextPurgeUtcMs - keptMs }),
  };
}

export type Age = Readonly<{ count: number; unit: 'year' | 'week' | 'day' }>;

/** The longest time that people count in weeks, in days. */
const weeksUntilDays = 28;

/** In years or weeks if these are exact. Never in months, since 90 days before a date is not three months before it. */
export function ageOf(days: number): Age {
  if (days % 365 === 0) return { count: days / 365, unit: 'year' };
  if (days % 7 === 0 && days <= weeksUntilDays) return { count: days / 7, unit: 'week' };
  return { count: days, unit: 'day' };
}
