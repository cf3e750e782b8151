/**
 * Every call and event between main and the window, as one value. The faces of main, preload, window and tests are
 * derived from it; a channel that is not here does not exist.
 */
import * as v from 'valibot';
import { backupsCalls, backupsEvents } from './backups/ipc.ts';
import { accountsCalls, accountsEvents } from './accounts/ipc.ts';
import { LinkSchema } from './coop/links.ts';
import { FailureSchema } from './echo/failure.ts';
import { MySideSchema } from './echo/local-checks.ts';
import { ShownHostSchema } from './echo/shown.ts';
import { EchoStateSchema, InstanceId, RunViewSchema } from './echo/state.ts';
import { serviceIdPattern } from './coop/parts.ts';
import { newsCalls, newsEvents } from './announcements/ipc.ts';
import { answersCalls, answersEvents } from './feedback/answers-ipc.ts';
import { feedbackCalls, feedbackEvents } from './feedback/ipc.ts';
import { ShownPlaceSchema } from './feedback/shown-place.ts';
import { HistoryViewSchema, exportFormats, ranges } from './history/view.ts';
import { QuietHoursSchema } from './notification-policy/quiet-hours.ts';
import { roomsCalls, roomsEvents } from './room-export/ipc.ts';
import { KeptSchema, RemovalSchema } from './redact/removals.ts';
import { AcknowledgeReason, acknowledgeLengths, muteLengths } from './notification-policy/mutes.ts';
import { ChosenPlaceSchema, WhereSchema, shareOutcomes } from './acknowledgements/sharing.ts';
import { SnapshotSchema } from './snapshot.ts';
import { DirectoryErrorSchema } from './coop/directory-error.ts';

const ServiceId = v.pipe(v.string(), v.regex(serviceIdPattern));
const Nothing = v.undefined();
const ResultIds = v.object({
  resultIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(500)),
});

