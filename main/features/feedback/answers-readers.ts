/** Reads the answers in a thread or an issue, and whether reactions are by staff. */
import type { IssueNow } from '../../../shared/feedback/issue-signs.ts';
import { signsOfIssue } from '../../../shared/feedback/issue-signs.ts';
import type { Sign } from '../../../shared/feedback/outcome.ts';
import type { IssuePlace, Place, RoomPlace } from '../../../shared/feedback/place.ts';
import { withEvent, isMark } from '../../../shared/feedback/room-signs.ts';
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';

/** What is needed of the member's Matrix account. Each call rejects if the server does not answer. */
export type RoomReader = Readonly<{
  userId: string;
  /** Newest first, at most 50. */
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  /** The sender's power when they sent the event. */
  powerAt: (event: RoomEvent) => Promise<number>;
}>;

/** An issue, and who the member is there. */
export type IssueRead = Readonly<{ now: IssueNow; me: string | undefined }>;

export type Readers = Readonly<{
  /** Undefined while nobody is signed in. */
  room: () => RoomReader | undefined;
  /** Rejects if the server does not answer. */
  issue: (place: IssuePlace, signal: AbortSignal) => Promise<IssueRead>;
}>;

/** An item that was sent, and where it is. */
export type Sent = Readonly<{
  id: string;
  sentAtUtcMs: number;
  place: Place;
  /** Whose reactions count in the member's own room with the staff; in a shared room, power levels decide. */
  staff?: readonly string[];
}>;

/** A thread, and whose reactions count: those of `staff`, or of anyone who could moderate the room at the time. */
export type ThreadAt = Readonly<{ place: RoomPlace; staff?: readonly string[] | undefined }>;

export type FoundAnswers = Readonly<{
  signs: readonly Sign[];
  /** Answers that could not be parsed. */
  unreadable?: number;
}>;

/** The page size of relations: a full page may be incomplete. */
const relationsLimit = 50;
const staffPower = 50;

/** `known`: the earlier signs. Undefined while signed out. Rejects if the server does not answer. */
export async function readAnswers(
  known: readonly Sign[],
  { place, staff }: Sent,
  readers: Readers,
  signal: AbortSignal,
): Promise<FoundAnswers | undefined> {
  if (place.via === 'matrix') {
    const reader = readers.room();
    return reader && readThread(known, { place, staff }, reader);
  }
  const { now, me } = await readers.issue(place, signal);
  const { unreadable } = now;
  return { signs: signsOfIssue(now, me), ...(unreadable === undefined ? {} : { unreadable }) };
}

/** `known`: the earlier signs, if they differ from `signs`. Rejects if the server does not answer. */
export async function hearInThread(
  signs: readonly Sign[],
  event: RoomEvent,
  thread: ThreadAt,
  reader: RoomReader,
  known = signs,
): Promise<readonly Sign[]> {
  const rootId = thread.place.eventId;
  const counts = isMark(event, rootId) && (await isStaff(reader, thread, event, known));
  return withEvent(signs, event, { rootId, me: reader.userId, isStaff: counts });
}

/** The signs of a thread; those too old to be returned are taken from `known`. Rejects as `hearInThread`. */
export async function readThread(
  known: readonly Sign[],
  thread: ThreadAt,
  reader: RoomReader,
): Promise<Required<FoundAnswers>> {
  const { roomId, eventId } = thread.place;
  const replies = await reader.relations(roomId, eventId, 'm.thread');
  const marks = await reader.relations(roomId, eventId, 'm.annotation');
  const isWhole = Math.max(lengthOf(replies), lengthOf(marks)) < relationsLimit;
  // A reply by a client without threads is only received live.
  let signs = isWhole ? known.filter((sign) => sign.is !== 'mark' && !sign.inThread) : known;
  for (const event of [...replies.events, ...marks.events].toReversed()) {
    signs = await hearInThread(signs, event, thread, reader, known);
  }
  return { signs, unreadable: replies.unreadable };
}

/** Cached in `known`, since the sender's power at the time of the reaction cannot change. */
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

function lengthOf({ events, unreadable }: RoomPage): number {
  return events.length + unreadable;
}
