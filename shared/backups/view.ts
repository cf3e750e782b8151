/** What a member sees of the co-op's backups. */
import * as v from 'valibot';
import { RoomViewSchema } from '../room-export/room-view.ts';
import { SourceProblemSchema } from './reading.ts';

/** The worst first. `unknown` is never well: nothing said means nothing known. */
export const backupStates = ['bad', 'unknown', 'warning', 'good'] as const;
export type BackupState = (typeof backupStates)[number];

/** What was found; each has a sentence in the catalogue (`backups.finding.CODE`) that takes `params`. */
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
  /** How bad this one is; the target's state is the worst of its findings. */
  state: v.picklist(['bad', 'unknown', 'warning']),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
});
export type Finding = Readonly<v.InferOutput<typeof FindingSchema>>;

export const stripDays = 90;
/** `not-due`: no run was due on that day. `unknown`: the source tells nothing of it. */
export const dayStates = ['ok', 'shrunk', 'failed', 'missing', 'not-due', 'unknown'] as const;

export const DayViewSchema = v.object({
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
  /** 90 days, the oldest first, today last. */
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

/** The whole way of asking, as a member is shown it before they type a secret for it. */
export const WaySchema = v.object({
  address: v.pipe(v.string(), v.maxLength(20_000)),
  kind: v.string(),
  auth: v.string(),
});
export type Way = Readonly<v.InferOutput<typeof WaySchema>>;

export const SourceViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** When its last good reading was taken; undefined while there is none. */
  readAtUtcMs: v.optional(v.number()),
  /** Why it cannot be read now: then the targets are those of the last good reading. */
  problem: v.optional(SourceProblemSchema),
  /** What of its answer could not be used. */
  remarks: v.array(SourceProblemSchema),
  needsSecret: v.optional(v.literal(true)),
  /** Of a source that takes a secret. */
  way: v.optional(WaySchema),
});
export type SourceView = Readonly<v.InferOutput<typeof SourceViewSchema>>;

export const BackupsStateSchema = v.object({
  /** The worst first. */
  targets: v.array(TargetViewSchema),
  sources: v.array(SourceViewSchema),
  rooms: v.array(RoomViewSchema),
  /** Whom to ask for something back. */
  restore: v.optional(
    v.object({ people: v.array(v.string()), destinationId: v.optional(v.string()) }),
  ),
  reading: v.boolean(),
});
export type BackupsState = Readonly<v.InferOutput<typeof BackupsStateSchema>>;
