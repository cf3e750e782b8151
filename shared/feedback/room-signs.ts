/** Signs from a Matrix thread: replies, edits, staff reactions and redactions. Pure. */
import * as v from 'valibot';
import type { RoomEvent } from '../matrix/event.ts';
import type { Sign } from './outcome.ts';
import { plainReply } from '../text/plain.ts';
import type { Outcome } from './state.ts';

export type Thread = Readonly<{
  /** The feedback's own event. */
  rootId: string;
  me: string;
  /** Whether the sender's marks count: by the room's power levels when it was sent, or by the names in the document. */
  isStaff: boolean;
}>;

/** Matched without the emoji variation selector. */
const marks: Readonly<Record<string, Outcome>> = {
  '👀': 'seen',
  '🔧': 'working',
  '🛠': 'working',
  '✅': 'fixed',
};

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** An invalid field does not invalidate the others. */
const part = <T>(schema: v.GenericSchema<T>) => v.fallback(v.optional(schema), undefined);
const RelationSchema = v.object({
  rel_type: part(v.string()),
  event_id: part(Id),
  key: part(v.string()),
  is_falling_back: part(v.boolean()),
  'm.in_reply_to': part(v.object({ event_id: Id })),
});
const BodySchema = v.object({ body: v.string() });
const EditSchema = v.object({ 'm.new_content': BodySchema });

/** The signs after this event; the same array if the event does not concern the thread. */
export function withEvent(
  signs: readonly Sign[],
  event: RoomEvent,
  thread: Thread,
): readonly Sign[] {
  const revised = revise(signs, event);
  if (revised) return revised;
  const { success, output: relation } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  if (!success) return signs;
  const sign = signOf(event, relation, thread);
  const isIgnored = !sign || signs.some(({ id }) => id === sign.id);
  return isIgnored ? signs : [...signs, sign];
}

/** The signs after an edit or a redaction; undefined for any other event. */
export function revise(signs: readonly Sign[], event: RoomEvent): readonly Sign[] | undefined {
  if (event.type === 'm.room.redaction') {
    return signs.some(({ id }) => id === event.redacts)
      ? signs.filter(({ id }) => id !== event.redacts)
      : signs;
  }
  const id = editedBy(event);
  return id === undefined ? undefined : edited(signs, id, event.sender, event.content);
}

/** The event that this one edits; undefined if it is not an edit. */
export function editedBy(event: RoomEvent): string | undefined {
  const { success, output } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  const isEdit = event.type === 'm.room.message' && success && output.rel_type === 'm.replace';
  return isEdit ? output.event_id : undefined;
}

/** Whether the sender's rights must be known before the event can be judged. */
export function isMark(event: RoomEvent, rootId: string): boolean {
  const { success, output } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  return success && outcomeIn(event, output, rootId) !== undefined;
}

function outcomeIn(event: RoomEvent, relation: Relation, rootId: string): Outcome | undefined {
  const isReaction = event.type === 'm.reaction' && relation.rel_type === 'm.annotation';
  return isReaction && relation.event_id === rootId ? markOf(relation.key) : undefined;
}

type Relation = v.InferOutput<typeof RelationSchema>;

function signOf(event: RoomEvent, relation: Relation, thread: Thread): Sign | undefined {
  const common = signedBy(event, thread.me);
  const outcome = outcomeIn(event, relation, thread.rootId);
  if (outcome) return { ...common, is: 'mark', outcome: thread.isStaff ? outcome : 'none' };
  if (event.type !== 'm.room.message' || !answers(relation, thread.rootId)) return undefined;
  const inThread = relation.rel_type === 'm.thread';
  return replySign({ ...common, inThread }, bodyOf(event.content, relation), event.edit);
}

/** What a sign takes from its event. */
export function signedBy(
  { eventId: id, sender: by, senderName, sentUtcMs }: RoomEvent,
  me: string,
) {
  const named = senderName === undefined ? {} : { name: senderName };
  return { id, by, ...named, mine: by === me, atUtcMs: sentUtcMs };
}

/** A reply in its newest wording; undefined if it is empty. `text` is undefined if it could not be parsed. */
export function replySign(
  common: Omit<Extract<Sign, Readonly<{ is: 'odd' }>>, 'is'>,
  text: string | undefined,
  edit: RoomEvent['edit'],
): Sign | undefined {
  const newest = edit && newTextOf(edit);
  const shown = newest ?? text;
  if (shown === undefined) return { ...common, is: 'odd' };
  const stale = edit && newest === undefined ? { stale: true } : {};
  return shown ? { ...common, is: 'reply', text: shown, ...stale } : undefined;
}

/** In the thread, or a plain reply by a client without threads. */
function answers(relation: Relation, rootId: string): boolean {
  if (relation.rel_type === 'm.thread') return relation.event_id === rootId;
  return relation.rel_type === undefined && relation['m.in_reply_to']?.event_id === rootId;
}

/**
 * Older clients quote the message they reply to below its author's name, followed by an empty line. A quote the member
 * typed stays. https://spec.matrix.org/v1.12/client-server-api/#fallbacks-for-rich-replies
 */
const fallback = /^> (?:\* )?<@[^\n>]*>[^\n]*\n(?:>[^\n]*\n)*\n?/;

function bodyOf(content: RoomEvent['content'], relation: Relation): string | undefined {
  const { success, output } = v.safeParse(BodySchema, content);
  if (!success) return undefined;
  const quotes = relation['m.in_reply_to'] !== undefined && relation.is_falling_back !== true;
  return plainReply(quotes ? output.body.replace(fallback, '') : output.body);
}

type ReplySign = Exclude<Sign, Readonly<{ is: 'mark' }>>;

/** Only the author's own edits count. */
function edited(
  signs: readonly Sign[],
  id: string,
  by: string,
  content: RoomEvent['content'],
): readonly Sign[] {
  const isTarget = (sign: Sign): sign is ReplySign =>
    sign.id === id && sign.by === by && sign.is !== 'mark';
  const text = newTextOf(content);
  if (text === '' || !signs.some(isTarget)) return signs;
  return signs.map((sign) => (isTarget(sign) ? reworded(sign, text) : sign));
}

/** A valid edit makes an unreadable reply readable. */
function reworded(sign: ReplySign, text: string | undefined): Sign {
  if (text === undefined) return sign.is === 'reply' ? { ...sign, stale: true } : sign;
  const { id, by, name, mine, atUtcMs, inThread } = sign;
  const named = name === undefined ? {} : { name };
  return { is: 'reply', id, by, ...named, mine, atUtcMs, inThread, text };
}

function newTextOf(content: RoomEvent['content']): string | undefined {
  const { success, output } = v.safeParse(EditSchema, content);
  return success ? plainReply(output['m.new_content'].body) : undefined;
}

function markOf(key: string | undefined): Outcome | undefined {
  const plain = key?.replaceAll('\uFE0F', '') ?? '';
  return Object.hasOwn(marks, plain) ? marks[plain] : undefined;
}
