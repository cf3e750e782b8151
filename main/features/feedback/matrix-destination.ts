/** A Matrix room as a destination: a message, with picture and file in its thread. */
import * as v from 'valibot';
import type { Binding } from '../../../shared/binding.ts';
import type { Answer } from '../../../shared/feedback/outbox.ts';
import { feedbackField } from '../../../shared/feedback/matrix-message.ts';
import { ackField } from '../../../shared/acknowledgements/message.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';
import { deliveryErrorOf } from './account-fault.ts';
import type { Destination, Outgoing } from './deliver.ts';
import { permalinkOf } from './permalink.ts';

type Content = Readonly<Record<string, unknown>>;

/** What is needed of the member's account. Its errors have a `fault`. */
export type Matrix = Readonly<{
  enter: (room: string) => Promise<string>;
  /** Undefined if the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** The id of a room by its name, without joining it. */
  roomIdOf: (room: string) => Promise<string>;
  /** Who can read it. */
  readersOf: (roomId: string) => Promise<Binding>;
  ownRoom: (
    own: Readonly<{ key: string; name: string; invite: readonly string[] }>,
  ) => Promise<string>;
  isEncrypted: (roomId: string) => Promise<boolean>;
  send: (
    message: Readonly<{
      roomId: string;
      txnId: string;
      type?: 'm.reaction';
      content: Content;
      threadId?: string;
    }>,
  ) => Promise<string>;
  upload: (
    file: Readonly<{ bytes: Uint8Array<ArrayBuffer>; type: string; limitMs: number }>,
  ) => Promise<string>;
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  recent: (roomId: string) => Promise<RoomPage>;
}>;

export type MatrixDestinationDeps = Readonly<{
  matrix: Matrix;
  userId: string;
  /** The room's id, requested for each part, since its alias may have changed. */
  room: () => Promise<string>;
}>;

/** Below the limit of a whole part. */
const uploadLimitMs = 240_000;
/** Identifies a part with a file: the server forgets transactions after a day, or with the device. */
const partField = 'coop.tray.part';

const ContentSchema = v.record(v.string(), v.unknown());

export function createMatrixDestination(deps: MatrixDestinationDeps): Destination {
  const { matrix, userId } = deps;
  /** Files uploaded but not yet in an event, by transaction. */
  const uploaded = new Map<string, string>();

  const find = (events: readonly RoomEvent[], is: (content: Content) => boolean) =>
    events.find(({ sender, content }) => sender === userId && is(content))?.eventId;

  /** Finds a message that arrived although its answer was lost, perhaps from another device. */
  const arrived = async (roomId: string, content: Content) => {
    const id = idOf(content);
    if (id === undefined) return undefined;
    return find((await matrix.recent(roomId)).events, (one) => idOf(one) === id);
  };

  const sendFile = async (roomId: string, part: Outgoing, content: Content, txnId: string) => {
    const { attachment, rootId, kind } = part;
    if (!attachment) throw new DeliveryError(trouble('internal'), false);
    const threadId = 'm.relates_to' in content ? undefined : rootId;
    const inThread = threadId && (await matrix.relations(roomId, threadId, 'm.thread'));
    const known = inThread && find(inThread.events, (one) => one[partField] === txnId);
    if (known) return known;
    const { name, mediaType, bytes } = attachment;
    const url =
      uploaded.get(txnId) ??
      (await matrix.upload({
        bytes: Uint8Array.from(bytes),
        type: mediaType,
        limitMs: uploadLimitMs,
      }));
    uploaded.set(txnId, url);
    const whole = {
      msgtype: kind === 'image' ? 'm.image' : 'm.file',
      body: name,
      info: { mimetype: mediaType, size: bytes.length },
      ...content,
      url,
      [partField]: txnId,
    };
    const message = { roomId, txnId, content: whole, ...(threadId ? { threadId } : {}) };
    const eventId = await matrix.send(message);
    uploaded.delete(txnId);
    return eventId;
  };

  const take = async (part: Outgoing, txnId: string): Promise<Answer> => {
    const content = v.parse(ContentSchema, JSON.parse(part.content));
    const roomId = await deps.room();
    // Checked before the upload: the file would be on the server unencrypted, even without a message.
    if (await matrix.isEncrypted(roomId)) throw new DeliveryError(trouble('encrypted'), false);
    const eventId =
      part.kind === 'message'
        ? ((await arrived(roomId, content)) ?? (await matrix.send({ roomId, txnId, content })))
        : await sendFile(roomId, part, content, txnId);
    return { id: eventId, permalink: permalinkOf(roomId, eventId, userId) };
  };

  return {
    send: async (part, transactionId, signal) => {
      try {
        return await take(part, transactionId);
      } catch (error) {
        signal.throwIfAborted();
        throw deliveryErrorOf(error);
      }
    },
  };
}

function idOf(content: Content): unknown {
  const field = content[feedbackField] ?? content[ackField];
  const { success, output } = v.safeParse(ContentSchema, field);
  return success ? output['id'] : undefined;
}
