/** Counts what ended up in a room: each feedback, and the pictures in its thread. */
import { feedbackField } from '../../../shared/feedback/matrix-message.ts';

type Json = Readonly<Record<string, unknown>>;
export type Event = Readonly<{ event_id: string; type: string; content: Json }>;
export type Ask = (method: string, path: string) => Promise<Json>;

export async function messagesOf(ask: Ask, roomId: string): Promise<readonly Event[]> {
  const path = `v3/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=100`;
  const all: Event[] = [];
  for (let from: string | undefined = ''; from !== undefined;) {
    const page: Json = await ask('GET', from ? `${path}&from=${encodeURIComponent(from)}` : path);
    all.push(...(page['chunk'] as readonly Event[]));
    from = page['end'] as string | undefined;
  }
  return all.filter(({ type }) => type === 'm.room.message');
}

/** `taken` are those confirmed to the member; more may have arrived without a confirmation. */
export function countIn(events: readonly Event[], taken: readonly string[]) {
  const roots = events.filter(({ content }) => idOf(content) !== undefined);
  const ids = new Set(roots.map(({ content }) => idOf(content) ?? ''));
  const found = [...ids].map((id) => {
    const own = roots.filter(({ content }) => idOf(content) === id);
    const threads = new Set<unknown>(own.map((root) => root.event_id));
    const pictures = events.filter(({ content }) => threads.has(threadOf(content)));
    return { roots: own.length, pictures: pictures.length };
  });
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  const lostRoots = taken.filter((id) => !ids.has(id)).length;
  return {
    sent: ids.size,
    lost: lostRoots + found.filter(({ pictures }) => pictures === 0).length,
    duplicates:
      sum(found.map((one) => one.roots - 1 + Math.max(0, one.pictures - 1))) +
      // A picture without its feedback.
      (events.length - sum(found.map((one) => one.roots + one.pictures))),
  };
}

function threadOf(content: Json): unknown {
  const relation = content['m.relates_to'] as Json | undefined;
  return content['msgtype'] === 'm.image' ? relation?.['event_id'] : undefined;
}

function idOf(content: Json): string | undefined {
  return (content[feedbackField] as Json | undefined)?.['id'] as string | undefined;
}
