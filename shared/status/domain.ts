/** When a domain's registration ends, as RDAP (RFC 9083) tells it, and what that means for its service. Pure. */
import * as v from 'valibot';
import { parseJson } from '../json.ts';
import type { Service } from '../coop/document.ts';
import type { Reason } from './observation.ts';
import { reason } from './observation.ts';
import { parseInstant } from './standby.ts';
import type { ServiceView } from './view.ts';

const dayMs = 86_400_000;
/** Days before the end at which a member is told, as for certificates. */
const warnDays = [7, 14, 21] as const;

const DomainSchema = v.object({
  objectClassName: v.optional(v.literal('domain')),
  ldhName: v.optional(v.pipe(v.string(), v.maxLength(253))),
  events: v.pipe(
    v.array(v.object({ eventAction: v.string(), eventDate: v.optional(v.string()) })),
    v.maxLength(100),
  ),
});

/** The end in ms UTC; undefined when the answer is not about `domain` or does not tell it. */
export function parseExpiry(text: string, domain: string): number | undefined {
  const parsed = v.safeParse(DomainSchema, parseJson(text));
  if (!parsed.success) return undefined;
  const { ldhName, events } = parsed.output;
  if (ldhName !== undefined && bare(ldhName) !== bare(domain)) return undefined;
  return parseInstant(events.find((one) => one.eventAction === 'expiration')?.eventDate);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** What the end says of the service; undefined while it is far. The reason's `band` is the step reached. */
export function judgeDomain(
  domain: string,
  endsUtcMs: number,
  nowUtcMs: number,
): Reason | undefined {
  const days = Math.floor((endsUtcMs - nowUtcMs) / dayMs);
  if (days < 0) return reason('domain-expired', { domain, date: endsUtcMs, band: 0 });
  const band = warnDays.find((limit) => days <= limit);
  return band === undefined ? undefined : reason('domain-expiring', { domain, days, band });
}

export const DomainViewSchema = v.object({
  name: v.string(),
  /** Absent when the registry does not tell, or has not been asked yet. */
  endsUtcMs: v.optional(v.number()),
});
export type DomainView = Readonly<v.InferOutput<typeof DomainViewSchema>>;

/** Puts its domain beside each service that has one; a service that is up is degraded while its domain ends. */
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
    const ending =
      domain.endsUtcMs === undefined
        ? undefined
        : judgeDomain(domain.name, domain.endsUtcMs, nowUtcMs);
    if (!ending || view.verdict !== 'up') return { ...view, domain };
    return { ...view, domain, verdict: 'degraded', reason: ending };
  });
}
