/** The last step of every parser: keys once, limits kept, spans that cannot be left out. Pure. */
import { within } from './fields.ts';
import type { FeedIncident, FeedMaintenance, FeedReading, FeedVerdict } from './reading.ts';
import { feedLimits } from './reading.ts';

/** Throws FeedError `too-many` for components beyond the limit: a part of them would pass for all. */
export function wholeReading(parts: Partial<FeedReading>, nowUtcMs: number): FeedReading {
  const {
    components = [],
    incidents = [],
    maintenance = [],
    unlisted = 'unknown',
    asOfUtcMs,
  } = parts;
  return {
    components: [...within(worstByKey(components), feedLimits.components, '$ components')],
    incidents: newestFirst(onceById(incidents)).slice(0, feedLimits.incidents),
    maintenance: onceById(maintenance)
      .filter(isPossible)
      .map((one) => inTime(one, nowUtcMs))
      .slice(0, feedLimits.maintenance),
    unlisted,
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
  };
}

/** What counts when a feed says several things of one component: trouble before doubt, doubt before well. */
const weight: Readonly<Record<FeedVerdict, number>> = {
  down: 4,
  degraded: 3,
  maintenance: 2,
  unknown: 1,
  up: 0,
};

export function worse(a: FeedVerdict, b: FeedVerdict): FeedVerdict {
  return weight[b] > weight[a] ? b : a;
}

function worstByKey(components: FeedReading['components']): FeedReading['components'] {
  const byKey = new Map<string, FeedReading['components'][number]>();
  for (const one of components) {
    const before = byKey.get(one.key);
    if (!before || weight[one.verdict] > weight[before.verdict]) byKey.set(one.key, one);
  }
  return [...byKey.values()];
}

/** The same incident under several components affects them all. */
function onceById<T extends FeedIncident | FeedMaintenance>(entries: readonly T[]): T[] {
  const byId = new Map<string, Readonly<{ one: T; affects: Set<string> }>>();
  for (const one of entries) {
    const known = byId.get(one.id) ?? { one, affects: new Set<string>() };
    byId.set(one.id, known);
    for (const key of one.affects) {
      if (known.affects.size < feedLimits.affects) known.affects.add(key);
    }
  }
  return [...byId.values()].map(({ one, affects }) => ({ ...one, affects: [...affects] }));
}

function newestFirst(incidents: readonly FeedIncident[]): FeedIncident[] {
  return incidents.toSorted((a, b) => (b.startedAtUtcMs ?? 0) - (a.startedAtUtcMs ?? 0));
}

/** Maintenance silences alarms, so one that ends before it begins is not believed at all. */
function isPossible({ startsUtcMs, endsUtcMs }: FeedMaintenance): boolean {
  return startsUtcMs === undefined || endsUtcMs === undefined || endsUtcMs > startsUtcMs;
}

/** Nor does it silence anything before it begins or after its end, whatever its state says. */
function inTime(one: FeedMaintenance, nowUtcMs: number): FeedMaintenance {
  const begun = one.startsUtcMs === undefined || one.startsUtcMs <= nowUtcMs;
  const over = one.endsUtcMs !== undefined && one.endsUtcMs <= nowUtcMs;
  return { ...one, active: one.active && begun && !over };
}
