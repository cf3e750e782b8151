/** The `backups` section of the co-op document: where the state of the co-op's backups is published. */
import * as v from 'valibot';
import { CronPattern, TimeZone } from './cron.ts';
import { Id, ServiceReference, Text } from './parts.ts';
import type { Problem } from './problem.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { WebAddress, isPrivateLine, privateFault } from './web.ts';
import { shortList } from '../lists/short-list.ts';

/** Each kind has a reader; `coop-backups` is the format described in docs/backups.md. */
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

const ScheduleSchema = v.object({
  cron: CronPattern,
  timeZone: TimeZone,
  /** Seconds after its start time within which a run must finish. */
  graceS: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(7 * 86_400)), 3600),
});
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

export const BackupSourceSchema = v.object({
  id: Id,
  name: TextsOf(80),
  kind: v.picklist(backupKinds),
  url: WebAddress,
  /** Seconds between polls. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(60), v.maxValue(86_400)), 1800),
  /**
   * How the secret from the keyring is sent: not at all, as a bearer token, as `X-Api-Key`, or as name and password.
   */
  auth: v.optional(v.picklist(['none', 'bearer', 'api-key', 'basic']), 'none'),
  /** Defaults for targets; values from the source take precedence. */
  schedule: v.optional(ScheduleSchema),
  wantedDays: v.optional(days),
  /** Age in days after which a restore drill is due again. */
  drillDays: v.optional(days, 100),
  /**
   * What identifies a series in a restic repository, like restic's `--group-by`: use `paths` if each run has another
   * host name.
   */
  groupBy: v.optional(v.pipe(shortList(v.picklist(['host', 'paths', 'tags']), 3), v.minLength(1))),
  /** Names of the targets to show; all if left out. */
  targets: v.optional(shortList(Text(120), 200)),
  /** The service whose standby is restored from this source. */
  standbyOf: v.optional(ServiceReference),
});
export type BackupSource = Chosen<v.InferOutput<typeof BackupSourceSchema>>;

/** Whether its secret would cross the network unencrypted. Such a source is not polled. */
export function isInsecure({ auth, url }: Pick<BackupSource, 'auth' | 'url'>): boolean {
  return auth !== 'none' && !isPrivateLine(url);
}

/**
 * Problems for the sources that would send a secret unencrypted. They stay in the document, so that members see them.
 */
export function insecureSources({ sources }: Pick<BackupsPlan, 'sources'>): readonly Problem[] {
  return sources.flatMap((source, index) => {
    const fault = isInsecure(source) ? privateFault(source.url) : undefined;
    return fault ? [{ path: `$.backups.sources[${index}].url`, ...fault }] : [];
  });
}

export const BackupsSchema = v.object({
  sources: shortList(BackupSourceSchema, 50),
  /** Whom members ask for a restore. */
  restore: v.optional(
    v.object({
      people: v.pipe(shortList(TextsOf(80), 10), v.minLength(1)),
      /** Id of the feedback destination that restore requests go to. */
      destination: v.optional(Text(64)),
    }),
  ),
});
export type BackupsPlan = Chosen<v.InferOutput<typeof BackupsSchema>>;
