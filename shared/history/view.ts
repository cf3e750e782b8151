/** A service's history, as the window gets it. */
import * as v from 'valibot';
import { ReasonSchema } from '../observation/observation.ts';
import { kinds, measures, troubles } from './kinds.ts';

export const ranges = ['day', 'week', 'quarter'] as const;
export type Range = (typeof ranges)[number];

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const TimeByKindSchema = v.object(v.entriesFromList(kinds, v.number()));

const PeriodSchema = v.object({
  time: TimeByKindSchema,
  /** Unwatched time, in ms. */
  unwatchedMs: v.number(),
});

const StripDaySchema = v.object({ ...PeriodSchema.entries, date: v.string() });

export const IncidentViewSchema = v.object({
  kind: v.picklist(troubles),
  fromUtcMs: v.number(),
  toUtcMs: v.number(),
  /** `unseen`: the app stopped watching before it ended. */
  end: v.picklist(['seen', 'open', 'unseen']),
  reason: v.optional(ReasonSchema),
});
export type IncidentView = Readonly<v.InferOutput<typeof IncidentViewSchema>>;

/** One point of the chart: means over its step, in ms; what was not measured is absent. */
const PointSchema = v.object({
  atUtcMs: v.number(),
  means: v.partial(v.object(v.entriesFromList(measures, v.number()))),
  /** Of the whole check, in ms. */
  fastest: v.optional(v.number()),
  slowest: v.optional(v.number()),
});
export type Point = Readonly<v.InferOutput<typeof PointSchema>>;

export const HistoryViewSchema = v.object({
  /** The last 90 days, oldest first; the last is today. */
  strip: v.array(StripDaySchema),
  /** The last 24 hours (from the first whole one), 7 days and 30 days. */
  uptimes: v.object({ day: PeriodSchema, week: PeriodSchema, month: PeriodSchema }),
  /** Newest first. */
  incidents: v.array(IncidentViewSchema),
  /** Number of incidents left out, to keep the list short. */
  olderIncidents: v.number(),
  range: v.picklist(ranges),
  /** The time that the range spans. */
  fromUtcMs: v.number(),
  untilUtcMs: v.number(),
  /** The time that one point covers, in ms. */
  stepMs: v.number(),
  points: v.array(PointSchema),
});
export type HistoryView = Readonly<v.InferOutput<typeof HistoryViewSchema>>;

/**
 * Why history is missing or incomplete; each has a sentence in the catalogue (`history.problem.CODE`). `set-aside`: the
 * database was damaged, and a new one was started.
 */
const historyProblems = ['set-aside', 'newer', 'unwritable', 'unavailable'] as const;

export const HistoryProblemSchema = v.object({
  code: v.picklist(historyProblems),
  /** The name of the damaged file. */
  file: v.optional(v.string()),
});
export type HistoryProblem = Readonly<v.InferOutput<typeof HistoryProblemSchema>>;
