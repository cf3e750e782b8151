/** What a member sees of a service: its record, adjusted for its age and our connectivity. Pure. */
import * as v from 'valibot';
import { ReportedSchema } from '../triage/reported.ts';
import type { Connectivity, ConnectivityState } from '../net/connectivity.ts';
import type { Service } from '../coop/service.ts';
import { FeedViewSchema } from './feed-view.ts';
import { AcknowledgementSchema, MuteSchema } from '../triage/mutes.ts';
import { SeenBySchema, UnreadNotesSchema } from '../triage/sharing.ts';
import type { ServiceRecord } from './machine.ts';
import { isStale } from './machine.ts';
import { remarks } from '../observation/remark.ts';
import type { Reason, ReasonCode } from '../observation/observation.ts';
import { DomainViewSchema } from './domain-view.ts';
import { StandbyViewSchema } from './standby-view.ts';
import {
  CertificateSchema,
  ReasonSchema,
  TimingsSchema,
  reason,
  verdicts,
} from '../observation/observation.ts';

export const ServiceViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.optional(v.string()),
  /** Heading under which it is listed. */
  group: v.optional(v.string()),
  /** Set if members do not use it; see `impactOf`. */
  audience: v.optional(v.literal('admins')),
  /** Whether the document names a page to open. */
  hasPage: v.boolean(),
  instead: v.optional(v.object({ name: v.string(), hasPage: v.boolean() })),
  standby: v.optional(StandbyViewSchema),
  verdict: v.picklist(verdicts),
  reason: v.optional(ReasonSchema),
  sinceUtcMs: v.number(),
  asOfUtcMs: v.optional(v.number()),
  /** A change being confirmed: `failing` on the way down, `recovering` on the way up. */
  checking: v.optional(v.picklist(['failing', 'recovering'])),
  /** The last known verdict, while the current one is unknown. */
  lastKnown: v.optional(v.picklist(verdicts)),
  /** The root cause of its trouble: a service that it depends on. */
  explainedBy: v.optional(v.object({ id: v.string(), name: v.string() })),
  /** Planned maintenance, under way or starting within a day. */
  maintenance: v.optional(
    v.object({ title: v.string(), startsUtcMs: v.number(), endsUtcMs: v.number() }),
  ),
  intervalMs: v.number(),
  timings: v.optional(TimingsSchema),
  certificate: v.optional(CertificateSchema),
  /** Protocol faults in its answer, for its administrators. */
  remarks: v.optional(v.array(v.picklist(remarks))),
  /** The proxy of the last check, as `host:port`. */
  proxy: v.optional(v.string()),
  /** What its status page says. */
  feed: v.optional(FeedViewSchema),
  domain: v.optional(DomainViewSchema),
  /** Among the member's own services. */
  starred: v.optional(v.literal(true)),
  /** Snoozed by the member; not counted in the overall state. */
  muted: v.optional(MuteSchema),
  /** What the co-op itself reports about it. */
  reported: v.optional(ReportedSchema),
  /** Acknowledged by the member; still counted. */
  acknowledged: v.optional(AcknowledgementSchema),
  /** Other members' acknowledgements, newest first; they do not affect notifications. */
  seenBy: v.optional(v.array(SeenBySchema)),
  unreadNotes: v.optional(UnreadNotesSchema),
});
export type ServiceView = Readonly<v.InferOutput<typeof ServiceViewSchema>>;

/** The current verdict: unknown if the record is stale or we are offline. */
export function viewService(
  service: Service,
  record: ServiceRecord,
  connectivity: Connectivity,
  nowUtcMs: number,
): ServiceView {
  const intervalMs = service.intervalS * 1000;
  const blind = blindness(record, connectivity, nowUtcMs, intervalMs);
  return {
    ...describe(service),
    ...(blind ? blinded(record, blind, connectivity) : seen(record)),
    intervalMs,
    ...(record.asOfUtcMs === undefined ? {} : { asOfUtcMs: record.asOfUtcMs }),
    ...(record.timings ? { timings: record.timings } : {}),
    ...(record.certificate ? { certificate: record.certificate } : {}),
    ...(record.remarks ? { remarks: [...record.remarks] } : {}),
    ...(record.proxy ? { proxy: record.proxy } : {}),
  };
}

function describe(service: Service) {
  return {
    id: service.id,
    name: service.name,
    ...(service.description ? { description: service.description } : {}),
    ...(service.group ? { group: service.group } : {}),
    ...(service.audience === 'admins' ? { audience: service.audience } : {}),
    hasPage: service.url !== undefined,
    ...(service.instead
      ? { instead: { name: service.instead.name, hasPage: service.instead.url !== undefined } }
      : {}),
  };
}

function seen(record: ServiceRecord) {
  const direction = record.pending?.direction;
  return {
    verdict: record.verdict,
    sinceUtcMs: record.sinceUtcMs,
    ...(record.reason ? { reason: record.reason } : {}),
    ...(record.lastKnown ? { lastKnown: record.lastKnown.verdict } : {}),
    ...(direction
      ? { checking: direction === 'worse' ? ('failing' as const) : ('recovering' as const) }
      : {}),
  };
}

function blinded(record: ServiceRecord, why: Reason, connectivity: Connectivity) {
  return {
    verdict: 'unknown' as const,
    sinceUtcMs: why.code === 'stale' ? record.sinceUtcMs : connectivity.sinceUtcMs,
    reason: why,
    lastKnown: record.verdict,
  };
}

const blindingStates: Readonly<Partial<Record<ConnectivityState, ReasonCode>>> = {
  offline: 'offline',
  captive: 'captive',
  waking: 'waking',
  'proxy-silent': 'proxy-silent',
  'proxy-login': 'proxy-login',
};

/** Why the record says nothing about the present; undefined if it does. */
function blindness(
  record: ServiceRecord,
  connectivity: Connectivity,
  nowUtcMs: number,
  intervalMs: number,
): Reason | undefined {
  if (record.verdict === 'retired' || record.verdict === 'unknown') return undefined;
  const code = blindingStates[connectivity.state];
  if (code) return reason(code);
  return isStale(record, nowUtcMs, intervalMs) ? reason('stale') : undefined;
}

/** Fields that features add to the view of a service. */
export type Annotations = Partial<Pick<ServiceView, 'reported' | 'seenBy' | 'unreadNotes'>>;
