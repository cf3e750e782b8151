/** Whether a standby may be offered, and how old what it shows is: an age that is not known is never fresh. Pure. */
import * as v from 'valibot';
import type { Service } from '../coop/document.ts';
import type { Life } from './life.ts';
import type { ServiceView } from './view.ts';

/** A copy from further ahead than clocks differ is no copy of a known age, in ms. */
const clockToleranceMs = 5 * 60_000;

export const ages = ['fresh', 'stale', 'unknown'] as const;

export const StandbyViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  hasPage: v.boolean(),
  /** Whether it can be used at the moment. */
  isUp: v.boolean(),
  age: v.picklist(ages),
  /** When its data were taken, ms UTC; absent when that is not known. */
  ofUtcMs: v.optional(v.number()),
});
export type StandbyView = Readonly<v.InferOutput<typeof StandbyViewSchema>>;

export type Age = Pick<StandbyView, 'age' | 'ofUtcMs'>;

/** Reads a time as a backup tool writes it: ISO 8601 with its offset, or seconds or milliseconds since 1970. */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  if (/^\d{9,13}$/.test(value)) return fromEpoch(Number(value));
  const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;
  if (value.length > 40 || !iso.test(value)) return undefined;
  const atUtcMs = Date.parse(value.replace(' ', 'T'));
  return Number.isNaN(atUtcMs) ? undefined : atUtcMs;
}

/** Seconds reach this size in the year 5138, milliseconds had it in 1973. */
const millisecondsFrom = 1e11;

function fromEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0 || value > 1e14) return undefined;
  return value < millisecondsFrom ? value * 1000 : value;
}

/** `ofUtcMs` is what the source told last; undefined when it told nothing. */
export function judgeAge(ofUtcMs: number | undefined, maxAgeS: number, nowUtcMs: number): Age {
  if (ofUtcMs === undefined) return { age: 'unknown' };
  const { fromUtcMs, untilUtcMs } = copyLife(ofUtcMs, maxAgeS);
  if (nowUtcMs < fromUtcMs) return { age: 'unknown' };
  return { age: nowUtcMs <= untilUtcMs ? 'fresh' : 'stale', ofUtcMs };
}

/** From when until when a copy is fresh. */
export function copyLife(ofUtcMs: number, maxAgeS: number): Life {
  return { fromUtcMs: ofUtcMs - clockToleranceMs, untilUtcMs: ofUtcMs + maxAgeS * 1000 };
}

/** Puts its standby beside each service that has one; `ageOf` tells how old the data of a service's standby are. */
export function standbyViews(
  views: readonly ServiceView[],
  services: readonly Service[],
  ageOf: (serviceId: string) => Age,
): readonly ServiceView[] {
  if (!services.some((one) => one.standby)) return views;
  const standbyOf = new Map(services.map(({ id, standby }) => [id, standby?.service]));
  const byId = new Map(views.map((view) => [view.id, view]));
  return views.map((view) => {
    const other = byId.get(standbyOf.get(view.id) ?? '');
    if (!other) return view;
    const { name, hasPage, verdict } = other;
    const isUp = verdict === 'up' || verdict === 'degraded';
    return { ...view, standby: { id: other.id, name, hasPage, isUp, ...ageOf(view.id) } };
  });
}
