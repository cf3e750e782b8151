/** Reads a Matrix thread: replies, edits, staff's reactions, and what was taken back. Pure. */
import * as v from 'valibot';
import type { RoomEvent } from '../matrix/event.ts';
import type { Sign } from './outcome.ts';
import { plainReply } from './outcome.ts';
import type { Outcome } from './state.ts';

export type Thread = Readonly<{
  /** The event that the feedback is. */
  rootId: string;
  me: string;
  /** By the room's power levels, or by the names that the document gives: a mark of anybody else counts for nothing. */
  isStaff: (userId: string) => boolean;
}>;

/** With and without the selector that asks for the coloured form. */
const marks: Readonly<Record<string, Outcome>> = {
  '👀': 'seen',
  '🔧': 'working',
  '🛠': 'working',
  '✅': 'fixed',
};

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const RelationSchema = v.object({
  rel_type: v.optional(v.string()),
  event_id: v.optional(Id),
  key: v.optional(v.string()),
  is_falling_back: v.optional(v.boolean()),
  'm.in_reply_to': v.optional(v.object({ event_id: Id })),
});
const BodySchema = v.object({ body: v.string() });
const EditSchema = v.object({ 'm.new_content': BodySchema });

/** The signs once this event has been heard; the same ones where it tells nothing of the thread. */
export function hearEvent(
  signs: readonly Sign[],
  event: RoomEvent,
  thread: Thread,
): readonly Sign[] {
  const revised = revise(signs, event);
  if (revised) return revised;
  const { success, output: relation } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  if (!success) return signs;
  const sign = signOf(event, relation, thread);
  const known = !sign || signs.some(({ id }) => id === sign.id);
  return known ? signs : [...signs, sign];
}

/** What an edit, or what takes something back, makes of the signs; undefined for any other event. */
export function revise(signs: readonly Sign[], event: RoomEvent): readonly Sign[] | undefined {
  if (event.type === 'm.room.redaction') {
    return signs.some(({ id }) => id === event.redacts)
      ? signs.filter(({ id }) => id !== event.redacts)
      : signs;
  }
  const { success, output: relation } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  if (event.type !== 'm.room.message' || !success || relation.rel_type !== 'm.replace') {
    return undefined;
  }
  return edited(signs, relation.event_id, event.sender, event.content);
}

/** Whose standing has to be known before the event can be judged; undefined where nobody's matters. */
export function markedBy(event: RoomEvent, rootId: string): string | undefined {
  const { success, output } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  return event.type === 'm.reaction' && success && output.event_id === rootId && markOf(output.key)
    ? event.sender
    : undefined;
}

type Relation = v.InferOutput<typeof RelationSchema>;

function signOf(event: RoomEvent, relation: Relation, thread: Thread): Sign | undefined {
  const { eventId: id, sender: by, sentUtcMs: atUtcMs } = event;
  const common = { id, by, mine: by === thread.me, atUtcMs };
  if (event.type === 'm.reaction') {
    const outcome = relation.rel_type === 'm.annotation' ? markOf(relation.key) : undefined;
    const counts = relation.event_id === thread.rootId && thread.isStaff(by);
    return outcome && counts ? { ...common, is: 'mark', outcome } : undefined;
  }
  if (event.type !== 'm.room.message' || !answers(relation, thread.rootId)) return undefined;
  const text = (event.edit && newTextOf(event.edit)) ?? bodyOf(event.content, relation);
  const inThread = relation.rel_type === 'm.thread';
  return text ? { ...common, is: 'reply', text, inThread } : undefined;
}

/** In the thread, or as a plain answer by a client that knows no threads. */
function answers(relation: Relation, rootId: string): boolean {
  if (relation.rel_type === 'm.thread') return relation.event_id === rootId;
  return relation.rel_type === undefined && relation['m.in_reply_to']?.event_id === rootId;
}

function bodyOf(content: RoomEvent['content'], relation: Relation): string | undefined {
  const { success, output } = v.safeParse(BodySchema, content);
  if (!success) return undefined;
  const quotes = relation['m.in_reply_to'] !== undefined && relation.is_falling_back !== true;
  // Older clients repeat what they answer to, and leave an empty line.
  return plainReply(quotes ? output.body.replace(/^(?:>[^\n]*\n)+\n/, '') : output.body);
}

/** Only the author's own edit counts. */
function edited(
  signs: readonly Sign[],
  id: string | undefined,
  by: string,
  content: RoomEvent['content'],
): readonly Sign[] {
  const text = newTextOf(content);
  if (!text || !signs.some((sign) => sign.id === id && sign.by === by)) return signs;
  return signs.map((sign) =>
    sign.id === id && sign.is === 'reply' && sign.by === by ? { ...sign, text } : sign,
  );
}

export function newTextOf(content: RoomEvent['content']): string | undefined {
  const { success, output } = v.safeParse(EditSchema, content);
  return success ? plainReply(output['m.new_content'].body) : undefined;
}

function markOf(key: string | undefined): Outcome | undefined {
  const plain = key?.replaceAll('\uFE0F', '') ?? '';
  return Object.hasOwn(marks, plain) ? marks[plain] : undefined;
}
