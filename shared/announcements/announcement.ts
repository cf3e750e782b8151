/** What the co-op announces in its room: messages of those who may speak for it. Pure. */
import * as v from 'valibot';
import type { Sign } from '../feedback/outcome.ts';
import { plainReply } from '../feedback/outcome.ts';
import { newTextOf, revise } from '../feedback/room-signs.ts';
import type { RoomEvent } from '../matrix/event.ts';

/** Announcements that are kept and shown. */
export const announcementLimit = 20;

const ContentSchema = v.object({
  msgtype: v.picklist(['m.text', 'm.notice']),
  body: v.string(),
  'm.relates_to': v.optional(v.object({ rel_type: v.optional(v.string()) })),
});

/** The announcements, oldest first, once this event has been heard. `speaks`: whether its sender may speak for the co-op. */
export function hearAnnouncement(
  signs: readonly Sign[],
  event: RoomEvent,
  me: string,
  speaks: boolean,
): readonly Sign[] {
  const revised = revise(signs, event);
  if (revised) return revised;
  const isNew = speaks && event.type === 'm.room.message';
  const { success, output } = v.safeParse(ContentSchema, isNew ? event.content : undefined);
  // What is said in a thread is a conversation, not an announcement.
  if (!success || output['m.relates_to']?.rel_type !== undefined) return signs;
  const text = (event.edit && newTextOf(event.edit)) ?? plainReply(output.body);
  if (!text || signs.some(({ id }) => id === event.eventId)) return signs;
  const { eventId: id, sender: by, sentUtcMs: atUtcMs } = event;
  const sign: Sign = { is: 'reply', id, by, mine: by === me, text, inThread: true, atUtcMs };
  return [...signs, sign].toSorted((a, b) => a.atUtcMs - b.atUtcMs).slice(-announcementLimit);
}
