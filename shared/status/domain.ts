/** What a domain's registration means for its service. Pure. */
import { dayMs } from '../time/calendar.ts';
import type { Service } from '../coop/service.ts';
import type { Life } from './life.ts';
import type { Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';
import type { RegistryStatus, Standing } from './rdap.ts';
import type { DomainView } from './domain-view.ts';
import type { ServiceView } from './view.ts';

/** Days before the end from which to warn, as for certificates. */
const warnDays = [7, 14, 21] as const;
/** Bands below those that count days: the lower, the worse. A domain being restored is recovering. */
const bands: Readonly<Record<Standing | 'expired', number>> = {
  held: 1,
  expired: 0,
  restoring: 0,
  redemption: -1,
  deleting: -2,
};

/**
 * The trouble that the registration causes; undefined if there is none, or if it is unknown. A standing other than
 * `held` takes precedence over the date: many registries extend that by a year before anybody has paid. The reason's
 * `band` is the step reached: the lower, the closer the end.
 */
export function judgeDomain(
  domain: string,
  { endsUtcMs, standing }: RegistryStatus,
  nowUtcMs: number,
): Reason | undefined {
  const standingReason =
    standing && reason(`domain-${standing}`, { domain, band: bands[standing] });
  if (standing !== 'held' && standingReason) return standingReason;
  const days = endsUtcMs === undefined ? undefined : Math.floor((endsUtcMs - nowUtcMs) / dayMs);
  if (endsUtcMs !== undefined && days !== undefined && days < 0) {
    return reason('domain-expired', { domain, date: endsUtcMs, band: bands.expired });
  }
  if (standingReason || days === undefined) return standingReason;
  const band = warnDays.find((limit) => days <= limit);
  return band === undefined ? undefined : reason('domain-expiring', { domain, days, band });
}

/** How long a statement about a domain's end stays valid: close to the end it counts days. */
export function domainLife(endsUtcMs: number, nowUtcMs: number): Life {
  const days = Math.floor((endsUtcMs - nowUtcMs) / dayMs);
  const fewest = days > warnDays[2] ? warnDays[2] + 1 : days;
  return {
    fromUtcMs: days > warnDays[2] || days < 0 ? -Infinity : endsUtcMs - (days + 1) * dayMs + 1,
    untilUtcMs: days < 0 ? Infinity : endsUtcMs - fewest * dayMs,
  };
}

/** Adds each service's domain; a service that is up is degraded while its domain is in trouble. */
export function domainViews(
  views: readonly ServiceView[],
  services: readonly Service[],
  domainOf: (name: string) => DomainView | undefined,
  nowUtcMs: number,
): readonly ServiceView[] {
  if (!services.some((one) => one.domain)) return views;
  const names = new Map(services.map((one) => [one.id, one.domain]));
  return views.map((view) => {
    const domain = domainOf(names.get(view.id) ?? '');
    if (!domain || view.verdict === 'retired') return view;
    const trouble = judgeDomain(domain.name, domain, nowUtcMs);
    if (!trouble || view.verdict !== 'up') return { ...view, domain };
    return { ...view, domain, verdict: 'degraded', reason: trouble };
  });
}
