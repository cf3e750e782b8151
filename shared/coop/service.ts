import * as v from 'valibot';
import { audiences } from './audience.ts';
import type { Reason } from '../observation/observation.ts';
import { ServiceFeedSchema } from './feed.ts';
import { Id, ServiceReference } from './parts.ts';
import { ProbeSchema } from './probe.ts';
import { says } from './remedy.ts';
import { StandbySchema } from './standby.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { WebAddress } from './web.ts';

/** Where to go while a service is down. */
const InsteadSchema = v.object({ name: TextsOf(80), url: v.optional(WebAddress) });

export const ServiceGroup = TextsOf(40);

/** How often a result must be confirmed before the status changes. */
export const DampingSchema = v.object({
  /** Consecutive failures before a service counts as down or degraded. */
  failures: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 3),
  /** Consecutive successes before it counts as up again. */
  successes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 2),
  /** Seconds between checks while a change is being confirmed. */
  confirmS: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(600)), 10),
});

export const ServiceSchema = v.object({
  id: Id,
  name: TextsOf(80),
  description: v.optional(TextsOf(280)),
  /** Heading under which it is listed, with the other services that name it. */
  group: v.optional(ServiceGroup),
  /** Whom it is for, by default members; the trouble of a service for administrators does not concern others. */
  audience: v.optional(v.picklist(audiences)),
  /** Page where members use the service. */
  url: v.optional(WebAddress),
  /** Shut down on purpose: shown, but not checked. */
  retired: v.optional(v.boolean(), false),
  probe: v.optional(ProbeSchema),
  /** A component of a status page, in addition to the probe or instead of it. */
  feed: v.optional(ServiceFeedSchema),
  /** Seconds between checks while the status is stable. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(5), v.maxValue(86_400)), 60),
  damping: v.optional(DampingSchema, {}),
  instead: v.optional(InsteadSchema),
  /** Id of the service that this one depends on, such as its host; while that is down, it is the root cause. */
  parent: v.optional(ServiceReference),
  standby: v.optional(StandbySchema),
  /** The registered domain, in any script; its expiry is checked if the document has an RDAP server. */
  domain: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(253),
      v.toLowerCase(),
      v.regex(
        /^([a-z0-9\u0080-\uFFFF]([a-z0-9\u0080-\uFFFF-]{0,61}[a-z0-9\u0080-\uFFFF])?\.)+[a-z0-9\u0080-\uFFFF-]{2,63}$/,
        says('domain'),
      ),
    ),
  ),
});
export type Service = Chosen<v.InferOutput<typeof ServiceSchema>>;

/** `unreadable`: why the service cannot be checked, if its entry is invalid. */
export type KnownService = Readonly<{ service: Service; unreadable?: Reason }>;
