/** The echo test's state in the window. It has its own event, because progress comes four times a second. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { FailureSchema, steps } from './failure.ts';
import { MeasurementSchema, SampleSchema } from './measurement.ts';
import { MySideSchema } from './local-checks.ts';
import { VerdictSchema } from './verdict-view.ts';
import { UtcMs } from '../time/utc-ms.ts';

export const InstanceId = v.pipe(v.string(), v.regex(serviceIdPattern));

const InstanceViewSchema = v.object({
  id: InstanceId,
  name: v.string(),
  /** The host in the document; a short link may lead elsewhere, which the run shows. */
  host: v.string(),
  serviceId: v.optional(v.string()),
  hasRoom: v.boolean(),
  /** URL of its API, which the shared secret is for. */
  api: v.optional(v.string()),
  /** Added by the member, not in the document. */
  own: v.boolean(),
});
export type InstanceView = Readonly<v.InferOutput<typeof InstanceViewSchema>>;

/** A finished test. Contains no personal address, token or link. */
export const ResultSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(64)),
  instance: v.object({
    id: v.pipe(v.string(), v.maxLength(64)),
    name: v.pipe(v.string(), v.maxLength(80)),
  }),
  /** The host after all redirects. */
  host: v.optional(v.pipe(v.string(), v.maxLength(253))),
  atUtcMs: UtcMs,
  /** Time zone of the testing machine, such as `Asia/Tokyo`. */
  timeZone: v.pipe(v.string(), v.maxLength(64)),
  /** As typed by the member: "Osaka, home wifi". */
  place: v.optional(v.pipe(v.string(), v.maxLength(80))),
  durationMs: v.number(),
  app: v.pipe(v.string(), v.maxLength(40)),
  system: v.pipe(v.string(), v.maxLength(80)),
  measurement: MeasurementSchema,
  mySide: v.optional(MySideSchema),
  /** Why it ended early; the measurement so far remains. */
  failure: v.optional(FailureSchema),
  verdict: VerdictSchema,
  /** Opened from someone else's report: dropped when the app quits, and never counted as our own. */
  taken: v.optional(v.literal(true)),
});
export type Result = Readonly<v.InferOutput<typeof ResultSchema>>;

export const RunViewSchema = v.object({
  instance: v.object({ id: v.string(), name: v.string() }),
  step: v.picklist(steps),
  host: v.optional(v.string()),
  startedAtUtcMs: v.number(),
  /** Duration of the measurement, in s. */
  measureS: v.number(),
  samples: v.array(SampleSchema),
  /** Position in a comparison: run 3 of 4. */
  part: v.optional(v.object({ number: v.number(), of: v.number() })),
});
export type RunView = Readonly<v.InferOutput<typeof RunViewSchema>>;

export const EchoStateSchema = v.object({
  instances: v.array(InstanceViewSchema),
  run: v.optional(RunViewSchema),
  /** Newest first. */
  results: v.array(ResultSchema),
  /** Ids of the results of the last complete comparison. */
  comparison: v.optional(v.array(v.string())),
  /** What the member typed, saved for the next test. */
  settings: v.object({ guestName: v.string(), place: v.string() }),
});
export type EchoState = Readonly<v.InferOutput<typeof EchoStateSchema>>;
