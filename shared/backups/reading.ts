/**
 * What a source reports about a target, in one format for all kinds of source. Missing information is left out, never
 * guessed.
 */
import * as v from 'valibot';
import { UtcMs } from '../time/utc-ms.ts';
import { shortList } from '../lists/short-list.ts';

const Bytes = v.pipe(v.number(), v.finite(), v.minValue(0));
const Words = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** One calendar day in the schedule's time zone. */
const DayReadingSchema = v.object({
  /** `2026-11-24` */
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Undefined if there was a run with an unknown result. */
  ok: v.optional(v.boolean()),
  error: v.optional(Words(300)),
  sizeBytes: v.optional(Bytes),
});
export type DayReading = Readonly<v.InferOutput<typeof DayReadingSchema>>;

export const daysLimit = 400;

export const TargetReadingSchema = v.object({
  /** Unique within its source. */
  id: Words(120),
  name: Words(120),
  schedule: v.optional(
    v.object({ cron: Words(100), timeZone: Words(64), graceS: v.pipe(v.number(), v.minValue(0)) }),
  ),
  lastAttempt: v.optional(
    v.object({ atUtcMs: UtcMs, ok: v.optional(v.boolean()), error: v.optional(Words(300)) }),
  ),
  lastSuccessUtcMs: v.optional(UtcMs),
  /** As reported by the source; otherwise derived from the schedule. */
  nextExpectedUtcMs: v.optional(UtcMs),
  /** Interval between runs according to the source, in s; `nextExpectedUtcMs` may then be that far ahead. */
  everyS: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  sizeBytes: v.optional(Bytes),
  retention: v.optional(
    v.object({ wantedDays: v.optional(v.number()), heldDays: v.optional(v.number()) }),
  ),
  /** Oldest first; undefined if the source has no daily information. */
  days: v.optional(shortList(DayReadingSchema, daysLimit)),
  /** The last integrity check. `never`: the source says that there has been none. */
  check: v.optional(
    v.union([
      v.literal('never'),
      v.object({ atUtcMs: UtcMs, ok: v.boolean(), error: v.optional(Words(300)) }),
    ]),
  ),
  /** The last pruning of old backups, which is not always done by the backup program. */
  upkeep: v.optional(v.object({ atUtcMs: UtcMs, ok: v.boolean(), error: v.optional(Words(300)) })),
  /** The program is paused, until a given time or indefinitely. */
  paused: v.optional(v.object({ untilUtcMs: v.optional(UtcMs) })),
  /** The last actual restore. `never`: the source says that there has been none. */
  drill: v.optional(
    v.union([
      v.literal('never'),
      v.object({
        atUtcMs: UtcMs,
        ok: v.boolean(),
        by: v.optional(Words(80)),
        asserted: v.optional(Words(300)),
        durationS: v.optional(v.pipe(v.number(), v.minValue(0))),
      }),
    ]),
  ),
  standby: v.optional(
    v.object({
      /** Time of the restored data. */
      restoredFromUtcMs: v.optional(UtcMs),
      restoredAtUtcMs: v.optional(UtcMs),
      reachable: v.optional(v.boolean()),
      /** In seconds; older data count as stale. */
      maxAgeS: v.optional(v.pipe(v.number(), v.minValue(0))),
    }),
  ),
  /** Name of the program: `borg`, `restic`, `zfs`. */
  tool: v.optional(Words(40)),
});
export type TargetReading = Readonly<v.InferOutput<typeof TargetReadingSchema>>;

/** Why a source could not be read; `path` is the place in its answer. Each code has a text (`backups.problem.CODE`). */
const sourceProblems = [
  'unreachable',
  'timeout',
  'too-large',
  'not-json',
  'html',
  'empty',
  'needs-newer',
  'unexpected',
  'future',
  'no-access',
  'http-status',
  'not-found',
  /** A file that is there. */
  'unreadable',
  'no-targets',
  'secret-missing',
  /** The document now specifies another way of access than when the secret was typed. */
  'secret-moved',
  /** The secret would be sent unencrypted. */
  'insecure',
] as const;
export const SourceProblemSchema = v.object({
  code: v.picklist(sourceProblems),
  path: v.optional(Words(300)),
  expected: v.optional(Words(200)),
  status: v.optional(v.number()),
});
export type SourceProblem = Readonly<v.InferOutput<typeof SourceProblemSchema>>;

export type ReadSource =
  | Readonly<{ ok: true; targets: readonly TargetReading[]; problems: readonly SourceProblem[] }>
  | Readonly<{ ok: false; problem: SourceProblem }>;
