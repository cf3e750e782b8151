/** The whole state of the app at one moment. Main owns it; the window draws it and may be rebuilt from it any time. */
import * as v from 'valibot';
import { DirectoryErrorSchema } from './coop/directory-error.ts';
import { CoopViewSchema } from './coop/view.ts';
import { ConnectivitySchema } from './net/connectivity.ts';
import { HistoryProblemSchema } from './history/view.ts';
import { FileTroubleSchema } from './kept-files.ts';
import { FeedNoteSchema } from './status/feed-view.ts';
import { PolicyViewSchema } from './notification-policy/view.ts';
import { locales } from './i18n/languages.ts';
import { SlicesSchema } from './slices.ts';
import { ServiceViewSchema } from './status/view.ts';

/** The co-op that the member named, while neither the copy of its document nor its source can be read. */
export const AwaitedSchema = v.object({ source: v.string(), error: DirectoryErrorSchema });
export type Awaited = Readonly<v.InferOutput<typeof AwaitedSchema>>;

export const SnapshotSchema = v.object({
  /** Grows with every change. */
  revision: v.number(),
  appVersion: v.string(),
  locale: v.picklist(locales),
  coop: v.optional(CoopViewSchema),
  /** Set while there is no `coop`, but it is known which it is. */
  awaited: v.optional(AwaitedSchema),
  connectivity: ConnectivitySchema,
  services: v.array(ServiceViewSchema),
  /** Status pages that cannot be read. */
  silentFeeds: v.array(FeedNoteSchema),
  policy: PolicyViewSchema,
  /** When the newest check ended, ms UTC. */
  checkedAtUtcMs: v.optional(v.number()),
  /** True while a "check now" runs. */
  checkingNow: v.boolean(),
  /** Set while the past is not, or not wholly, remembered. */
  historyProblem: v.optional(HistoryProblemSchema),
  /** Files of the app that are not, or not wholly, read or written; absent where all is well. */
  fileTroubles: v.optional(v.array(FileTroubleSchema)),
  /** False on a desktop without a place for tray icons. */
  trayAvailable: v.boolean(),
  /** False while this desktop does not show the notifications that it is given: they wait. */
  noticesShown: v.boolean(),
  ...SlicesSchema.entries,
});
export type Snapshot = Readonly<v.InferOutput<typeof SnapshotSchema>>;
