/**
 * The format `coop-backups/1`; docs/coop-backups.schema.json is generated from it. Overlong texts are truncated, not
 * rejected.
 */
import * as v from 'valibot';
import { cronPattern, timeZone } from '../coop/cron.ts';
import { textOf } from '../feeds/fields.ts';
import { parseInstant } from '../time/instant.ts';
import { daysLimit } from './reading.ts';
import { shortList } from '../lists/short-list.ts';

export const formatName = 'coop-backups/1';
/** Size of the whole file. */
export const formatLimitBytes = 1024 * 1024;
export const targetsLimit = 200;
const longestGraceS = 7 * 86_400;
const mostDays = 3660;
const earliestUtcMs = Date.UTC(2000, 0, 1);

/** The offset is required: a time without one means a different instant for each reader. Becomes ms UTC. */
export const Instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/,
    'must be a time with its offset, such as 2026-11-24T02:10:00Z or 2026-11-23T21:10:00-05:00',
  ),
  v.transform((text) => parseInstant(text) ?? Number.NaN),
  v.check((at) => at >= earliestUtcMs, 'must be a time that exists, and not before 2000'),
);

const CalendarDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as 2026-11-24'),
  v.check(
    (day) => parseInstant(`${day}T00:00:00Z`) !== undefined && day >= '2000',
    'must be a day that exists, and not before 2000',
  ),
);

/** Program output may be long and multi-line; it becomes one line of at most `max` characters. */
const Said = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => textOf(text, max)),
  );

const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const Days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostDays));
const Seconds = (max: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(max));

export const TargetSchema = v.object({
  /** Stable and unique within the file. */
  id: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  /** Display name; defaults to the id. */
  name: v.optional(Said(120)),
  schedule: v.optional(
    v.object({
      cron: cronPattern('must be a cron pattern of five parts'),
      timeZone: timeZone('must be an IANA time zone'),
      /** Seconds after its start time within which a run must finish. */
      graceS: v.optional(Seconds(longestGraceS), 3600),
    }),
  ),
  /** The end of the last run; if `ok` is missing, it is still running. */
  lastAttempt: v.optional(
    v.object({ at: Instant, ok: v.optional(v.boolean()), error: v.optional(Said(300)) }),
  ),
  lastSuccess: v.optional(Instant),
  nextExpected: v.optional(Instant),
  sizeBytes: v.optional(Bytes),
  retention: v.optional(v.object({ wantedDays: v.optional(Days), heldDays: v.optional(Days) })),
  /** One entry per day on which a run started, in the schedule's time zone, otherwise UTC. */
  days: v.optional(
    shortList(
      v.object({
        day: CalendarDay,
        ok: v.boolean(),
        error: v.optional(Said(300)),
        sizeBytes: v.optional(Bytes),
      }),
      daysLimit,
      `must be at most ${daysLimit} days`,
    ),
  ),
  check: v.optional(
    v.union([
      v.literal('never'),
      v.object({ at: Instant, ok: v.boolean(), error: v.optional(Said(300)) }),
    ]),
  ),
  drill: v.optional(
    v.union([
      v.literal('never'),
      v.object({
        at: Instant,
        ok: v.boolean(),
        by: v.optional(Said(80)),
        /** What was checked to confirm the restore. */
        asserted: v.optional(Said(300)),
        durationS: v.optional(Seconds(366 * 86_400)),
      }),
    ]),
  ),
  standby: v.optional(
    v.object({
      /** Time of the data on the standby. */
      restoredFrom: v.optional(Instant),
      restoredAt: v.optional(Instant),
      reachable: v.optional(v.boolean()),
      maxAgeS: v.optional(Seconds(366 * 86_400)),
    }),
  ),
  tool: v.optional(Said(40)),
});
export type WrittenTarget = v.InferOutput<typeof TargetSchema>;

/** The whole file, for the JSON Schema; the reader parses targets one by one. */
export const CoopBackupsSchema = v.object({
  $schema: v.optional(v.string()),
  format: v.literal(formatName),
  written: Instant,
  targets: v.pipe(v.array(TargetSchema), v.minLength(1), v.maxLength(targetsLimit)),
});

export const FrameSchema = v.object({
  format: v.literal(formatName),
  written: Instant,
  targets: v.pipe(
    v.array(v.unknown()),
    v.maxLength(targetsLimit, `must be at most ${targetsLimit} targets`),
  ),
});
