/** What the co-op announces in its room: messages of those who may speak for it. Pure. */
import * as v from 'valibot';
import type { Sign } from '../feedback/outcome.ts';
import { newestOf } from '../feedback/outcome.ts';
import { plainReply } from '../text/plain.ts';
import { revise, saidAs } from '../feedback/room-signs.ts';
import type { RoomEvent } from '../matrix/event.ts';
import { isTakenBack } from '../matrix/lost.ts';
import { levelIn } from '../matrix/powers.ts';
import { isOddReport, reportType } from './report.ts';

/** Announcements that are kept and shown. */
export const announcementLimit = 20;

const TextSchema = v.object({ msgtype: v.picklist(['m.text', 'm.notice']), body: v.string() });
/** Known, and not shown. */
const PictureSchema = v.object({
  msgtype: v.picklist(['m.image', 'm.file', 'm.audio', 'm.video', 'm.location']),
});
/** What is said in a thread is a conversation, not an announcement. */
const RelatedSchema = v.object({ 'm.relates_to': v.object({ rel_type: v.string() }) });
const spoken: readonly string[] = ['m.room.message', reportType];

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
  if (isSpoken(event) && !speaks.sent) return signs;
  const revised = revise(signs, event);
  if (revised) return revised;
  const sign = signOf(event, me, speaks);
  if (!sign || signs.some(({ id }) => id === sign.id)) return signs;
  return newestOf([...signs, sign], announcementLimit);
}

/** Whether it matters who has sent an event. */
export function isSpoken({ type }: RoomEvent): boolean {
  return spoken.includes(type);
}

/** Of a report only that it cannot be read. */
function signOf(event: RoomEvent, me: string, speaks: Right): Sign | undefined {
  const { eventId: id, sender: by, sentUtcMs: atUtcMs, content } = event;
  const common = { id, by, mine: by === me, inThread: true, atUtcMs };
  if (isOddReport(event)) return { ...common, is: 'odd' };
  const isNone = isTakenBack(content) || v.is(RelatedSchema, content);
  if (event.type !== 'm.room.message' || isNone || v.is(PictureSchema, content)) return undefined;
  const { success, output } = v.safeParse(TextSchema, content);
  const text = success ? plainReply(output.body) : undefined;
  return saidAs(common, text, speaks.now ? event.edit : undefined);
}
