/**
 * Why an echo test ended without a full result. A closed list; each code has a sentence in the catalogue
 * (`echo.failure.CODE`).
 */
import * as v from 'valibot';

/** The steps of a test, in order. */
export const steps = ['find', 'join', 'connect', 'measure', 'leave'] as const;
export type Step = (typeof steps)[number];

export const failureCodes = [
  // Finding the room
  'address-invalid',
  'offline',
  /** The server is unreachable; `reason` is the code from the check. */
  'unreachable',
  'too-many-redirects',
  /** The URL answers, but is not a known kind of room. */
  'not-a-room',
  'not-found',
  // Refusals by the room
  'sign-in-required',
  'access-code-required',
  'access-code-wrong',
  'not-started',
  'waiting-for-moderator',
  'guest-denied',
  'room-full',
  'ended',
  /** The room's audio runs on LiveKit, which has no echo test. */
  'livekit',
  // API with the shared secret
  'secret-missing',
  'secret-wrong',
  'keyring-unavailable',
  /** Any other refusal by the API; `key` is its messageKey. */
  'api-refused',
  // Joining
  'join-timeout',
  /** The page navigated or was redirected away. */
  'left-the-room',
  'page-failed',
  // Signalling
  'signalling-refused',
  'signalling-unreachable',
  'signalling-closed',
  'signalling-silent',
  /** Not a protocol message, or too large. */
  'bad-answer',
  /** The server's own error; `code` is its number. */
  'server-error',
  /** Still not admitted to the room after several attempts (2301). */
  'not-admitted',
  // Media
  'sdp-invalid',
  'ice-failed',
  'media-silent',
  // Within the app
  'stopped',
  'timeout',
  'busy',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const FailureSchema = v.object({
  code: v.picklist(failureCodes),
  step: v.picklist(steps),
  /** Values for the sentence: a host, a number, a code. Short; never a person's address or a token. */
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

/** Whether the room requires an access code, or has rejected one. */
export function wantsCode(failure: Failure | undefined): boolean {
  return failure?.code === 'access-code-required' || failure?.code === 'access-code-wrong';
}
