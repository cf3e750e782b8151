/** Joins a room of Greenlight 3. Its API is internal, so requests are made from its own page, in that session. */
import * as v from 'valibot';
import { failure } from '../../../shared/echo/failure.ts';
import type { Asking } from './ask-page.ts';
import { askPage } from './ask-page.ts';
import { EchoError } from './failed.ts';
import type { Guest } from './rooms.ts';

/** Some settings are strings, `"true"` or `"false"`. */
const Flag = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])]),
  v.transform((given) => given === true || given === 'true'),
);

const RoomSchema = v.object({
  data: v.object({
    require_authentication: v.optional(Flag, false),
    viewer_access_code: v.optional(Flag, false),
  }),
});

const StatusSchema = v.object({
  data: v.object({
    status: v.boolean(),
    joinUrl: v.optional(v.pipe(v.string(), v.maxLength(4096))),
  }),
});

/** Greenlight's refusals have `errors`; an answer without is not from Greenlight. */
const AnswerSchema = v.object({ data: v.optional(v.unknown()), errors: v.optional(v.unknown()) });

export type Greenlight3Room = Readonly<{
  /** The path prefix of Greenlight, without a trailing slash. */
  below: string;
  roomId: string;
}>;

/** Resolves to the signed join link for a guest. Rejects with EchoError. */
export async function askGreenlight3(
  asking: Asking,
  { below, roomId }: Greenlight3Room,
  guest: Guest,
): Promise<string> {
  let code = '';
  const refuse = (status: number) => refusedWith(status, code);
  const path = `${below}/api/v1/rooms/${roomId}/public.json`;
  const { status: roomStatus, body: roomBody } = await askPage(asking, { path }, AnswerSchema);
  const room = v.safeParse(RoomSchema, roomBody);
  if (roomStatus !== 200 || !room.success)
    throw noRoomGiven(roomStatus, roomBody?.errors !== undefined, refuse);
  const { require_authentication: isForMembers, viewer_access_code: asksCode } = room.output.data;
  if (isForMembers) throw refuse(401);
  // Sends a code only if the room requires one.
  if (asksCode) code = guest.accessCode ?? '';
  if (asksCode && code === '') throw refuse(403);

  const json = { name: guest.name, access_code: code };
  const statusPath = `${below}/api/v1/meetings/${roomId}/status.json`;
  const { status, body } = await askPage(asking, { path: statusPath, json }, StatusSchema);
  if (status !== 200 && status !== 201) throw refuse(status);
  if (!body) throw new EchoError(failure('bad-answer', 'join'));
  if (!body.data.joinUrl) throw new EchoError(failure('not-started', 'join'));
  return body.data.joinUrl;
}

/**
 * Many servers have pages below `/b/` or `/rooms/`, so a refusal counts only if it is Greenlight's. A sign-in or a
 * server error may also come from a proxy in front of it.
 */
function noRoomGiven(
  status: number,
  isGreenlight: boolean,
  refuse: (status: number) => EchoError,
): EchoError {
  const isRefusal = isGreenlight && status !== 200;
  if (isRefusal || status === 401 || status >= 500) return refuse(status);
  return new EchoError(failure('not-a-room', 'join'));
}

function refusedWith(status: number, accessCode: string): EchoError {
  if (status === 401) return new EchoError(failure('sign-in-required', 'join'));
  if (status === 404) return new EchoError(failure('not-found', 'join'));
  if (status !== 403) return new EchoError(failure('page-failed', 'join', { status }));
  const code = accessCode ? 'access-code-wrong' : 'access-code-required';
  return new EchoError(failure(code, 'join'));
}
