/** Threads of a demo in the forms in which the app keeps them, and as events of their room. Pure. */
import type { Feedback } from '../../../shared/feedback/item.ts';
import { matrixContent } from '../../../shared/feedback/matrix-message.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { answered, draftItem, enter, started } from '../../../shared/feedback/outbox.ts';
import type { StoredAnswers } from '../../../shared/feedback/outcome.ts';
import { noAnswers, takeSigns } from '../../../shared/feedback/outcome.ts';
import { withEvent } from '../../../shared/feedback/room-signs.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import type { Sign } from '../../../shared/feedback/outcome.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { permalinkOf } from '../../features/feedback/permalink.ts';
import type { Person, Thread } from './threads.ts';

/** Where the threads are. */
export type ThreadRoom = Readonly<{
  roomId: string;
  /** As in the document. */
  room: string;
  destinationId: string;
  people: Readonly<Record<Person, string>>;
}>;

export type PastFeedback = Readonly<{
  /** Files of a profile, by their paths. */
  files: Readonly<Record<string, string>>;
  /** Oldest first. */
  events: readonly RoomEvent[];
}>;

type Context = ThreadRoom & Readonly<{ t: Translate; system: string; nowUtcMs: number }>;

export function pastFeedback(threads: readonly Thread[], context: Context): PastFeedback {
  const items = threads.reduce<readonly Item[]>(
    (before, thread) => [...before, itemOf(thread, before, context)],
    [],
  );
  // Newest first, as the app keeps them.
  const answers = threads.toReversed().map((thread) => [thread.id, answersOf(thread, context)]);
  return {
    files: {
      ...Object.fromEntries(items.map((item) => [`outbox/${item.id}.json`, JSON.stringify(item)])),
      'answers.json': JSON.stringify({ version: 1, items: Object.fromEntries(answers) }),
    },
    events: threads
      .flatMap((thread) => [rootOf(thread, context), ...answersIn(thread, context)])
      .toSorted((a, b) => a.sentUtcMs - b.sentUtcMs),
  };
}

function itemOf(thread: Thread, before: readonly Item[], context: Context): Item {
  const { roomId, room, destinationId, people, nowUtcMs } = context;
  const { id, about, kind, severity, text } = thread;
  const atUtcMs = nowUtcMs - thread.agoMs;
  const draft: Draft = {
    about,
    ...(kind === 'comment' ? {} : { kind }),
    ...(severity ? { severity } : {}),
    text,
    destinationId,
    withDiagnostics: false,
  };
  const entry = {
    destination: `matrix:${destinationId}`,
    bound: { via: 'matrix', place: room, member: people.member, roomId },
    contents: [{ kind: 'message' as const, content: contentOf(thread, context) }],
  };
  const made = draftItem(id, JSON.stringify(draft), [], atUtcMs);
  const queued = enter(made, entry, before, atUtcMs, () => `${id}-part`);
  const rootId = eventIdOf(id);
  const answer = { id: rootId, permalink: permalinkOf(roomId, rootId, people.member) };
  return queued.parts.reduce(
    (item, part) => answered(item, part, answer, atUtcMs),
    started(queued),
  );
}

function contentOf({ id, about, kind, severity, text }: Thread, { t, system }: Context): string {
  const feedback: Feedback = { id, about, kind, text, system, ...(severity ? { severity } : {}) };
  return matrixContent(t, feedback);
}

/** Everything has been told; what is unread waits to be read. */
function answersOf(thread: Thread, context: Context): StoredAnswers {
  const { people, nowUtcMs } = context;
  const rootId = eventIdOf(thread.id);
  const signs = answersIn(thread, context).reduce<readonly Sign[]>((found, event) => {
    const isStaff = event.sender === people.staff;
    return withEvent(found, event, { rootId, me: people.member, isStaff });
  }, []);
  const { kept } = takeSigns(noAnswers, signs);
  const unread = thread.replies.flatMap((reply, place) =>
    reply.unread ? eventIdOf(thread.id, `reply-${place}`) : [],
  );
  return { ...kept, unread, askedAtUtcMs: nowUtcMs };
}

function rootOf(thread: Thread, context: Context): RoomEvent {
  return {
    eventId: eventIdOf(thread.id),
    roomId: context.roomId,
    sender: context.people.member,
    type: 'm.room.message',
    content: JSON.parse(contentOf(thread, context)) as RoomEvent['content'],
    sentUtcMs: context.nowUtcMs - thread.agoMs,
  };
}

/** Oldest first. */
function answersIn({ id, marks, replies }: Thread, context: Context): readonly RoomEvent[] {
  const { roomId, people, nowUtcMs } = context;
  const rootId = eventIdOf(id);
  const reactions = marks.map(({ key, agoMs }, place): RoomEvent => ({
    eventId: eventIdOf(id, `mark-${place}`),
    roomId,
    sender: people.staff,
    type: 'm.reaction',
    content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: rootId, key } },
    sentUtcMs: nowUtcMs - agoMs,
  }));
  const messages = replies.map(({ by, agoMs, text }, place): RoomEvent => ({
    eventId: eventIdOf(id, `reply-${place}`),
    roomId,
    sender: people[by],
    type: 'm.room.message',
    content: {
      msgtype: 'm.text',
      body: text,
      'm.relates_to': { rel_type: 'm.thread', event_id: rootId },
    },
    sentUtcMs: nowUtcMs - agoMs,
  }));
  return [...reactions, ...messages].toSorted((a, b) => a.sentUtcMs - b.sentUtcMs);
}

function eventIdOf(...parts: readonly string[]): string {
  return `$${parts.join('-')}`;
}
