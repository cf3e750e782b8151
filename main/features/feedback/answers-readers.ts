/** Asks a room what was said in a thread, and who of those who marked it might speak for the staff when they did. */
import type { IssueNow } from '../../../shared/feedback/issue-signs.ts';
import type { Sign } from '../../../shared/feedback/outcome.ts';
import type { IssuePlace, RoomPlace } from '../../../shared/feedback/place.ts';
import { hearEvent, isMark } from '../../../shared/feedback/room-signs.ts';
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';

/** What is asked of a Matrix account. Each rejects when there is no answer. */
export type RoomReader = Readonly<{
  userId: string;
  /** Newest first, at most 50. */
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  /** Of who sent an event, when they did. */
  powerAt: (event: RoomEvent) => Promise<number>;
}>;

/** An issue as it is, and who the member is there. */
export type IssueRead = Readonly<{ now: IssueNow; me: string | undefined }>;

export type Readers = Readonly<{
  /** Undefined while nobody is signed in. */
  room: () => RoomReader | undefined;
  /** Rejects when there is no answer. */
  issue: (place: IssuePlace, signal: AbortSignal) => Promise<IssueRead>;
}>;

/** A thread, and whose marks count in it: these people's, or those of whoever might moderate the room when they set them. */
export type ThreadAt = Readonly<{ place: RoomPlace; staff?: readonly string[] | undefined }>;

/** As many as a room tells of at once: where there are so many there may be more. */
const relationsLimit = 50;
const staffPower = 50;

/** What was judged once stays: nobody's right at a moment that is over changes. */
async function isStaff(
  reader: RoomReader,
  { staff }: ThreadAt,
  event: RoomEvent,
  known: readonly Sign[],
): Promise<boolean> {
  if (staff) return staff.includes(event.sender);
  const judged = known.find(({ id }) => id === event.eventId);
  if (judged?.is === 'mark') return judged.outcome !== 'none';
  return (await reader.powerAt(event)) >= staffPower;
}

/** `known`: the signs of before, where they are not those that are heard on. Rejects when the room does not answer. */
export async function hearInThread(
  signs: readonly Sign[],
  event: RoomEvent,
  thread: ThreadAt,
  reader: RoomReader,
  known = signs,
): Promise<readonly Sign[]> {
  const rootId = thread.place.eventId;
  const counts = isMark(event, rootId) && (await isStaff(reader, thread, event, known));
  return hearEvent(signs, event, { rootId, me: reader.userId, isStaff: counts });
}

export type ReadThread = Readonly<{
  signs: readonly Sign[];
  /** Answers that are not among them, as nothing of them can be read. */
  unreadable: number;
}>;

/** What the thread says now; of what is too old to be told again, what was `known`. Rejects as `hearInThread`. */
export async function readThread(
  known: readonly Sign[],
  thread: ThreadAt,
  reader: RoomReader,
): Promise<ReadThread> {
  const { roomId, eventId } = thread.place;
  const replies = await reader.relations(roomId, eventId, 'm.thread');
  const marks = await reader.relations(roomId, eventId, 'm.annotation');
  const isWhole = Math.max(lengthOf(replies), lengthOf(marks)) < relationsLimit;
  // An answer by a client without threads is told only as it comes.
  let signs = isWhole ? known.filter((sign) => sign.is !== 'mark' && !sign.inThread) : known;
  for (const event of [...replies.events, ...marks.events].toReversed()) {
    signs = await hearInThread(signs, event, thread, reader, known);
  }
  return { signs, unreadable: replies.unreadable };
}

function lengthOf({ events, unreadable }: RoomPage): number {
  return events.length + unreadable;
}