export const ipcSchema = {
  calls: {
    /** The state now; events carry the later ones. */
    'snapshot.get': { payload: Nothing, result: SnapshotSchema },
    /** Takes up the co-op that a member typed: a domain, a URL or a file's path. */
    'coop.join': {
      payload: v.object({ source: v.pipe(v.string(), v.maxLength(2048)) }),
      result: v.union([
        v.object({ joined: v.literal(true) }),
        v.object({ joined: v.literal(false), error: DirectoryErrorSchema }),
      ]),
    },
    'status.checkNow': {
      payload: v.object({ serviceId: v.optional(ServiceId) }),
      result: v.void(),
    },
    /** Opens a page that the document names; the window itself never holds an address. */
    'link.open': { payload: LinkSchema, result: v.void() },
    /** Puts what is known of a service on the clipboard, as text for whoever runs it; tells what was taken out of it. */
    'status.copyDetails': {
      payload: v.object({ serviceId: ServiceId, kept: v.optional(KeptSchema, []) }),
      result: v.array(RemovalSchema),
    },
    /** Holds what changes of one service. */
    'policy.snooze': {
      payload: v.object({ serviceId: ServiceId, length: v.picklist(muteLengths) }),
      result: v.void(),
    },
    'policy.unsnooze': { payload: v.object({ serviceId: ServiceId }), result: v.void() },
    /** Marks the trouble of a service as seen. */
    'policy.acknowledge': {
      payload: v.object({
        serviceId: ServiceId,
        reason: AcknowledgeReason,
        length: v.picklist(acknowledgeLengths),
        /** Tell the others, too: there, if that is still the place. */
        share: v.optional(ChosenPlaceSchema),
        /** What the member has put back of what is taken out for them. */
        kept: v.optional(KeptSchema, []),
      }),
      result: v.picklist(shareOutcomes),
    },
    /** Where the others can be told. */
    'policy.sharing': { payload: Nothing, result: WhereSchema },
    /** Takes it back, also from the others who were told of it. */
    'policy.withdraw': {
      payload: v.object({ serviceId: ServiceId }),
      result: v.picklist(shareOutcomes),
    },
    /** Holds all notifications. */
    'policy.pause': { payload: v.object({ length: v.picklist(muteLengths) }), result: v.void() },
    'policy.resume': { payload: Nothing, result: v.void() },
    'policy.setQuietHours': { payload: QuietHoursSchema, result: v.void() },
    /** A service's past; undefined while there is no database, and the snapshot says why. */
    'history.get': {
      payload: v.object({ serviceId: ServiceId, range: v.picklist(ranges) }),
      result: v.optional(HistoryViewSchema),
    },
    /** Asks the member for a file and writes the history there, of one service or of all. */
    'history.export': {
      payload: v.object({ format: v.picklist(exportFormats), serviceId: v.optional(ServiceId) }),
      result: v.picklist(['saved', 'cancelled', 'failed']),
    },
    /** The echo test's state now; its own event carries the later ones, while the window asks for them. */
    'echo.get': { payload: Nothing, result: EchoStateSchema },
    /** Tests one server, or compares several: each twice, in random order. Progress comes as events. */
    'echo.start': {
      payload: v.object({
        instanceIds: v.pipe(v.array(InstanceId), v.minLength(1), v.maxLength(8)),
        /** Of rooms that have asked for one; kept in memory until the test ends. */
        accessCodes: v.optional(
          v.pipe(
            v.array(
              v.object({ instanceId: InstanceId, code: v.pipe(v.string(), v.maxLength(64)) }),
            ),
            v.maxLength(8),
          ),
          [],
        ),
        /** Creates a room of its own with the server's shared secret. */
        withSecret: v.optional(v.boolean(), false),
        /** Where they are, as the member was shown it: nobody is visited elsewhere. */
        shown: v.optional(v.pipe(v.array(ShownHostSchema), v.maxLength(8)), []),
      }),
      result: v.optional(v.union([FailureSchema, v.literal('moved')])),
    },
    'echo.stop': { payload: Nothing, result: v.void() },
    /** Takes up a room that the document does not name: a link that somebody sent. */
    'echo.addRoom': {
      payload: v.object({ address: v.pipe(v.string(), v.maxLength(2048)) }),
      result: v.optional(FailureSchema),
    },
    'echo.removeRoom': { payload: v.object({ instanceId: InstanceId }), result: v.void() },
    'echo.setSettings': {
      payload: v.object({
        guestName: v.pipe(v.string(), v.maxLength(40)),
        place: v.pipe(v.string(), v.maxLength(80)),
      }),
      result: v.void(),
    },
    /** Puts the server's shared secret into the keyring, for the API that was shown; an empty one is forgotten. */
    'echo.setSecret': {
      payload: v.object({
        instanceId: InstanceId,
        secret: v.pipe(v.string(), v.maxLength(256)),
        shown: v.pipe(v.string(), v.maxLength(2048)),
      }),
      result: v.optional(v.union([FailureSchema, v.literal('moved')])),
    },
    /** What the window found of microphone and speaker, for the next test's own side. */
    'echo.setSound': {
      payload: v.pick(MySideSchema, ['microphone', 'speaker']),
      result: v.void(),
    },
    /** Lets the page ask for the microphone, as long as its sound check is open. */
    'echo.allowMicrophone': { payload: v.object({ open: v.boolean() }), result: v.void() },
    /** Puts results on the clipboard, as text for whoever runs the server. */
    'echo.copy': { payload: ResultIds, result: v.void() },
    /** Asks for a file and writes the results there as a report. */
    'echo.save': { payload: ResultIds, result: v.picklist(['saved', 'cancelled', 'failed']) },
    /** Asks for a report that somebody saved, and takes its results up to be compared. */
    'echo.openReport': {
      payload: Nothing,
      result: v.picklist(['opened', 'cancelled', 'not-a-report', 'needs-newer', 'failed']),
    },
    /** Sends results to a room for feedback, through the outbox: to the one that the member was shown, and to no other. */
    'echo.send': {
      payload: v.object({ ...ResultIds.entries, shown: ShownPlaceSchema }),
      result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'look-again']),
    },
    'echo.forgetResults': { payload: ResultIds, result: v.void() },
    ...backupsCalls,
    ...accountsCalls,
    ...feedbackCalls,
    ...answersCalls,
    ...newsCalls,
    ...roomsCalls,
    /** The window has drawn its first content and may be shown. */
    'window.drawn': { payload: Nothing, result: v.void() },
  },
  events: {
    snapshot: SnapshotSchema,
    /** A member asked, outside the window, to see one service. */
    showService: v.object({ serviceId: ServiceId }),
    /** … or to see where people meet when everything is down. */
    showEmergency: v.object({}),
    /** … or to move to another co-op, which they have yet to agree to. */
    showMove: v.object({ source: v.string() }),
    /** … or how the backups are. */
    showBackups: v.object({}),
    /** … or to test the echo of one server, or of any. */
    showCalls: v.object({ instanceId: v.optional(InstanceId) }),
    /** The echo test's state after any change but a run's mere progress. */
    echo: EchoStateSchema,
    /** The progress of the run under way, at most four times a second: takes the place of `run` in the state. */
    echoRun: RunViewSchema,
    ...backupsEvents,
    ...accountsEvents,
    ...feedbackEvents,
    ...answersEvents,
    ...newsEvents,
    ...roomsEvents,
  },
} as const;

type Calls = (typeof ipcSchema)['calls'];
type Events = (typeof ipcSchema)['events'];
export type CallName = keyof Calls;
export type EventName = keyof Events;
export type Payload<N extends CallName> = v.InferOutput<Calls[N]['payload']>;
export type Result<N extends CallName> = v.InferOutput<Calls[N]['result']>;
export type EventPayload<N extends EventName> = v.InferOutput<Events[N]>;

/** What main implements: one handler a call. */
export type CallHandlers = {
  readonly [N in CallName]: (payload: Payload<N>) => Result<N> | Promise<Result<N>>;
};

/** Why a call failed; nothing else of an error crosses to the window. */
export const callErrorCodes = [
  'unknown-call',
  'bad-payload',
  'unknown-service',
  'not-kept',
  'internal',
] as const;
export type CallErrorCode = (typeof callErrorCodes)[number];

/** What crosses the bridge as the answer to a call. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: CallErrorCode };

/** What the preload puts on `window.coopTray`, and nothing else. */
export type Bridge = Readonly<{
  call: (name: string, payload: unknown) => Promise<Reply>;
  /**
   * Events come as JSON: Electron copies an object across the bridge field by field, which for the snapshot of 500
   * services keeps the page from drawing for a whole frame. Returns the function that ends the subscription.
   */
  on: (listener: (name: string, json: string) => void) => () => void;
}>;
