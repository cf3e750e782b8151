/** One service of the co-op, as its document describes it. */
import * as v from 'valibot';
import type { Reason } from '../observation/observation.ts';
import { ServiceFeedSchema } from './feed.ts';
import { Id, ServiceReference, Text } from './parts.ts';
import { ProbeSchema } from './probe.ts';
import { says } from './remedy.ts';
import { StandbySchema } from './standby.ts';
import { WebAddress } from './web.ts';

/** Where to go while a service is down. */
export const InsteadSchema = v.object({ name: Text(80), url: v.optional(WebAddress) });

/** How sure the app must be before it says so; times in seconds. */
export const DampingSchema = v.object({
  /** Checks in a row that must fail before a service counts as down or degraded. */
  failures: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 3),
  /** Checks in a row that must succeed before it counts as up again. */
  successes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 2),
  /** Time between two checks while a verdict is being confirmed, in seconds. */
  confirmS: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(600)), 10),
});

export const ServiceSchema = v.object({
  id: Id,
  name: Text(80),
  description: v.optional(Text(280)),
  /** The page a member opens to use the service. */
  url: v.optional(WebAddress),
  /** Switched off on purpose: shown, never checked. */
  retired: v.optional(v.boolean(), false),
  probe: v.optional(ProbeSchema),
  /** What a status page says of it, beside its own probe or in place of one. */
  feed: v.optional(ServiceFeedSchema),
  /** Seconds between two checks while all is well. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(5), v.maxValue(86_400)), 60),
  damping: v.optional(DampingSchema, {}),
  instead: v.optional(InsteadSchema),
  /** The id of what this service stands on, such as its host: while that is down, it explains this one. */
  parent: v.optional(ServiceReference),
  standby: v.optional(StandbySchema),
  /** The registered domain whose end is watched, if the document names an RDAP server; of any script. */
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
export type Service = v.InferOutput<typeof ServiceSchema>;

/** A service, with the reason why it cannot be checked if its entry is faulty. */
export type KnownService = Readonly<{ service: Service; unreadable?: Reason }>;
