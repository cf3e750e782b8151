/** The whole state of the app at one moment. Main owns it; the window draws it and may be rebuilt from it any time. */
import * as v from 'valibot';
import { problemCodes } from './coop/remedy.ts';
import { ConnectivitySchema } from './net/connectivity.ts';
import { HistoryProblemSchema } from './history/view.ts';
import { locales } from './i18n/languages.ts';
import { FileTroubleSchema } from './kept-files.ts';
import { SlicesSchema } from './slices.ts';
import { FeedNoteSchema } from './status/feed-view.ts';
import { CardViewSchema } from './status/emergency.ts';
import { PolicyViewSchema } from './notification-policy/view.ts';
import { ServiceViewSchema } from './status/view.ts';

/** Why the co-op document could not be had; closed, each with a sentence in the catalogue (`directory.CODE`). */
export const directoryErrors = [
  'address-invalid',
  'not-found',
  'forbidden',
  'server-error',
  'unexpected-status',
  'unreachable',
  'refuses-us',
  'too-large',
  'not-json',
  'not-a-coop-document',
  'needs-newer',
  'file-unreadable',
  'copy-damaged',
] as const;
export type DirectoryErrorCode = (typeof directoryErrors)[number];

export const ProblemSchema = v.object({
  /** Where in the document, as a JSON path such as `$.services[3].probe.url`. */
  path: v.string(),
  /** What is wrong there and how to mend it: a sentence in the catalogue (`problem.CODE`) with its values. */
  code: v.picklist(problemCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Problem = Readonly<v.InferOutput<typeof ProblemSchema>>;

export const DirectoryErrorSchema = v.object({
  code: v.picklist(directoryErrors),
  problem: v.optional(ProblemSchema),
  /** What the server answered with, where it is no document. */
  status: v.optional(v.number()),
});
export type DirectoryError = Readonly<v.InferOutput<typeof DirectoryErrorSchema>>;

export const CoopViewSchema = v.object({
  name: v.string(),
  /** What the member typed: an address, a URL or a file. */
  source: v.string(),
  /** When this copy of the document was read from its source, ms UTC. */
  readAtUtcMs: v.number(),
  /** Set while the source cannot be read and this is the last good copy. */
  error: v.optional(DirectoryErrorSchema),
  problems: v.array(ProblemSchema),
  emergency: v.optional(CardViewSchema),
  /** Set when the document says where the backups tell how they are. */
  hasBackups: v.optional(v.literal(true)),
  /** Set when the document names rooms whose messages do not stay: they are told of beside the backups. */
  hasFadingRooms: v.optional(v.literal(true)),
  /** Set when the document names servers whose echo can be tested. */
  hasEcho: v.optional(v.literal(true)),
  /** Set when the document says where feedback goes. */
  hasFeedback: v.optional(v.literal(true)),
  /** Set when the document names a room that the co-op announces in. */
  hasNews: v.optional(v.literal(true)),
  /** Set when the document names a room in which members tell each other what they have seen. */
  hasSharing: v.optional(v.literal(true)),
  /** The servers whose echo can be tested and that are a service: that service's page offers the test. */
  echo: v.optional(v.array(v.object({ instanceId: v.string(), serviceId: v.string() }))),
});
export type CoopView = Readonly<v.InferOutput<typeof CoopViewSchema>>;

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
