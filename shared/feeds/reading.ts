/** The state of a status page in one format for all feed types, and why it could not be loaded. Pure. */
import * as v from 'valibot';
import { ReasonSchema } from '../observation/observation.ts';

/** Beyond these limits a feed is rejected or its text truncated; lengths in characters. */
export const feedLimits = {
  text: 1024 * 1024,
  /** Raw entries of one list in the answer. */
  entries: 10_000,
  components: 2000,
  incidents: 200,
  maintenance: 200,
  affects: 200,
  key: 200,
  title: 200,
  body: 1000,
} as const;

export const feedVerdicts = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;
export type FeedVerdict = (typeof feedVerdicts)[number];

const Key = v.pipe(v.string(), v.minLength(1), v.maxLength(feedLimits.key));
const Title = v.pipe(v.string(), v.minLength(1), v.maxLength(feedLimits.title));
const Body = v.pipe(v.string(), v.minLength(1), v.maxLength(feedLimits.body));
const Instant = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Component keys; empty if the feed has none. */
const Affects = v.pipe(v.array(Key), v.maxLength(feedLimits.affects));

const FeedComponentSchema = v.object({
  key: Key,
  name: Title,
  group: v.optional(Title),
  verdict: v.picklist(feedVerdicts),
  /** Only if the feed itself includes the change. */
  sinceUtcMs: v.optional(Instant),
  /** When it was measured; absent if the feed does not say. */
  asOfUtcMs: v.optional(Instant),
  /** The last measurement is too old to be meaningful. */
  asleep: v.optional(v.literal(true)),
});
export type FeedComponent = Readonly<v.InferOutput<typeof FeedComponentSchema>>;

const FeedIncidentSchema = v.object({
  id: Key,
  title: Title,
  text: v.optional(Body),
  state: v.picklist(['investigating', 'identified', 'monitoring', 'unknown']),
  impact: v.picklist(['none', 'minor', 'major', 'critical', 'unknown']),
  startedAtUtcMs: v.optional(Instant),
  updatedAtUtcMs: v.optional(Instant),
  affects: Affects,
});
export type FeedIncident = Readonly<v.InferOutput<typeof FeedIncidentSchema>>;

const FeedMaintenanceSchema = v.object({
  id: Key,
  title: Title,
  text: v.optional(Body),
  startsUtcMs: v.optional(Instant),
  endsUtcMs: v.optional(Instant),
  affects: Affects,
  active: v.boolean(),
});
export type FeedMaintenance = Readonly<v.InferOutput<typeof FeedMaintenanceSchema>>;

/** Excludes resolved incidents. */
export const FeedReadingSchema = v.object({
  components: v.pipe(v.array(FeedComponentSchema), v.maxLength(feedLimits.components)),
  incidents: v.pipe(v.array(FeedIncidentSchema), v.maxLength(feedLimits.incidents)),
  maintenance: v.pipe(v.array(FeedMaintenanceSchema), v.maxLength(feedLimits.maintenance)),
  /** Verdict of unlisted components: `up` only for formats that list trouble alone. */
  unlisted: v.picklist(['up', 'unknown']),
  /** When it was measured, ms UTC; absent if the feed does not say. */
  asOfUtcMs: v.optional(Instant),
});
export type FeedReading = Readonly<v.InferOutput<typeof FeedReadingSchema>>;

/** Each has a text in the catalogue (`feed.fault.CODE`). */
export const feedFaultCodes = [
  'no-answer',
  'no-access',
  'status',
  'too-large',
  'html-instead',
  'not-json',
  'wrong-shape',
  'too-many',
  'internal',
] as const;

export const FeedFaultSchema = v.object({
  code: v.picklist(feedFaultCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** Network error, for `no-answer`. */
  reason: v.optional(ReasonSchema),
});
export type FeedFault = Readonly<v.InferOutput<typeof FeedFaultSchema>>;

export function feedFault(
  code: FeedFault['code'],
  params: FeedFault['params'] = {},
): Readonly<Pick<FeedFault, 'code' | 'params'>> {
  return { code, params };
}

/** Thrown by the parsers if an answer is unusable. */
export class FeedError extends Error {
  readonly fault: FeedFault;

  constructor(fault: FeedFault) {
    super(fault.code);
    this.name = 'FeedError';
    this.fault = fault;
  }
}
