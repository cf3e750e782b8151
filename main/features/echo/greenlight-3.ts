/** A room of Greenlight 3. Its endpoints are not made for others, so the page's own session asks them, as the page does. */
import * as v from 'valibot';
import { failure } from '../../../shared/echo/failure.ts';
import type { Asking } from './ask-page.ts';
import { askPage } from './ask-page.ts';
import { EchoError } from './failed.ts';
import type { Guest } from './rooms.ts';

/** Settings come as texts, `"true"` or `"false"`, or as what they are. */
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

/** Beside each refusal it writes `errors`; whoever answers without is something else. */
const AnswerSchema = v.object({ data: v.optional(v.unknown()), errors: v.optional(v.unknown()) });

export type Greenlight3Room = Readonly<{
  /** The path that Greenlight hangs below, without a slash at its end. */
  below: string;
  roomId: string;
}>;

/** Resolves to the signed address that the room gives a guest. Rejects with EchoError. */
export async function askGreenlight3(
  asking: Asking,
  { below, roomId }: Greenlight3Room,
  guest: Guest,
): Promise<string> {
  let code = '';
  const refuse = (status: number) => refusedWith(status, code);
  const path = `${below}/api/v1/rooms/${roomId}/public.json`;
  const { status: found, body: said } = await askPage(asking, { path }, AnswerSchema);
  const room = v.safeParse(RoomSchema, said);
  if (found !== 200 || !room.success) throw noRoomGiven(found, said?.errors !== undefined, refuse);
  const { require_authentication: isForMembers, viewer_access_code: asksCode } = room.output.data;
  if (isForMembers) throw refuse(401);
  // A code is told only where one is asked for.
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
 * Many a server has pages below `/b/` or `/rooms/`. That a room is no more, or closed, is only Greenlight's to say; a
 * sign-in and a failure may come from what stands before it.
 */
function noRoomGiven(
  status: number,
  isGreenlight: boolean,
  refuse: (status: number) => EchoError,
): EchoError {
  const isSaid = isGreenlight && status !== 200;
  if (isSaid || status === 401 || status >= 500) return refuse(status);
  return new EchoError(failure('not-a-room', 'join'));
}

function refusedWith(status: number, accessCode: string): EchoError {
  if (status === 401) return new EchoError(failure('sign-in-required', 'join'));
  if (status === 404) return new EchoError(failure('not-found', 'join'));
  if (status !== 403) return new EchoError(failure('page-failed', 'join', { status }));
  const code = accessCode ? 'access-code-wrong' : 'access-code-required';
  return new EchoError(failure(code, 'join'));
}
