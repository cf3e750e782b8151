/** The backups as shown to a member. */
import * as v from 'valibot';
import { RoomViewSchema } from '../room-export/room-view.ts';
import { SourceProblemSchema } from './reading.ts';

/** Most severe first. `unknown` is never good: no information means an unknown state. */
export const backupStates = ['bad', 'unknown', 'warning', 'good'] as const;
export type BackupState = (typeof backupStates)[number];

/** Each has a text in the catalogue (`backups.finding.CODE`) with `params`. */
export const findingCodes = [
  'failed',
  'late',
  'never-ran',
  'gone',
  'empty',
  'paused',
  'missing-days',
  'retention-short',
  'shrunk',
  'check-failed',
  'check-old',
  'check-never',
  'upkeep-failed',
  'drill-failed',
  'drill-never',
  'drill-old',
  'standby-stale',
  'standby-unreachable',
  'standby-unknown',
  'no-schedule',
  'stale-reading',
  'clock-wrong',
  'future',
  'nothing-known',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const FindingSchema = v.object({
  code: v.picklist(findingCodes),
  /** Severity; the target's state is the worst of its findings. */
  state: v.picklist(['bad', 'unknown', 'warning']),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
});
export type Finding = Readonly<v.InferOutput<typeof FindingSchema>>;

export const stripDays = 90;
/** `not-due`: no run was due on that day. `unknown`: the source has no information about it. */
export const dayStates = ['ok', 'shrunk', 'failed', 'missing', 'not-due', 'unknown'] as const;

const DayViewSchema = v.object({
  day: v.string(),
  state: v.picklist(dayStates),
  error: v.optional(v.string()),
  sizeBytes: v.optional(v.number()),
});
export type DayView = Readonly<v.InferOutput<typeof DayViewSchema>>;

export const TargetViewSchema = v.object({
  /** `source/target` */
  id: v.string(),
  name: v.string(),
  sourceId: v.string(),
  sourceName: v.string(),
  state: v.picklist(backupStates),
  /** The worst first. */
  findings: v.array(FindingSchema),
  /** 90 days, oldest first, ending today. */
  days: v.array(DayViewSchema),
  timeZone: v.optional(v.string()),
  lastSuccessUtcMs: v.optional(v.number()),
  nextExpectedUtcMs: v.optional(v.number()),
  sizeBytes: v.optional(v.number()),
  retention: v.optional(
    v.object({ wantedDays: v.optional(v.number()), heldDays: v.optional(v.number()) }),
  ),
  check: v.optional(v.object({ atUtcMs: v.number(), ok: v.boolean() })),
  drill: v.optional(
    v.object({
      atUtcMs: v.number(),
      ok: v.boolean(),
      by: v.optional(v.string()),
      asserted: v.optional(v.string()),
      durationS: v.optional(v.number()),
    }),
  ),
  standby: v.optional(
    v.object({ restoredFromUtcMs: v.optional(v.number()), reachable: v.optional(v.boolean()) }),
  ),
  tool: v.optional(v.string()),
});
export type TargetView = Readonly<v.InferOutput<typeof TargetViewSchema>>;

/** How a source is accessed, as shown to a member before they enter a secret for it. */
export const WaySchema = v.object({
  address: v.pipe(v.string(), v.maxLength(20_000)),
  kind: v.string(),
  auth: v.string(),
});
export type Way = Readonly<v.InferOutput<typeof WaySchema>>;

const SourceViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Time of the last good reading; undefined if there was none. */
  readAtUtcMs: v.optional(v.number()),
  /** Why the last poll failed; `targets` are then from the last good reading. */
  problem: v.optional(SourceProblemSchema),
  /** Unusable parts of its answer. */
  remarks: v.array(SourceProblemSchema),
  needsSecret: v.optional(v.literal(true)),
  /** For sources that need a secret. */
  way: v.optional(WaySchema),
});
export type SourceView = Readonly<v.InferOutput<typeof SourceViewSchema>>;

export const BackupsStateSchema = v.object({
  /** The worst first. */
  targets: v.array(TargetViewSchema),
  sources: v.array(SourceViewSchema),
  rooms: v.array(RoomViewSchema),
  /** Whom to ask for a restore. */
  restore: v.optional(
    v.object({ people: v.array(v.string()), destinationId: v.optional(v.string()) }),
  ),
  reading: v.boolean(),
});
export type BackupsState = Readonly<v.InferOutput<typeof BackupsStateSchema>>;
