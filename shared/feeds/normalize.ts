/** The last step of every parser: removes duplicates, enforces limits, and checks maintenance windows. Pure. */
import { within } from './fields.ts';
import type { FeedIncident, FeedMaintenance, FeedReading, FeedVerdict } from './reading.ts';
import { feedLimits } from './reading.ts';

/** Throws FeedError `too-many` for too many components, because a truncated list would look complete. */
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
      .filter(isValidWindow)
      .map((one) => withinWindow(one, nowUtcMs))
      .slice(0, feedLimits.maintenance),
    unlisted,
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
  };
}

/** Precedence if a feed lists a component several times: trouble over unknown, unknown over up. */
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

/** Merges an incident listed under several components. */
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

/** Maintenance suppresses notifications, so an invalid window is dropped. */
function isValidWindow({ startsUtcMs, endsUtcMs }: FeedMaintenance): boolean {
  return startsUtcMs === undefined || endsUtcMs === undefined || endsUtcMs > startsUtcMs;
}

/** Active only within its window, whatever its state says. */
function withinWindow(one: FeedMaintenance, nowUtcMs: number): FeedMaintenance {
  const begun = one.startsUtcMs === undefined || one.startsUtcMs <= nowUtcMs;
  const over = one.endsUtcMs !== undefined && one.endsUtcMs <= nowUtcMs;
  return { ...one, active: one.active && begun && !over };
}
