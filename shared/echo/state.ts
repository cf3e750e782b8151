/** What the window knows of the echo test. It has an event of its own: progress comes four times a second. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { FailureSchema, steps } from './failure.ts';
import { MeasurementSchema, SampleSchema } from './measurement.ts';
import { MySideSchema } from './local-checks.ts';
import { VerdictSchema } from './verdict-view.ts';
import { UtcMs } from '../time/utc-ms.ts';

export const InstanceId = v.pipe(v.string(), v.regex(serviceIdPattern));

export const InstanceViewSchema = v.object({
  id: InstanceId,
  name: v.string(),
  /** The host that the document names; a short link may lead to another, and a run shows which. */
  host: v.string(),
  serviceId: v.optional(v.string()),
  hasRoom: v.boolean(),
  /** The address of its API, which its shared secret is for. */
  api: v.optional(v.string()),
  /** Typed by the member, not named by the document. */
  own: v.boolean(),
});
export type InstanceView = Readonly<v.InferOutput<typeof InstanceViewSchema>>;

/** One finished test. Holds no address of a person, no token and no link. */
export const ResultSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(64)),
  instance: v.object({
    id: v.pipe(v.string(), v.maxLength(64)),
    name: v.pipe(v.string(), v.maxLength(80)),
  }),
  /** Where the room was found in the end. */
  host: v.optional(v.pipe(v.string(), v.maxLength(253))),
  atUtcMs: UtcMs,
  /** Of the machine that tested, such as `Asia/Tokyo`. */
  timeZone: v.pipe(v.string(), v.maxLength(64)),
  /** As the member typed it: "Osaka, home wifi". */
  place: v.optional(v.pipe(v.string(), v.maxLength(80))),
  durationMs: v.number(),
  app: v.pipe(v.string(), v.maxLength(40)),
  system: v.pipe(v.string(), v.maxLength(80)),
  measurement: MeasurementSchema,
  mySide: v.optional(MySideSchema),
  /** Why it ended early; what was measured by then stays. */
  failure: v.optional(FailureSchema),
  verdict: VerdictSchema,
  /** From a report that somebody sent: kept until the app ends, never as one of our own. */
  taken: v.optional(v.literal(true)),
});
export type Result = Readonly<v.InferOutput<typeof ResultSchema>>;

export const RunViewSchema = v.object({
  instance: v.object({ id: v.string(), name: v.string() }),
  step: v.picklist(steps),
  host: v.optional(v.string()),
  startedAtUtcMs: v.number(),
  /** How long the measuring takes, in s. */
  measureS: v.number(),
  samples: v.array(SampleSchema),
  /** The place in a comparison: run 3 of 4. */
  part: v.optional(v.object({ number: v.number(), of: v.number() })),
});
export type RunView = Readonly<v.InferOutput<typeof RunViewSchema>>;

export const EchoStateSchema = v.object({
  instances: v.array(InstanceViewSchema),
  run: v.optional(RunViewSchema),
  /** The newest first. */
  results: v.array(ResultSchema),
  /** Ids of the results of the last comparison, once it is whole. */
  comparison: v.optional(v.array(v.string())),
  /** What the member types of themselves, kept for the next time. */
  settings: v.object({ guestName: v.string(), place: v.string() }),
});
export type EchoState = Readonly<v.InferOutput<typeof EchoStateSchema>>;
