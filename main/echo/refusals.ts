/** What BigBlueButton's own words for a refusal are to a member. */
import * as v from 'valibot';
import { parseJson } from '../../shared/json.ts';
import type { Failure, FailureCode } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';

const codes: Readonly<Record<string, FailureCode>> = {
  maxParticipantsReached: 'room-full',
  meetingForciblyEnded: 'ended',
  meetingEnded: 'ended',
  guestDeniedAccess: 'guest-denied',
  guestDeny: 'guest-denied',
  guestWait: 'waiting-for-moderator',
  invalidMeetingIdentifier: 'not-found',
  notFound: 'not-found',
};

/** As BigBlueButton writes its keys; anything else is somebody's text. */
const keyPattern = /^[A-Za-z]{1,60}$/;
const ErrorsSchema = v.pipe(v.array(v.object({ key: v.string() })), v.minLength(1));

export function refusalOf(messageKey: string): Failure {
  const code = Object.hasOwn(codes, messageKey) ? codes[messageKey] : undefined;
  return code
    ? failure(code, 'join')
    : failure('api-refused', 'join', { key: keyPattern.test(messageKey) ? messageKey : 'none' });
}

/** A browser that may not join is sent to another page, with the reason in its address. */
export function refusalIn(address: string): Failure | undefined {
  if (!URL.canParse(address)) return undefined;
  const given = new URL(address).searchParams.get('errors');
  if (given === null) return undefined;
  const errors = v.safeParse(ErrorsSchema, parseJson(given));
  return refusalOf(errors.success ? (errors.output[0]?.key ?? '') : '');
}
