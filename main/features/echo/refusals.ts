/** Translates BigBlueButton's message keys of refusals. */
import * as v from 'valibot';
import { parseJson } from '../../../shared/json.ts';
import type { Failure, FailureCode } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { RoomPage } from './room-page.ts';

/** By key in lower case: the spelling varies between releases. */
const codes: ReadonlyMap<string, FailureCode> = new Map([
  ['maxparticipantsreached', 'room-full'],
  ['meetingforciblyended', 'ended'],
  ['meetingended', 'ended'],
  ['meetinghasended', 'ended'],
  ['guestdeniedaccess', 'guest-denied'],
  ['guestdenied', 'guest-denied'],
  ['guestdeny', 'guest-denied'],
  ['guestwait', 'waiting-for-moderator'],
  ['guestapprovalrequired', 'waiting-for-moderator'],
  ['invalidmeetingidentifier', 'not-found'],
  ['invalidmeetingid', 'not-found'],
  ['notfound', 'not-found'],
]);

/** The form of BigBlueButton's keys; anything else is free text. */
const keyPattern = /^[A-Za-z]{1,60}$/;
/** In characters; longer ones are ignored. */
const errorsLimit = 4096;
const ErrorsSchema = v.array(
  v.union([
    v.string(),
    v.pipe(
      v.object({ key: v.string() }),
      v.transform(({ key }) => key),
    ),
  ]),
);

export function refusalOf(messageKey: string): Failure {
  const code = codes.get(messageKey.toLowerCase());
  return code
    ? failure(code, 'join')
    : failure('api-refused', 'join', { key: keyPattern.test(messageKey) ? messageKey : 'none' });
}

/** BigBlueButton redirects refused guests to a page with the reason in its URL. */
export function refusalIn(address: string): Failure | undefined {
  if (!URL.canParse(address)) return undefined;
  const given = new URL(address).searchParams.get('errors');
  if (given === null) return undefined;
  const keys = keysIn(given.slice(0, errorsLimit));
  return refusalOf(keys.find((key) => codes.has(key.toLowerCase())) ?? keys[0] ?? '');
}

/** Parses a JSON list; if a proxy or front end has mangled it, searches it for known keys. */
function keysIn(given: string): readonly string[] {
  const errors = v.safeParse(ErrorsSchema, parseJson(given));
  if (errors.success) return errors.output;
  return given.match(/[A-Za-z]{1,60}/g)?.filter((word) => codes.has(word.toLowerCase())) ?? [];
}

/**
 * The latest refusal in the addresses that a page passed through. The last address may not have it, since many home
 * pages redirect immediately.
 */
export function refusalOnWay(page: RoomPage): Failure | undefined {
  return [...page.way()]
    .reverse()
    .map(refusalIn)
    .find((one) => one !== undefined);
}
