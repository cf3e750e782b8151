/** What the co-op announces in its room: messages of those who may speak for it. Pure. */
import * as v from 'valibot';
import type { Sign } from '../feedback/outcome.ts';
import { plainReply } from '../feedback/outcome.ts';
import { newTextOf, revise } from '../feedback/room-signs.ts';
import type { RoomEvent } from '../matrix/event.ts';
import { levelIn } from '../matrix/powers.ts';

/** Announcements that are kept and shown. */
export const announcementLimit = 20;

const ContentSchema = v.object({
  msgtype: v.picklist(['m.text', 'm.notice']),
  body: v.string(),
  'm.relates_to': v.optional(v.object({ rel_type: v.optional(v.string()) })),
});

/** Who may post state in a room may speak for it. */
const speakerPower = 50;

/**
 * Whether the sender of an event may speak for the co-op: at the time when it was sent, and now, which is all that can be
 * known of the edit that comes along with it.
 */
export type Right = Readonly<{ sent: boolean; now: boolean }>;

/**
 * `power` is what holds now, `levels` the list that held when it was sent; undefined where no other one is known. Who made
 * a newer room has their power for ever, and stands in no list.
 */
export function rightOf(power: number, levels: unknown, sender: string): Right {
  const now = power >= speakerPower;
  if (levels === undefined || power === Infinity) return { sent: now, now };
  return { sent: levelIn(levels, sender) >= speakerPower, now };
}

/** The announcements, oldest first, once this event has been heard. What was said rightly stays as it was said. */
export function hearAnnouncement(
  signs: readonly Sign[],
  event: RoomEvent,
  me: string,
  speaks: Right,
): readonly Sign[] {
  if (event.type === 'm.room.message' && !speaks.sent) return signs;
  const revised = revise(signs, event);
  if (revised) return revised;
  const isNew = event.type === 'm.room.message';
  const { success, output } = v.safeParse(ContentSchema, isNew ? event.content : undefined);
  // What is said in a thread is a conversation, not an announcement.
  if (!success || output['m.relates_to']?.rel_type !== undefined) return signs;
  const edit = speaks.now ? event.edit : undefined;
  const text = (edit && newTextOf(edit)) ?? plainReply(output.body);
  if (!text || signs.some(({ id }) => id === event.eventId)) return signs;
  const { eventId: id, sender: by, sentUtcMs: atUtcMs } = event;
  const sign: Sign = { is: 'reply', id, by, mine: by === me, text, inThread: true, atUtcMs };
  return [...signs, sign].toSorted((a, b) => a.atUtcMs - b.atUtcMs).slice(-announcementLimit);
}
