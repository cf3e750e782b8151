/** What a status page said at one moment, in one shape for all formats, and why it could not be read. Pure. */
import * as v from 'valibot';
import { ReasonSchema } from '../observation/observation.ts';

/** Beyond these a feed is not believed, or its text is cut; lengths in characters. */
export const feedLimits = {
  text: 1024 * 1024,
  /** Entries of one list in the answer, before they are understood. */
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
/** Keys of components; empty when the feed names none. */
const Affects = v.pipe(v.array(Key), v.maxLength(feedLimits.affects));

export const FeedComponentSchema = v.object({
  key: Key,
  name: Title,
  group: v.optional(Title),
  verdict: v.picklist(feedVerdicts),
  /** Only where the feed itself shows the change. */
  sinceUtcMs: v.optional(Instant),
  /** When that was measured; absent where the feed does not say. */
  asOfUtcMs: v.optional(Instant),
  /** Nobody has measured for too long: what was measured last says nothing of now. */
  asleep: v.optional(v.literal(true)),
});
export type FeedComponent = Readonly<v.InferOutput<typeof FeedComponentSchema>>;

export const FeedIncidentSchema = v.object({
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

export const FeedMaintenanceSchema = v.object({
  id: Key,
  title: Title,
  text: v.optional(Body),
  startsUtcMs: v.optional(Instant),
  endsUtcMs: v.optional(Instant),
  affects: Affects,
  active: v.boolean(),
});
export type FeedMaintenance = Readonly<v.InferOutput<typeof FeedMaintenanceSchema>>;

/** Incidents that are over are left out: they explain nothing of now. */
export const FeedReadingSchema = v.object({
  components: v.pipe(v.array(FeedComponentSchema), v.maxLength(feedLimits.components)),
  incidents: v.pipe(v.array(FeedIncidentSchema), v.maxLength(feedLimits.incidents)),
  maintenance: v.pipe(v.array(FeedMaintenanceSchema), v.maxLength(feedLimits.maintenance)),
  /** What it means that a component is not listed: `up` only in a format that lists trouble alone. */
  unlisted: v.picklist(['up', 'unknown']),
  /** When that was measured, ms UTC; absent where the feed does not say. */
  asOfUtcMs: v.optional(Instant),
});
export type FeedReading = Readonly<v.InferOutput<typeof FeedReadingSchema>>;

/** Closed, so that each has a sentence in every language (`feed.fault.CODE`). */
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
  /** What went wrong on the way, for `no-answer`. */
  reason: v.optional(ReasonSchema),
});
export type FeedFault = Readonly<v.InferOutput<typeof FeedFaultSchema>>;

export function feedFault(
  code: FeedFault['code'],
  params: FeedFault['params'] = {},
): Readonly<Pick<FeedFault, 'code' | 'params'>> {
  return { code, params };
}

/** Thrown inside the parsers when an answer as a whole cannot be believed. */
export class FeedError extends Error {
  readonly fault: FeedFault;

  constructor(fault: FeedFault) {
    super(fault.code);
    this.name = 'FeedError';
    this.fault = fault;
  }
}
