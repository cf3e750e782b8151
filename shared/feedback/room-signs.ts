/** Reads a Matrix thread: replies, edits, staff's reactions, and what was taken back. Pure. */
import * as v from 'valibot';
import type { RoomEvent } from '../matrix/event.ts';
import type { Sign } from './outcome.ts';
import { plainReply } from '../text/plain.ts';
import type { Outcome } from './state.ts';

export type Thread = Readonly<{
  /** The event that the feedback is. */
  rootId: string;
  me: string;
  /**
   * Whether the event, where it is a mark, is of somebody whose marks count: by the room's power levels when it was set,
   * or by the names that the document gives.
   */
  isStaff: boolean;
}>;

/** With and without the selector that asks for the coloured form. */
const marks: Readonly<Record<string, Outcome>> = {
  '👀': 'seen',
  '🔧': 'working',
  '🛠': 'working',
  '✅': 'fixed',
};

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** One by one: an odd part of it costs no other. */
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
  const id = editedBy(event);
  return id === undefined ? undefined : edited(signs, id, event.sender, event.content);
}

/** The event that this one puts other words to; undefined for what is no edit. */
export function editedBy(event: RoomEvent): string | undefined {
  const { success, output } = v.safeParse(RelationSchema, event.content['m.relates_to']);
  const isEdit = event.type === 'm.room.message' && success && output.rel_type === 'm.replace';
  return isEdit ? output.event_id : undefined;
}

/** Whether the right of who sent it has to be known before the event can be judged. */
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
  const { eventId: id, sender: by, sentUtcMs: atUtcMs } = event;
  const common = { id, by, mine: by === thread.me, atUtcMs };
  const outcome = outcomeIn(event, relation, thread.rootId);
  if (outcome) return { ...common, is: 'mark', outcome: thread.isStaff ? outcome : 'none' };
  if (event.type !== 'm.room.message' || !answers(relation, thread.rootId)) return undefined;
  const inThread = relation.rel_type === 'm.thread';
  return saidAs({ ...common, inThread }, bodyOf(event.content, relation), event.edit);
}

/** What was said, in its newest words; undefined where it says nothing. `text` is undefined where it cannot be read. */
export function saidAs(
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

/** In the thread, or as a plain answer by a client that knows no threads. */
function answers(relation: Relation, rootId: string): boolean {
  if (relation.rel_type === 'm.thread') return relation.event_id === rootId;
  return relation.rel_type === undefined && relation['m.in_reply_to']?.event_id === rootId;
}

/**
 * Older clients repeat what they answer to below its author's name, and leave an empty line; a member's own quote is
 * theirs. https://spec.matrix.org/v1.12/client-server-api/#fallbacks-for-rich-replies
 */
const fallback = /^> (?:\* )?<@[^\n>]*>[^\n]*\n(?:>[^\n]*\n)*\n?/;

function bodyOf(content: RoomEvent['content'], relation: Relation): string | undefined {
  const { success, output } = v.safeParse(BodySchema, content);
  if (!success) return undefined;
  const quotes = relation['m.in_reply_to'] !== undefined && relation.is_falling_back !== true;
  return plainReply(quotes ? output.body.replace(fallback, '') : output.body);
}

type Said = Exclude<Sign, Readonly<{ is: 'mark' }>>;

/** Only the author's own edit counts. */
function edited(
  signs: readonly Sign[],
  id: string,
  by: string,
  content: RoomEvent['content'],
): readonly Sign[] {
  const isMeant = (sign: Sign): sign is Said =>
    sign.id === id && sign.by === by && sign.is !== 'mark';
  const text = newTextOf(content);
  if (text === '' || !signs.some(isMeant)) return signs;
  return signs.map((sign) => (isMeant(sign) ? reworded(sign, text) : sign));
}

/** New words can be read, whatever became of those before. */
function reworded(sign: Said, text: string | undefined): Sign {
  if (text === undefined) return sign.is === 'reply' ? { ...sign, stale: true } : sign;
  const { id, by, mine, atUtcMs, inThread } = sign;
  return { is: 'reply', id, by, mine, atUtcMs, inThread, text };
}

function newTextOf(content: RoomEvent['content']): string | undefined {
  const { success, output } = v.safeParse(EditSchema, content);
  return success ? plainReply(output['m.new_content'].body) : undefined;
}

function markOf(key: string | undefined): Outcome | undefined {
  const plain = key?.replaceAll('\uFE0F', '') ?? '';
  return Object.hasOwn(marks, plain) ? marks[plain] : undefined;
}
