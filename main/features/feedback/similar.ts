/** Finds similar feedback, and adds the member's “+1” to it. */
import * as v from 'valibot';
import { lenientArray } from '../../../shared/lists/lenient-array.ts';
import { feedbackField } from '../../../shared/feedback/matrix-message.ts';
import type { Candidate, Said, Similar } from '../../../shared/feedback/similar.ts';
import { issueQuery, rankSimilar } from '../../../shared/feedback/similar.ts';
import type { RoomPage } from '../../../shared/matrix/event.ts';
import { firstLineOf } from '../../../shared/text/first-line.ts';
import { permalinkOf } from './permalink.ts';
import type { GithubRead } from './templates.ts';

export type Room = Readonly<{
  roomId: string;
  userId: string;
  recent: (roomId: string) => Promise<RoomPage>;
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  send: (
    message: Readonly<{
      roomId: string;
      txnId: string;
      type: 'm.reaction';
      content: Readonly<Record<string, unknown>>;
    }>,
  ) => Promise<string>;
}>;

const RootSchema = v.object({
  body: v.string(),
  [feedbackField]: v.object({
    about: v.object({ what: v.string(), id: v.optional(v.string()), name: v.string() }),
  }),
});

/** Among the last hundred messages. */
export async function similarInRoom(room: Room, said: Said): Promise<readonly Similar[]> {
  const { events } = await room.recent(room.roomId);
  const key = keyOf(said.about);
  return rankSimilar(
    said,
    events.flatMap((event): Candidate[] => {
      const { success, output } = v.safeParse(RootSchema, event.content);
      if (!success || keyOf(output[feedbackField].about) !== key) return [];
      // What it is about and how bad it is stands above the text.
      const [heading = '', ...text] = output.body.split('\n\n');
      return [
        {
          id: event.eventId,
          title: firstLineOf(text.join('\n\n')) || heading,
          text: text.join('\n\n'),
          permalink: permalinkOf(event.roomId, event.eventId, room.userId),
          mine: event.sender === room.userId,
          open: true,
          sentUtcMs: event.sentUtcMs,
        },
      ];
    }),
  );
}

/** A service by its id, since its name may change; anything else has only a name. */
function keyOf({ what, name, ...more }: Readonly<{ what: string; name: string; id?: unknown }>) {
  return JSON.stringify([what, more.id ?? name]);
}

/** As other clients encode it: reactions are counted by their exact text. */
const thumb = '👍\uFE0F';

/** Once per member, from any device. */
export async function plusOneInRoom(room: Room, eventId: string): Promise<void> {
  const { roomId, userId } = room;
  const { events: reactions } = await room.relations(roomId, eventId, 'm.annotation');
  if (reactions.some((one) => one.sender === userId && isThumb(one.content))) return;
  const relation = { rel_type: 'm.annotation', event_id: eventId, key: thumb };
  const content = { 'm.relates_to': relation };
  await room.send({ roomId, txnId: `plus-${eventId}`, type: 'm.reaction', content });
}

const ReactionSchema = v.object({ 'm.relates_to': v.object({ key: v.string() }) });

function isThumb(content: unknown): boolean {
  const { success, output } = v.safeParse(ReactionSchema, content);
  return success && output['m.relates_to'].key.startsWith('👍');
}

const LoginSchema = v.object({ login: v.string() });
const FoundSchema = v.object({
  items: lenientArray(
    v.object({
      number: v.pipe(v.number(), v.integer()),
      title: v.string(),
      body: v.optional(v.nullable(v.string())),
      html_url: v.pipe(v.string(), v.url(), v.maxLength(2000)),
      state: v.picklist(['open', 'closed']),
      created_at: v.string(),
      user: v.fallback(v.nullable(LoginSchema), null),
    }),
  ),
});

/** Also works signed out for a public repository. Throws as `read`. */
export async function similarIssues(
  github: Readonly<{ read: GithubRead; signedIn: boolean }>,
  repository: string,
  said: Said,
  signal: AbortSignal,
): Promise<readonly Similar[]> {
  const q = issueQuery(repository, said.about);
  if (q === undefined) return [];
  const found = await github.read('GET /search/issues', { q, per_page: '30' }, signal);
  const me = github.signedIn ? await github.read('GET /user', {}, signal) : undefined;
  const { success, output } = v.safeParse(FoundSchema, found);
  if (!success) return [];
  return rankSimilar(
    said,
    output.items.items.map((one) => ({
      id: String(one.number),
      title: one.title,
      text: one.body ?? '',
      permalink: one.html_url,
      mine: v.is(LoginSchema, me) && one.user?.login === me.login,
      open: one.state === 'open',
      sentUtcMs: Date.parse(one.created_at),
    })),
  );
}
