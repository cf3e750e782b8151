/** The calls and events of the echo test's page. */
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
  /** The echo test's state now; its own event carries the later ones, while the window asks for them. */
  'echo.get': { payload: Nothing, result: EchoStateSchema },
  /** Tests one server, or compares several: each twice, in random order. Progress comes as events. */
  'echo.start': {
    payload: v.object({
      instanceIds: v.pipe(v.array(InstanceId), v.minLength(1), v.maxLength(8)),
      /** Of rooms that have asked for one; kept in memory until the test ends. */
      accessCodes: v.optional(
        v.pipe(
          v.array(v.object({ instanceId: InstanceId, code: v.pipe(v.string(), v.maxLength(64)) })),
          v.maxLength(8),
        ),
        [],
      ),
      /** Creates a room of its own with the server's shared secret. */
      withSecret: v.optional(v.boolean(), false),
      /** Where they are, as the member was shown: no other place is visited. */
      shown: v.optional(v.pipe(v.array(ShownHostSchema), v.maxLength(8)), []),
    }),
    result: v.optional(v.union([FailureSchema, v.literal('moved')])),
  },
  'echo.stop': { payload: Nothing, result: v.void() },
  /** Adds a room that the document does not name, by a link that somebody sent. */
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
  /** Puts results on the clipboard, as text for the server's administrator. */
  'echo.copy': { payload: ResultIds, result: v.void() },
  /** Asks for a file and writes the results there as a report. */
  'echo.save': { payload: ResultIds, result: v.picklist(['saved', 'cancelled', 'failed']) },
  /** Asks for a saved report, and adds its results for comparison. */
  'echo.openReport': {
    payload: Nothing,
    result: v.picklist(['opened', 'cancelled', 'not-a-report', 'needs-newer', 'failed']),
  },
  /** Sends results through the outbox, only to the room for feedback that the member was shown. */
  'echo.send': {
    payload: v.object({ ...ResultIds.entries, shown: ShownPlaceSchema }),
    result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'look-again']),
  },
  'echo.forgetResults': { payload: ResultIds, result: v.void() },
} as const;

export const echoEvents = {
  /** The echo test's state after any change but a run's mere progress. */
  echo: EchoStateSchema,
  /** The progress of the run under way, at most four times a second: takes the place of `run` in the state. */
  echoRun: RunViewSchema,
} as const;
