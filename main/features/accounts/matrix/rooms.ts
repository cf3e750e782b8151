/** Calls about rooms, with parsed answers. */
import type { MatrixClient } from 'matrix-js-sdk';
import * as v from 'valibot';
import type { Clock } from '../../../platform/clock.ts';
import { ask, orNothing, withRetries } from './retry-request.ts';
import { AccountError } from './error.ts';
import type { RoomEvent, RoomPage } from '../../../../shared/matrix/event.ts';
import { maySaySomething } from '../../../../shared/matrix/lost.ts';
import { levelsType } from '../../../../shared/matrix/powers.ts';
import { UtcMs } from '../../../../shared/time/utc-ms.ts';
import type { Message, Upload, Who } from '../../contracts/matrix-rooms.ts';
import type { MatrixAccount } from './types.ts';

export type Rooms = Pick<
  MatrixAccount,
  'whoami' | 'isEncrypted' | 'send' | 'upload' | 'relations' | 'recent' | 'redact'
>;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const WhoSchema = v.object({ user_id: id, device_id: id });
const SentSchema = v.object({ event_id: id });
const UploadedSchema = v.object({
  content_uri: v.pipe(v.string(), v.startsWith('mxc://'), v.maxLength(512)),
});
const content = v.record(v.string(), v.unknown());
const EventSchema = v.object({
  event_id: id,
  sender: id,
  type: id,
  state_key: v.optional(v.string()),
  content,
  origin_server_ts: UtcMs,
  redacts: v.optional(v.unknown()),
  unsigned: v.optional(v.unknown()),
});
/** https://spec.matrix.org/v1.16/client-server-api/#server-side-aggregation-of-mreplace-relationships */
const EditedSchema = v.object({
  'm.relations': v.object({ 'm.replace': v.object({ sender: id, content }) }),
});
const ReplacedSchema = v.object({ prev_content: content });
const ChunkSchema = v.object({
  chunk: v.array(v.unknown()),
  /** With `lazy_load_members`: the members who sent the events. */
  state: v.optional(v.unknown()),
});
const MemberSchema = v.object({
  type: v.literal('m.room.member'),
  state_key: id,
  content: v.object({ displayname: v.pipe(v.string(), v.minLength(1)) }),
});

/** In characters; servers limit names only by the size of the whole event. */
const nameLimit = 255;
const relationsLimit = 50;
const recentLimit = 100;

export function createRooms(clock: Clock, client: () => MatrixClient): Rooms {
  const isEncrypted = async (roomId: string): Promise<boolean> => {
    const parts = ['rooms', roomId, 'state', 'm.room.encryption', ''];
    return (await orNothing(ask(clock, client(), { method: 'GET', parts }))) !== undefined;
  };

  return {
    isEncrypted,
    whoami: async (): Promise<Who> => {
      const who = await ask(clock, client(), { method: 'GET', parts: ['account', 'whoami'] });
      const { user_id: userId, device_id: deviceId } = checked(WhoSchema, who);
      return { userId, deviceId };
    },
    send: async (message) => {
      const mine = client();
      // Checked each time: a room may become encrypted at any moment, and the SDK would still send plain text.
      if (await isEncrypted(message.roomId)) throw new AccountError('encrypted');
      // Another member may have signed in since.
      if (client() !== mine) throw new AccountError('signed-out');
      const sent = await ask(clock, mine, {
        method: 'PUT',
        parts: ['rooms', message.roomId, 'send', message.type ?? 'm.room.message', message.txnId],
        body: inThread(message),
      });
      return checked(SentSchema, sent).event_id;
    },
    upload: (file) => {
      const mine = client();
      return withRetries(clock, () => upload(clock, mine, file));
    },
    relations: async (roomId, eventId, kind) => {
      const answer = await ask(clock, client(), {
        method: 'GET',
        parts: ['rooms', roomId, 'relations', eventId, kind],
        query: { limit: String(relationsLimit) },
        prefix: '/_matrix/client/v1',
      });
      return pageOf(roomId, answer, relationsLimit, nameIn(client(), roomId));
    },
    recent: async (roomId) => {
      const filter = JSON.stringify({
        types: ['m.room.message', 'coop.tray.status', levelsType],
        lazy_load_members: true,
      });
      const answer = await ask(clock, client(), {
        method: 'GET',
        parts: ['rooms', roomId, 'messages'],
        query: { dir: 'b', limit: String(recentLimit), filter },
      });
      return pageOf(roomId, answer, recentLimit, nameIn(client(), roomId));
    },
    redact: async (roomId, eventId, txnId) => {
      await ask(clock, client(), {
        method: 'PUT',
        parts: ['rooms', roomId, 'redact', eventId, txnId],
        body: {},
      });
    },
  };
}

