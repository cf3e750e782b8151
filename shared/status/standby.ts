/** Whether a standby may be offered, and how old its data is: an unknown age is never fresh. Pure. */
import type { Service } from '../coop/service.ts';
import type { Life } from './life.ts';
import type { Age } from './standby-view.ts';
import type { ServiceView } from './view.ts';

/** A copy dated further ahead than clocks differ has an unknown age, in ms. */
const clockToleranceMs = 5 * 60_000;

/** `ofUtcMs` is the source's latest figure; undefined if it gave none. */
export function judgeAge(ofUtcMs: number | undefined, maxAgeS: number, nowUtcMs: number): Age {
  if (ofUtcMs === undefined) return { age: 'unknown' };
  const { fromUtcMs, untilUtcMs } = copyLife(ofUtcMs, maxAgeS);
  if (nowUtcMs < fromUtcMs) return { age: 'unknown' };
  return { age: nowUtcMs <= untilUtcMs ? 'fresh' : 'stale', ofUtcMs };
}

/** The period in which a copy is fresh. */
export function copyLife(ofUtcMs: number, maxAgeS: number): Life {
  return { fromUtcMs: ofUtcMs - clockToleranceMs, untilUtcMs: ofUtcMs + maxAgeS * 1000 };
}

/** Adds each service's standby; `ageOf` gives the age of the data of a service's standby. */
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
