/** The ways an echo test can end without a full result: closed, each with a sentence in the catalogue (`echo.failure.CODE`). */
import * as v from 'valibot';

/** The steps of a test, in order. */
export const steps = ['find', 'join', 'connect', 'measure', 'leave'] as const;
export type Step = (typeof steps)[number];

export const failureCodes = [
  // Finding the room
  'address-invalid',
  'offline',
  /** The server cannot be reached; `reason` is the code of a check's reason. */
  'unreachable',
  'too-many-redirects',
  /** The address answers, and is no room of a kind that is known. */
  'not-a-room',
  'not-found',
  // What a room may say
  'sign-in-required',
  'access-code-required',
  'access-code-wrong',
  'not-started',
  'waiting-for-moderator',
  'guest-denied',
  'room-full',
  'ended',
  /** The room's sound runs on LiveKit, which has no echo. */
  'livekit',
  // The API with the shared secret
  'secret-missing',
  'secret-wrong',
  'keyring-unavailable',
  /** Any other refusal of the API; `key` is its messageKey. */
  'api-refused',
  // Joining
  'join-timeout',
  /** The page went, or was sent, to another place. */
  'left-the-room',
  'page-failed',
  // Signalling
  'signalling-refused',
  'signalling-unreachable',
  'signalling-closed',
  'signalling-silent',
  /** What came was no message of the protocol, or larger than one. */
  'bad-answer',
  /** The server's own error; `code` is its number. */
  'server-error',
  /** Still not taken for a member of the room after several tries (2301). */
  'not-admitted',
  // Media
  'sdp-invalid',
  'ice-failed',
  'media-silent',
  // The app's own
  'stopped',
  'timeout',
  'busy',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const FailureSchema = v.object({
  code: v.picklist(failureCodes),
  step: v.picklist(steps),
  /** What the sentence needs to name: a host, a number, a code. Short texts, no address of a person, no token. */
  params: v.optional(
    v.record(
      v.pipe(v.string(), v.maxLength(40)),
      v.union([v.pipe(v.string(), v.maxLength(200)), v.number()]),
    ),
    {},
  ),
});
export type Failure = Readonly<v.InferOutput<typeof FailureSchema>>;

export function failure(
  code: FailureCode,
  step: Step,
  params: Readonly<Record<string, string | number>> = {},
): Failure {
  return { code, step, params };
}

/** Whether the room has asked for its access code, or has refused one. */
export function wantsCode(failure: Failure | undefined): boolean {
  return failure?.code === 'access-code-required' || failure?.code === 'access-code-wrong';
}
