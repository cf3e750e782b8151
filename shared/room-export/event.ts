/** Events of a room's history, and how they are shown in the export. Pure. */
import * as v from 'valibot';
import { extensibleText, isPoll, pollText } from './extensible.ts';

/** As received from the server: unvalidated and saved unchanged. */
export type RawEvent = Readonly<Record<string, unknown>> & Readonly<{ event_id: string }>;

/** `edit`: an edit whose original message is not exported. `other`: an unknown kind with text. */
export type ShownKind =
  | 'text'
  | 'emote'
  | 'file'
  | 'poll'
  | 'encrypted'
  | 'removed'
  | 'edit'
  | 'other';

export type Shown = Readonly<{
  eventId: string;
  sender: string;
  /** Undefined if the server's timestamp is invalid. */
  atUtcMs?: number;
  kind: ShownKind;
  text: string;
  /** The original text of an edited message; `text` is the latest. */
  before?: string;
  inThread: boolean;
}>;

/** Longer texts are cut in the pages; the events file has them whole. Servers do not accept longer ones. */
const textLimit = 65_536;
/** The latest time that `Date` can hold, ms UTC. */
const lastMoment = 8.64e15;

const Content = v.record(v.string(), v.unknown());
const EventSchema = v.object({
  event_id: v.string(),
  sender: v.pipe(v.string(), v.maxLength(255)),
  type: v.string(),
  state_key: v.optional(v.string()),
  content: Content,
});
const RelationSchema = v.object({ rel_type: v.string(), event_id: v.string() });
const RemovedSchema = v.object({ redacted_because: v.object({ event_id: v.string() }) });
/** https://spec.matrix.org/v1.16/client-server-api/#server-side-aggregation-of-mreplace-relationships */
const EditedSchema = v.object({
  'm.relations': v.object({
    'm.replace': v.object({ sender: v.string(), content: v.object({ 'm.new_content': Content }) }),
  }),
});
type ParsedEvent = v.InferOutput<typeof EventSchema>;

/** Undefined for events that are not messages: membership, reactions, redactions, room settings. */
export function shownOf(raw: RawEvent): Shown | undefined {
  const parsed = v.safeParse(EventSchema, raw);
  if (!parsed.success || parsed.output.state_key !== undefined) return undefined;
  const event = parsed.output;
  const message = messageOf(event, raw['unsigned']);
  if (!message) return undefined;
  const atUtcMs = momentOf(raw);
  const relation = v.safeParse(RelationSchema, event.content['m.relates_to']);
  return {
    eventId: event.event_id,
    sender: event.sender,
    ...(atUtcMs === undefined ? {} : { atUtcMs }),
    inThread: relation.success && relation.output.rel_type === 'm.thread',
    ...message,
  };
}

/** Kinds that the pages leave out; the index counts each. `other`: an unknown kind without text. */
export const leftOutKinds = ['state', 'reaction', 'removal', 'vote', 'other'] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

const kindsOfType: Readonly<Record<string, LeftOutKind>> = {
  'm.reaction': 'reaction',
  'm.room.redaction': 'removal',
  'm.poll.response': 'vote',
  'org.matrix.msc3381.poll.response': 'vote',
};

/** For events that `shownOf` does not show. */
export function leftOutKind(raw: RawEvent): LeftOutKind {
  if (typeof raw['state_key'] === 'string') return 'state';
  const { type } = raw;
  return (
    (typeof type === 'string' && Object.hasOwn(kindsOfType, type) && kindsOfType[type]) || 'other'
  );
}

/** When it was sent, by the clock of the sender's server, ms UTC; undefined if invalid. */
export function momentOf(raw: RawEvent): number | undefined {
  const at = raw['origin_server_ts'];
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  return at >= 0 && at <= lastMoment ? Math.floor(at) : undefined;
}

/** The id of the message that an edit replaces. */
export function editedBy(raw: RawEvent): string | undefined {
  const content = v.safeParse(Content, raw['content']);
  const relation = content.success
    ? v.safeParse(RelationSchema, content.output['m.relates_to'])
    : undefined;
  if (!relation?.success || relation.output.rel_type !== 'm.replace') return undefined;
  return relation.output.event_id;
}

type Message = Pick<Shown, 'kind' | 'text' | 'before'>;

function messageOf({ type, sender, content }: ParsedEvent, unsigned: unknown): Message | undefined {
  const isMessage =
    type === 'm.room.message' ||
    type === 'm.sticker' ||
    type === 'm.room.encrypted' ||
    isPoll(type);
  if (isMessage && (v.is(RemovedSchema, unsigned) || Object.keys(content).length === 0)) {
    return { kind: 'removed', text: '' };
  }
  if (type === 'm.room.encrypted') return { kind: 'encrypted', text: '' };
  if (isPoll(type)) return pollOf(sender, content, unsigned);
  const text = bodyOf(content);
  if (text === undefined) return undefined;
  if (type === 'm.sticker') return { kind: 'file', text };
  if (type !== 'm.room.message') return { kind: 'other', text };
  const relation = v.safeParse(RelationSchema, content['m.relates_to']);
  if (relation.success && relation.output.rel_type === 'm.replace') {
    return { kind: 'edit', text: newTextOf(content['m.new_content']) ?? text };
  }
  const latest = latestText(sender, unsigned);
  const kind = kindOf(content['msgtype']);
  return latest === undefined ? { kind, text } : { kind, text: latest, before: text };
}

function pollOf(
  sender: string,
  content: ParsedEvent['content'],
  unsigned: unknown,
): Message | undefined {
  const text = limited(pollText(content));
  const relation = v.safeParse(RelationSchema, content['m.relates_to']);
  if (relation.success && relation.output.rel_type === 'm.replace') {
    const next = v.safeParse(Content, content['m.new_content']);
    const changed = next.success ? limited(pollText(next.output)) : text;
    return changed === undefined ? undefined : { kind: 'edit', text: changed };
  }
  if (text === undefined) return undefined;
  const latest = latestText(sender, unsigned, (edited) => limited(pollText(edited)));
  return latest === undefined
    ? { kind: 'poll', text }
    : { kind: 'poll', text: latest, before: text };
}

/** Only the sender's own edits count. */
function latestText(
  sender: string,
  unsigned: unknown,
  textOf: (content: ParsedEvent['content']) => string | undefined = bodyOf,
): string | undefined {
  const edited = v.safeParse(EditedSchema, unsigned);
  if (!edited.success) return undefined;
  const edit = edited.output['m.relations']['m.replace'];
  return edit.sender === sender ? textOf(edit.content['m.new_content']) : undefined;
}

function newTextOf(content: unknown): string | undefined {
  const parsed = v.safeParse(Content, content);
  return parsed.success ? bodyOf(parsed.output) : undefined;
}

function bodyOf(content: Readonly<Record<string, unknown>>): string | undefined {
  const { body } = content;
  return limited(typeof body === 'string' ? body : extensibleText(content));
}

function limited(text: string | undefined): string | undefined {
  return text?.slice(0, textLimit);
}

const files: readonly unknown[] = ['m.image', 'm.file', 'm.audio', 'm.video'];

function kindOf(msgtype: unknown): ShownKind {
  if (msgtype === 'm.emote') return 'emote';
  return files.includes(msgtype) ? 'file' : 'text';
}
