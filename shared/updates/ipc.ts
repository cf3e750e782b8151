/** IPC calls and events of updates, and their state. */
import * as v from 'valibot';
import { readProblems } from '../net/read-problem.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { refusals } from './accept.ts';
import { channels } from './manifest.ts';
import { byHandKinds, storeKinds } from './place.ts';

/** Why a check failed. Each has a sentence in the catalogue (`updates.problem.CODE`). */
export const checkProblems = [
  ...refusals,
  'unsigned',
  'wrong-signature',
  'newer-form',
  'unreadable',
  ...readProblems,
] as const;
export type CheckProblem = Readonly<{
  code: (typeof checkProblems)[number];
  status?: number | undefined;
}>;

/** Why a download or an installation failed (`updates.transfer.CODE`). The running version is untouched. */
export const transferProblems = [
  'wrong-file',
  'cut-short',
  'disk-full',
  'not-writable',
  'disk-failing',
  'gone',
  'not-found',
  'http-status',
  'timeout',
  'unreachable',
  'internal',
] as const;
export type TransferProblem = (typeof transferProblems)[number];

const Transfer = v.variant('at', [
  v.object({ at: v.literal('downloading'), gotBytes: v.number(), ofBytes: v.number() }),
  v.object({ at: v.literal('ready') }),
  v.object({ at: v.literal('installing') }),
  /** In place; it runs once the app has been started again, even if a newer one is offered by then. */
  v.object({ at: v.literal('installed'), version: v.string() }),
  v.object({
    at: v.literal('failed'),
    code: v.picklist(transferProblems),
    version: v.string(),
  }),
]);
export type Transfer = Readonly<v.InferOutput<typeof Transfer>>;

const UpdatesStateSchema = v.object({
  /** False in a build that knows no place to ask. */
  isSetUp: v.boolean(),
  /** Whether the app looks for updates once a day. */
  isOn: v.boolean(),
  channel: v.picklist(channels),
  /** The running version is a beta. */
  isBeta: v.boolean(),
  place: v.variant('how', [
    v.object({ how: v.literal('replace'), kind: v.literal('appimage') }),
    v.object({ how: v.literal('by-hand'), kind: v.picklist(byHandKinds) }),
    v.object({ how: v.literal('store'), kind: v.picklist(storeKinds) }),
  ]),
  isChecking: v.boolean(),
  /** The last check that succeeded; absent if none did. */
  goodAtUtcMs: v.optional(UtcMs),
  /** Whether that check looked at the chosen channel: it knows nothing of one that was chosen later. */
  isGoodForChannel: v.boolean(),
  /** Of the last check, if it failed. */
  problem: v.optional(
    v.object({
      code: v.picklist(checkProblems),
      status: v.optional(v.number()),
      atUtcMs: UtcMs,
    }),
  ),
  offer: v.optional(
    v.object({
      version: v.string(),
      issuedUtcMs: UtcMs,
      notes: v.string(),
      /** Of the package for this computer; absent if there is none. */
      sizeBytes: v.optional(v.number()),
      fileName: v.optional(v.string()),
      /** What to type to install it. */
      command: v.optional(v.string()),
    }),
  ),
  transfer: v.optional(Transfer),
  isTooOld: v.boolean(),
  /** Days without a successful check, if they are too many. */
  overdueDays: v.optional(v.number()),
});
export type UpdatesState = Readonly<v.InferOutput<typeof UpdatesStateSchema>>;

/** What of it concerns the member elsewhere in the app. */
export const UpdateNoteSchema = v.variant('is', [
  v.object({ is: v.literal('offered'), version: v.string() }),
  v.object({ is: v.literal('ready'), version: v.string() }),
  v.object({ is: v.literal('too-old') }),
  v.object({ is: v.literal('overdue'), days: v.number() }),
]);
export type UpdateNote = Readonly<v.InferOutput<typeof UpdateNoteSchema>>;

const nothing = { payload: v.undefined(), result: v.void() } as const;

export const updatesCalls = {
  /** The current state; events carry later ones. */
  'updates.get': { payload: v.undefined(), result: UpdatesStateSchema },
  /** Looks for updates now, even if the daily check is off. */
  'updates.checkNow': nothing,
  'updates.setOn': { payload: v.object({ on: v.boolean() }), result: v.void() },
  'updates.setChannel': { payload: v.object({ channel: v.picklist(channels) }), result: v.void() },
  /** Downloads what is offered. */
  'updates.download': nothing,
  'updates.cancel': nothing,
  /** Puts the new version in the place of the old one, and restarts the app. */
  'updates.install': nothing,
  /** Opens the page of what is offered in the browser. */
  'updates.openPage': nothing,
  'updates.copyCommand': nothing,
} as const;

export const updatesEvents = {
  /** The full state after any change. */
  updates: UpdatesStateSchema,
} as const;
