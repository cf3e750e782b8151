/** Asks a room what was said in a thread, and who of those who marked it may speak for the staff. */
import type { IssueNow } from '../../shared/feedback/issue-signs.ts';
import type { Sign } from '../../shared/feedback/outcome.ts';
import type { IssuePlace, RoomPlace } from '../../shared/feedback/place.ts';
import { hearEvent, markedBy } from '../../shared/feedback/room-signs.ts';
import type { RoomEvent } from '../../shared/matrix/event.ts';

/** What is asked of a Matrix account. Each rejects when there is no answer. */
export type RoomReader = Readonly<{
  userId: string;
  /** Newest first, at most 50. */
  relations: (roomId: string, eventId: string, kind: string) => Promise<readonly RoomEvent[]>;
  /** Asked for each mark: whoever answers remembers for a while. */
  powerOf: (roomId: string, userId: string) => Promise<number>;
}>;

/** An issue as it is, and who the member is there. */
export type IssueRead = Readonly<{ now: IssueNow; me: string | undefined }>;

export type Readers = Readonly<{
  /** Undefined while nobody is signed in. */
  room: () => RoomReader | undefined;
  /** Rejects when there is no answer. */
  issue: (place: IssuePlace, signal: AbortSignal) => Promise<IssueRead>;
}>;

/** A thread, and whose marks count in it: these people's, or those of whoever may moderate the room. */
export type ThreadAt = Readonly<{ place: RoomPlace; staff?: readonly string[] | undefined }>;

/** As many as a room tells of at once: where there are so many there may be more. */
const relationsLimit = 50;
const staffPower = 50;

async function isStaff(
  reader: RoomReader,
  { place, staff }: ThreadAt,
  userId: string,
): Promise<boolean> {
  if (staff) return staff.includes(userId);
  return (await reader.powerOf(place.roomId, userId)) >= staffPower;
}

/** Rejects when the room does not answer. */
export async function hearInThread(
  signs: readonly Sign[],
  event: RoomEvent,
  thread: ThreadAt,
  reader: RoomReader,
): Promise<readonly Sign[]> {
  const rootId = thread.place.eventId;
  const who = markedBy(event, rootId);
  const counts = who !== undefined && (await isStaff(reader, thread, who));
  return hearEvent(signs, event, { rootId, me: reader.userId, isStaff: () => counts });
}

/** What the thread says now; of what is too old to be told again, what was `known`. Rejects as `hearInThread`. */
export async function readThread(
  known: readonly Sign[],
  thread: ThreadAt,
  reader: RoomReader,
): Promise<readonly Sign[]> {
  const { roomId, eventId } = thread.place;
  const replies = await reader.relations(roomId, eventId, 'm.thread');
  const marks = await reader.relations(roomId, eventId, 'm.annotation');
  const isWhole = Math.max(replies.length, marks.length) < relationsLimit;
  // An answer by a client without threads is told only as it comes.
  let signs = isWhole ? known.filter((sign) => sign.is === 'reply' && !sign.inThread) : known;
  for (const event of [...replies, ...marks].toReversed()) {
    signs = await hearInThread(signs, event, thread, reader);
  }
  return signs;
}
