/** The co-op document, version 1: everything the app knows about a co-op. No host is in the code; all are here. */
import * as v from 'valibot';
import { EchoInstanceSchema, echoLimit } from '../echo/instance.ts';
import { GithubSchema, MatrixSchema } from './accounts.ts';
import { BackupsSchema } from './backups.ts';
import { FeedSchema, ServiceFeedSchema, feedsLimit } from './feed.ts';
import { FeedbackPlanSchema } from './feedback.ts';
import { EmergencySchema } from './emergency.ts';
import { Host, Port } from './host.ts';
import { MaintenanceSchema, maintenanceLimit } from './maintenance.ts';
import { Id, ServiceReference, Text } from './parts.ts';
import { WebAddress } from './web.ts';
import { says } from './remedy.ts';
import { ProbeSchema } from './probe.ts';
import { StandbySchema } from './standby.ts';

import { QuietHoursSchema } from './quiet-hours.ts';

/** Size limit of a document in bytes; a co-op of thousands of services stays far below. */
export const documentLimitBytes = 1024 * 1024;

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
  /** A service that is gone on purpose: shown, never checked. */
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

/** Witnesses of one document. */
export const witnessesLimit = 8;

export const WebWitnessSchema = v.object({ url: WebAddress, contains: v.optional(Text(200)) });
export const PortWitnessSchema = v.object({ host: Host, port: Port });
/**
 * An address that answers whenever this machine is online, independent of the co-op's services.
 * `contains` is what a real answer holds, so that a captive portal's page is not taken for it.
 */
export const WitnessSchema = v.union([WebWitnessSchema, PortWitnessSchema]);
export type Witness = v.InferOutput<typeof WitnessSchema>;

/** Where the ends of domains are asked for; a domain is added to the address. */
export const RdapSchema = v.object({ url: WebAddress });

/** The frame of the document. Witnesses, services and feeds are parsed one by one, so that a bad one costs no other. */
export const CoopFrameSchema = v.object({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  name: Text(80),
  url: v.optional(WebAddress),
  witnesses: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(witnessesLimit)), []),
  quietHours: v.optional(QuietHoursSchema),
  services: v.pipe(v.array(v.unknown()), v.maxLength(5000)),
  feeds: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(feedsLimit)), []),
  /** Each of these is parsed on its own: a fault there costs no service. */
  maintenance: v.optional(v.unknown()),
  emergency: v.optional(v.unknown()),
  echo: v.optional(v.unknown()),
  rdap: v.optional(v.unknown()),
  matrix: v.optional(v.unknown()),
  github: v.optional(v.unknown()),
  feedback: v.optional(v.unknown()),
  backups: v.optional(v.unknown()),
});

/** The whole document as one schema: what `docs/coop.schema.json` is generated from. */
export const CoopDocumentSchema = v.object({
  ...CoopFrameSchema.entries,
  witnesses: v.optional(v.pipe(v.array(WitnessSchema), v.maxLength(witnessesLimit)), []),
  services: v.pipe(v.array(ServiceSchema), v.maxLength(5000)),
  feeds: v.optional(v.pipe(v.array(FeedSchema), v.maxLength(feedsLimit)), []),
  maintenance: v.optional(v.pipe(v.array(MaintenanceSchema), v.maxLength(maintenanceLimit)), []),
  emergency: v.optional(EmergencySchema),
  echo: v.optional(v.pipe(v.array(EchoInstanceSchema), v.maxLength(echoLimit)), []),
  rdap: v.optional(RdapSchema),
  matrix: v.optional(MatrixSchema),
  github: v.optional(GithubSchema),
  feedback: v.optional(FeedbackPlanSchema),
  backups: v.optional(BackupsSchema),
});
