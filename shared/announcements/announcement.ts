/** Announcements: messages in the co-op's room by members with the right to announce. Pure. */
import * as v from 'valibot';
import type { Sign } from '../feedback/outcome.ts';
import { newestOf } from '../feedback/outcome.ts';
import { plainReply } from '../text/plain.ts';
import { replySign, revise, signedBy } from '../feedback/room-signs.ts';
import type { RoomEvent } from '../matrix/event.ts';
import { isTakenBack } from '../matrix/lost.ts';
import { levelIn } from '../matrix/powers.ts';
import { isOddReport, reportType } from './report.ts';

/** Max announcements stored and shown. */
const announcementLimit = 20;

const TextSchema = v.object({ msgtype: v.picklist(['m.text', 'm.notice']), body: v.string() });
/** Valid, but not shown. */
const PictureSchema = v.object({
  msgtype: v.picklist(['m.image', 'm.file', 'm.audio', 'm.video', 'm.location']),
});
/** Messages in a thread are conversation, not announcements. */
const RelatedSchema = v.object({ 'm.relates_to': v.object({ rel_type: v.string() }) });
const checkedTypes: readonly string[] = ['m.room.message', reportType];

/** Anyone who may post state in a room may announce. */
const minPower = 50;

/**
 * Whether the sender may speak for the co-op: when the event was sent, and now. The latter decides about a bundled
 * edit, whose own time is unknown.
 */
export type Right = Readonly<{ sent: boolean; now: boolean }>;

/**
 * `power` is the current level, `levels` the power levels when it was sent; undefined if there are no others. The
 * creator of a newer room has infinite power and is not in the list.
 */
export function rightOf(power: number, levels: unknown, sender: string): Right {
  const now = power >= minPower;
  if (levels === undefined || power === Infinity) return { sent: now, now };
  return { sent: levelIn(levels, sender) >= minPower, now };
}

/** The announcements after this event, oldest first. An announcement stays if its sender later loses the right. */
export function withAnnouncement(
  signs: readonly Sign[],
  event: RoomEvent,
  me: string,
  right: Right,
): readonly Sign[] {
  if (needsRight(event) && !right.sent) return signs;
  const revised = revise(signs, event);
  if (revised) return revised;
  const sign = signOf(event, me, right);
  if (!sign || signs.some(({ id }) => id === sign.id)) return signs;
  return newestOf([...signs, sign], announcementLimit);
}

/** Whether the sender's right matters for this event. */
export function needsRight({ type }: RoomEvent): boolean {
  return checkedTypes.includes(type);
}

/** A report becomes a sign only if it is malformed. */
function signOf(event: RoomEvent, me: string, right: Right): Sign | undefined {
  const { content } = event;
  const common = { ...signedBy(event, me), inThread: true };
  if (isOddReport(event)) return { ...common, is: 'odd' };
  const isNone = isTakenBack(content) || v.is(RelatedSchema, content);
  if (event.type !== 'm.room.message' || isNone || v.is(PictureSchema, content)) return undefined;
  const { success, output } = v.safeParse(TextSchema, content);
  const text = success ? plainReply(output.body) : undefined;
  return replySign(common, text, right.now ? event.edit : undefined);
}
