/**
 * The whole state of the app at one moment. Main owns it; the window renders it and can be rebuilt from it at any time.
 */
import * as v from 'valibot';
import { DirectoryErrorSchema } from './coop/directory-error.ts';
import { CoopViewSchema } from './coop/view.ts';
import { CrashSchema } from './crash/incident.ts';
import { ConnectivitySchema } from './net/connectivity.ts';
import { HistoryProblemSchema } from './history/view.ts';
import { FileTroubleSchema } from './kept-files.ts';
import { FeedNoteSchema } from './status/feed-view.ts';
import { PolicyViewSchema } from './notification-policy/view.ts';
import { locales } from './i18n/languages.ts';
import { SlicesSchema } from './slices.ts';
import { ServiceViewSchema } from './status/view.ts';

/** The co-op that the member named, while neither the copy of its document nor its source can be read. */
const AwaitedSchema = v.object({ source: v.string(), error: DirectoryErrorSchema });
export type Awaited = Readonly<v.InferOutput<typeof AwaitedSchema>>;

export const SnapshotSchema = v.object({
  /** Grows with every change. */
  revision: v.number(),
  appVersion: v.string(),
  /** Set in the demo, where everything is made up. */
  demo: v.optional(v.literal(true)),
  locale: v.picklist(locales),
  coop: v.optional(CoopViewSchema),
  /** Set while the co-op is known, but `coop` is not available. */
  awaited: v.optional(AwaitedSchema),
  /** Set while a member who has just joined has not chosen how to be told. */
  welcome: v.optional(v.literal(true)),
  connectivity: ConnectivitySchema,
  services: v.array(ServiceViewSchema),
  /** Status pages that cannot be read. */
  silentFeeds: v.array(FeedNoteSchema),
  policy: PolicyViewSchema,
  /** When the latest check ended, ms UTC. */
  checkedAtUtcMs: v.optional(v.number()),
  /** True while a "check now" runs. */
  checkingNow: v.boolean(),
  /** Set while history is missing or incomplete. */
  historyProblem: v.optional(HistoryProblemSchema),
  /** App files that cannot be fully read or written; absent if there are none. */
  fileTroubles: v.optional(v.array(FileTroubleSchema)),
  /** What ended against the member's will, until they have answered. */
  crash: v.optional(CrashSchema),
  /** False on a desktop that has no tray. */
  trayAvailable: v.boolean(),
  /** False while the desktop shows no notifications; they are held meanwhile. */
  noticesShown: v.boolean(),
  ...SlicesSchema.entries,
});
export type Snapshot = Readonly<v.InferOutput<typeof SnapshotSchema>>;
