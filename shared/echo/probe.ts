/** What main and the probe tell each other. It reads what a server says: all of it is checked. */
import * as v from 'valibot';
import { FailureSchema } from './failure.ts';
import type { FoundAddresses } from './media-addresses.ts';
import { MeasurementSchema, SampleSchema } from './measurement.ts';

/** What the probe is given when it starts. Serialised into the call. */
export type ProbeOptions = Readonly<{
  /** `wss://HOST/bbb-webrtc-sfu?sessionToken=…` */
  signallingUrl: string;
  /** `https://HOST/bigbluebutton/api/stuns?sessionToken=…` */
  stunsUrl: string;
  /** Of the STUN and TURN servers in its answer. */
  addresses: FoundAddresses;
  /** How long chirps are sent, in s. */
  measureS: number;
}>;

/** What the probe answers whenever it is asked. */
export const ProbeProgressSchema = v.object({
  step: v.picklist(['connect', 'measure', 'done']),
  samples: v.pipe(v.array(SampleSchema), v.maxLength(120)),
  /** Set once the step is `done`: what was measured, and why it ended early if it did. */
  outcome: v.optional(
    v.object({ measurement: MeasurementSchema, failure: v.optional(FailureSchema) }),
  ),
});
export type ProbeProgress = Readonly<v.InferOutput<typeof ProbeProgressSchema>>;

/** The name under which the probe stands in its isolated world: `begin(options)`, `progress()`, `stop()`. */
export const probeGlobal = 'coopTrayProbe';
