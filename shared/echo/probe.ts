/** Protocol between main and the probe. The probe handles a server's data, so everything is validated. */
import * as v from 'valibot';
import { FailureSchema } from './failure.ts';
import type { FoundAddresses } from './media-addresses.ts';
import { MeasurementSchema, SampleSchema } from './measurement.ts';
import { blames } from './verdict-view.ts';

/** Options at the start of the probe; serialised into the call. */
export type ProbeOptions = Readonly<{
  /** `wss://HOST/bbb-webrtc-sfu?sessionToken=…` */
  signallingUrl: string;
  /** `https://HOST/bigbluebutton/api/stuns?sessionToken=…` */
  stunsUrl: string;
  /** Addresses of the STUN and TURN servers in that response. */
  addresses: FoundAddresses;
  /** How long chirps are sent, in s. */
  measureS: number;
  /** Looks at times whether the verdict can still change. */
  looks: boolean;
}>;

/** Progress, returned on request. */
export const ProbeProgressSchema = v.object({
  step: v.picklist(['connect', 'measure', 'done']),
  samples: v.pipe(v.array(SampleSchema), v.maxLength(120)),
  /** The blame that was certain at the last look. */
  settled: v.optional(v.picklist(blames)),
  /** Set once the step is `done`: the measurement, and the failure if it ended early. */
  outcome: v.optional(
    v.object({ measurement: MeasurementSchema, failure: v.optional(FailureSchema) }),
  ),
});
export type ProbeProgress = Readonly<v.InferOutput<typeof ProbeProgressSchema>>;

/** The probe's global in its isolated world: `begin(options)`, `progress()`, `stop()`. */
export const probeGlobal = 'coopTrayProbe';
