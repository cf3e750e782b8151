/** A Matrix room that takes feedback: the message, and below it in its thread the picture and the file. */
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

/** What this asks of the member's account. It throws errors with a `fault`. */
export type Matrix = Readonly<{
  enter: (room: string) => Promise<string>;
  /** Undefined where the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** Of a room by its name, without entering it. */
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

export type MatrixDestinationParts = Readonly<{
  matrix: Matrix;
  userId: string;
  /** The room's id: asked for each part, as its name may lead elsewhere by then. */
  room: () => Promise<string>;
}>;

/** Less than a part may take as a whole, in ms. */
const uploadLimitMs = 240_000;
/** Of a part with a file: the server's memory for transactions is a day, and ends with the device. */
const partField = 'coop.tray.part';

const ContentSchema = v.record(v.string(), v.unknown());

export function createMatrixDestination(parts: MatrixDestinationParts): Destination {
  const { matrix, userId } = parts;
  /** Uploaded, but not yet named by an event; by transaction. */
  const uploaded = new Map<string, string>();

  const find = (events: readonly RoomEvent[], is: (content: Content) => boolean) =>
    events.find(({ sender, content }) => sender === userId && is(content))?.eventId;

  /** What has arrived already, though its answer was lost and the device is another one by now. */
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
    const roomId = await parts.room();
    // Before a file is uploaded: there it would lie unencrypted, whether a message names it or not.
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
