/** A member's answer in a thread: an outbox item that belongs to the item it answers. Pure. */
import * as v from 'valibot';
import { markerOf } from './github-issue.ts';
import type { Content, Item } from './outbox.ts';
import type { Place } from './place.ts';

const DraftSchema = v.object({ answers: v.string(), text: v.string() });
const prefix = 'answer:';

/** One queue per answered item, so that answers are sent in the order they were written. */
export function answerDestination(itemId: string): string {
  return `${prefix}${itemId}`;
}

/** The item that the answer belongs to; undefined for other destinations. */
export function answeredIn(destination: string): string | undefined {
  return destination.startsWith(prefix) ? destination.slice(prefix.length) : undefined;
}

export function answerDraft(itemId: string, text: string): string {
  return JSON.stringify({ answers: itemId, text });
}

/** Undefined if the item is not an answer. */
export function answerOf(item: Pick<Item, 'draft'>): v.InferOutput<typeof DraftSchema> | undefined {
  if (!item.draft.startsWith('{"answers":')) return undefined;
  try {
    return v.parse(DraftSchema, JSON.parse(item.draft));
  } catch {
    return undefined;
  }
}

/** The exact bytes to send. */
export function answerContent(id: string, place: Place, text: string): Content {
  return { kind: 'message', content: JSON.stringify(bodyOf(id, place, text)) };
}

function bodyOf(id: string, place: Place, text: string) {
  if (place.via === 'github') return { body: `${text}\n\n${markerOf(id)}` };
  const rootId = place.eventId;
  return {
    msgtype: 'm.text',
    body: text,
    'm.relates_to': {
      rel_type: 'm.thread',
      event_id: rootId,
      is_falling_back: true,
      'm.in_reply_to': { event_id: rootId },
    },
  };
}