/** The display name of a user; undefined if it is not known. */
export type NameOf = (userId: string) => string | undefined;

/** Names of those who have written since the room was first synced: without a request for each. */
export function nameIn(client: MatrixClient, roomId: string): NameOf {
  return (userId) => client.getRoom(roomId)?.getMember(userId)?.rawDisplayName;
}

/** `synced`: names that the answer does not contain. */
function pageOf(roomId: string, answer: unknown, limit: number, synced: NameOf): RoomPage {
  const { chunk, state } = checked(ChunkSchema, answer);
  const names = namesIn(state);
  const nameOf: NameOf = (userId) => names.get(userId) ?? synced(userId);
  const entries = chunk.slice(0, limit);
  const read = entries.map((raw) => ({ raw, event: toRoomEvent(roomId, raw, nameOf) }));
  return {
    events: read.flatMap(({ event }) => event ?? []),
    unreadable: read.filter(({ raw, event }) => !event && maySaySomething(raw)).length,
  };
}

/** More than the senders of one answer. */
const namesLimit = 500;

function namesIn(state: unknown): ReadonlyMap<string, string> {
  const members = Array.isArray(state) ? state.slice(0, namesLimit) : [];
  return new Map(
    members.flatMap((raw) => {
      const { success, output } = v.safeParse(MemberSchema, raw);
      return success ? [[output.state_key, output.content.displayname] as const] : [];
    }),
  );
}

/** Undefined if it is not a valid event. */
export function toRoomEvent(roomId: string, raw: unknown, nameOf: NameOf): RoomEvent | undefined {
  const { success, output } = v.safeParse(EventSchema, raw);
  if (!success) return undefined;
  // Before room version 11, it is outside the content.
  const redacts =
    output.type === 'm.room.redaction' && (output.content['redacts'] ?? output.redacts);
  const senderName = nameOf(output.sender)?.slice(0, nameLimit);
  const edit = editOf(output);
  const replaced = v.safeParse(ReplacedSchema, output.unsigned);
  return {
    eventId: output.event_id,
    roomId,
    sender: output.sender,
    // Without a name, the SDK gives the id.
    ...(senderName && senderName !== output.sender ? { senderName } : {}),
    type: output.type,
    ...(output.state_key === undefined ? {} : { stateKey: output.state_key }),
    content: output.content,
    sentUtcMs: output.origin_server_ts,
    ...(typeof redacts === 'string' ? { redacts } : {}),
    ...(replaced.success ? { before: replaced.output.prev_content } : {}),
    ...(edit ? { edit } : {}),
  };
}

function editOf({ sender, unsigned }: v.InferOutput<typeof EventSchema>) {
  const { success, output } = v.safeParse(EditedSchema, unsigned);
  const edit = success ? output['m.relations']['m.replace'] : undefined;
  return edit?.sender === sender ? edit.content : undefined;
}

/** Clients without threads show it as a reply. */
function inThread({ content, threadId }: Message) {
  if (threadId === undefined) return content;
  const relation = {
    rel_type: 'm.thread',
    event_id: threadId,
    is_falling_back: true,
    'm.in_reply_to': { event_id: threadId },
  };
  return { ...content, 'm.relates_to': relation };
}

async function upload(clock: Clock, client: MatrixClient, file: Upload): Promise<string> {
  const abortController = new AbortController();
  const cancel = clock.after(file.limitMs, () => abortController.abort());
  try {
    // A Blob without a name: the name of a local file is private.
    const blob = new Blob([file.bytes], { type: file.type });
    const options = { type: file.type, includeFilename: false, abortController };
    return checked(UploadedSchema, await client.uploadContent(blob, options)).content_uri;
  } finally {
    cancel();
  }
}

/** Throws `bad-answer`. */
export function checked<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const { success, output } = v.safeParse(schema, answer);
  if (!success) throw new AccountError('bad-answer');
  return output;
}
