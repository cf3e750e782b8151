/** Where the co-op's backups tell how they are, as the co-op document says it. */
import * as v from 'valibot';
import { CronPattern, TimeZone } from './cron.ts';
import { Id, ServiceReference, Text } from './parts.ts';
import type { Problem } from './problem.ts';
import { WebAddress, isPrivateLine, privateFault } from './web.ts';
import { shortList } from '../lists/short-list.ts';

/** Each has a reader; `coop-backups` is the format that docs/backups.md describes. */
export const backupKinds = [
  'coop-backups',
  'healthchecks',
  'backrest',
  'kopia',
  'restic-snapshots',
  'duplicati',
  'github-workflow',
  'snapshot-names',
] as const;
export type BackupKind = (typeof backupKinds)[number];

const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660));

export const ScheduleSchema = v.object({
  cron: CronPattern,
  timeZone: TimeZone,
  /** How long after its time a run may end, in seconds. */
  graceS: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(7 * 86_400)), 3600),
});
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

export const BackupSourceSchema = v.object({
  id: Id,
  name: Text(80),
  kind: v.picklist(backupKinds),
  url: WebAddress,
  /** Seconds between two readings. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(60), v.maxValue(86_400)), 1800),
  /** The secret that the keyring has for it is sent as: nothing, a bearer token, `X-Api-Key`, or name and password. */
  auth: v.optional(v.picklist(['none', 'bearer', 'api-key', 'basic']), 'none'),
  /** What the source itself does not say of its targets; its own word comes first. */
  schedule: v.optional(ScheduleSchema),
  wantedDays: v.optional(days),
  /** A restore that is older than this many days should be tried again. */
  drillDays: v.optional(days, 100),
  /** What tells the series of a repository of restic apart, as its own `--group-by`: `paths` where each run has another host. */
  groupBy: v.optional(v.pipe(shortList(v.picklist(['host', 'paths', 'tags']), 3), v.minLength(1))),
  /** Names of what is to be read of it; all when left out. */
  targets: v.optional(shortList(Text(120), 200)),
  /** The service whose standby is restored from it. */
  standbyOf: v.optional(ServiceReference),
});
export type BackupSource = v.InferOutput<typeof BackupSourceSchema>;

/** Whether its secret could be read on the way: it is not asked then. */
export function isInsecure({ auth, url }: Pick<BackupSource, 'auth' | 'url'>): boolean {
  return auth !== 'none' && !isPrivateLine(url);
}

/** Such sources stay in sight, and are told of. */
export function insecureSources({ sources }: Pick<BackupsPlan, 'sources'>): readonly Problem[] {
  return sources.flatMap((source, index) => {
    const fault = isInsecure(source) ? privateFault(source.url) : undefined;
    return fault ? [{ path: `$.backups.sources[${index}].url`, ...fault }] : [];
  });
}

export const BackupsSchema = v.object({
  sources: shortList(BackupSourceSchema, 50),
  /** Whom members ask to get something back. */
  restore: v.optional(
    v.object({
      people: v.pipe(shortList(Text(80), 10), v.minLength(1)),
      /** The id of the feedback destination that a request goes to. */
      destination: v.optional(Text(64)),
    }),
  ),
});
export type BackupsPlan = v.InferOutput<typeof BackupsSchema>;
