/** IPC calls and events of the echo test page. */
import * as v from 'valibot';
import { ShownPlaceSchema } from '../feedback/shown-place.ts';
import { FailureSchema } from './failure.ts';
import { MySideSchema } from './local-checks.ts';
import { ShownHostSchema } from './shown.ts';
import { EchoStateSchema, InstanceId, RunViewSchema } from './state.ts';

const Nothing = v.undefined();
const ResultIds = v.object({
  resultIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(500)),
});

export const echoCalls = {
  /** The current state; later ones arrive with the event while the window requests them. */
  'echo.get': { payload: Nothing, result: EchoStateSchema },
  /** Tests one server, or compares several: each twice, in random order. Progress arrives as events. */
  'echo.start': {
    payload: v.object({
      instanceIds: v.pipe(v.array(InstanceId), v.minLength(1), v.maxLength(8)),
      /** For rooms that require one; held in memory until the test ends. */
      accessCodes: v.optional(
        v.pipe(
          v.array(v.object({ instanceId: InstanceId, code: v.pipe(v.string(), v.maxLength(64)) })),
          v.maxLength(8),
        ),
        [],
      ),
      /** Creates a room with the server's shared secret. */
      withSecret: v.optional(v.boolean(), false),
      /** The hosts shown to the member: no other host is contacted. */
      shown: v.optional(v.pipe(v.array(ShownHostSchema), v.maxLength(8)), []),
    }),
    result: v.optional(v.union([FailureSchema, v.literal('moved')])),
  },
  'echo.stop': { payload: Nothing, result: v.void() },
  /** Adds a room that is not in the document, by its link. */
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
  /** Stores the server's shared secret in the keyring, for the API shown to the member; an empty one deletes it. */
  'echo.setSecret': {
    payload: v.object({
      instanceId: InstanceId,
      secret: v.pipe(v.string(), v.maxLength(256)),
      shown: v.pipe(v.string(), v.maxLength(2048)),
    }),
    result: v.optional(v.union([FailureSchema, v.literal('moved')])),
  },
  /** Result of the sound check in the window, included in the next test. */
  'echo.setSound': {
    payload: v.pick(MySideSchema, ['microphone', 'speaker']),
    result: v.void(),
  },
  /** Grants the page microphone permission while its sound check is open. */
  'echo.allowMicrophone': { payload: v.object({ open: v.boolean() }), result: v.void() },
  /** Copies results to the clipboard, as text for the server's administrator. */
  'echo.copy': { payload: ResultIds, result: v.void() },
  /** Asks for a file and saves the results as a report. */
  'echo.save': { payload: ResultIds, result: v.picklist(['saved', 'cancelled', 'failed']) },
  /** Asks for a saved report and adds its results for comparison. */
  'echo.openReport': {
    payload: Nothing,
    result: v.picklist(['opened', 'cancelled', 'not-a-report', 'needs-newer', 'failed']),
  },
  /** Sends results through the outbox, only to the feedback room shown to the member. */
  'echo.send': {
    payload: v.object({ ...ResultIds.entries, shown: ShownPlaceSchema }),
    result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'look-again']),
  },
  'echo.forgetResults': { payload: ResultIds, result: v.void() },
} as const;

export const echoEvents = {
  /** The state after any change except a run's progress. */
  echo: EchoStateSchema,
  /** Progress of the current run, at most four times a second; replaces `run` in the state. */
  echoRun: RunViewSchema,
} as const;
