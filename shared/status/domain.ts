/** What the registry says of a domain, and what that means for its service. Pure. */
import type { Service } from '../coop/service.ts';
import type { Life } from './life.ts';
import type { Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';
import type { RegistryWord, Standing } from './rdap.ts';
import type { DomainView } from './domain-view.ts';
import type { ServiceView } from './view.ts';

const dayMs = 86_400_000;
/** Days before the end at which a member is told, as for certificates. */
const warnDays = [7, 14, 21] as const;
/** Steps beyond those by days, from bad to worse; a domain that is being restored is on its way back. */
const bands: Readonly<Record<Standing | 'expired', number>> = {
  held: 1,
  expired: 0,
  restoring: 0,
  redemption: -1,
  deleting: -2,
};

/**
 * What the registry's word says of the service; undefined while the end is far, or not known. A domain that is on its
 * way out is so whatever its date says: many registries move that by a year before anybody has paid. The `band` of a
 * reason is the step reached: the lower, the nearer the end.
 */
export function judgeDomain(
  domain: string,
  { endsUtcMs, standing }: RegistryWord,
  nowUtcMs: number,
): Reason | undefined {
  const stands = standing && reason(`domain-${standing}`, { domain, band: bands[standing] });
  if (standing !== 'held' && stands) return stands;
  const days = endsUtcMs === undefined ? undefined : Math.floor((endsUtcMs - nowUtcMs) / dayMs);
  if (endsUtcMs !== undefined && days !== undefined && days < 0) {
    return reason('domain-expired', { domain, date: endsUtcMs, band: bands.expired });
  }
  if (stands || days === undefined) return stands;
  const band = warnDays.find((limit) => days <= limit);
  return band === undefined ? undefined : reason('domain-expiring', { domain, days, band });
}

/** How long what is said of the end of a domain stays as it is: the days to it are counted near it. */
export function domainLife(endsUtcMs: number, nowUtcMs: number): Life {
  const days = Math.floor((endsUtcMs - nowUtcMs) / dayMs);
  const fewest = days > warnDays[2] ? warnDays[2] + 1 : days;
  return {
    fromUtcMs: days > warnDays[2] || days < 0 ? -Infinity : endsUtcMs - (days + 1) * dayMs + 1,
    untilUtcMs: days < 0 ? Infinity : endsUtcMs - fewest * dayMs,
  };
}

/** Puts its domain beside each service that has one; a service that is up is degraded while its domain is in trouble. */
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
