/** What a source says of one backup target, whatever kind of source it is. What it does not say is left out, never guessed. */
import * as v from 'valibot';
import { UtcMs } from '../time/utc-ms.ts';
import { shortList } from '../lists/short-list.ts';

const Bytes = v.pipe(v.number(), v.finite(), v.minValue(0));
const Words = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** One calendar day in the schedule's zone. */
export const DayReadingSchema = v.object({
  /** `2026-11-24` */
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Undefined where there was something, and what became of the backup is not known. */
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
  /** As the source itself expects it; else the schedule tells. */
  nextExpectedUtcMs: v.optional(UtcMs),
  /** How far the runs are apart by the source's own word, in s; `nextExpectedUtcMs` may then be as far ahead. */
  everyS: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  sizeBytes: v.optional(Bytes),
  retention: v.optional(
    v.object({ wantedDays: v.optional(v.number()), heldDays: v.optional(v.number()) }),
  ),
  /** The oldest first; undefined where the source tells nothing of single days. */
  days: v.optional(shortList(DayReadingSchema, daysLimit)),
  /** The last integrity check. `never`: the source says that there was none yet. */
  check: v.optional(
    v.union([
      v.literal('never'),
      v.object({ atUtcMs: UtcMs, ok: v.boolean(), error: v.optional(Words(300)) }),
    ]),
  ),
  /** The last time that old copies were cleared away, which is not always of the backup's own doing. */
  upkeep: v.optional(v.object({ atUtcMs: UtcMs, ok: v.boolean(), error: v.optional(Words(300)) })),
  /** The program makes no backup, until an instant or until somebody lets it go on. */
  paused: v.optional(v.object({ untilUtcMs: v.optional(UtcMs) })),
  /** The last time that something was really restored. `never`: the source says that it was not yet. */
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
      /** The age of what was restored there. */
      restoredFromUtcMs: v.optional(UtcMs),
      restoredAtUtcMs: v.optional(UtcMs),
      reachable: v.optional(v.boolean()),
      /** Older data count as stale, in seconds. */
      maxAgeS: v.optional(v.pipe(v.number(), v.minValue(0))),
    }),
  ),
  /** The program, in a word: `borg`, `restic`, `zfs`. */
  tool: v.optional(Words(40)),
});
export type TargetReading = Readonly<v.InferOutput<typeof TargetReadingSchema>>;

/** Why a source could not be read; `path` is where in its answer, and each code has a sentence (`backups.problem.CODE`). */
export const sourceProblems = [
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
  'no-targets',
  'secret-missing',
  /** The document asks in another way than when the secret was typed. */
  'secret-moved',
  /** Its secret could be read on the way. */
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
