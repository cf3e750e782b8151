/**
 * Follows a Matrix room that the document names: resolves its id, reads recent messages, then processes live events one
 * at a time. Retries later if a read fails or the member is not in the room.
 */
import type { RoomEvent, RoomPage } from '../../shared/matrix/event.ts';
import type { Clock } from './clock.ts';
import { createSerialQueue } from './serial-queue.ts';

/** What a feed needs of the member's account. Calls reject if the server does not answer. */
export type FeedReader = Readonly<{
  userId: string;
  /** Resolves a room's alias or id; undefined if the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** Recent events, newest first. */
  recent: (roomId: string) => Promise<RoomPage>;
}>;

export type RoomFeedDeps<Reader extends FeedReader> = Readonly<{
  clock: Pick<Clock, 'after'>;
  /** Undefined while signed out. */
  reader: () => Reader | undefined;
  /** Recent events were read. `signal` aborts if the room or the account changes meanwhile. */
  onEvents: (events: RecentEvents, reader: Reader, signal: AbortSignal) => Promise<void> | void;
  /** The member has left the room or signed out, or the document names another room. */
  onLeft: () => void;
  onFailure: () => void;
}>;

export type RecentEvents = Readonly<{
  /** Oldest first. */
  events: readonly RoomEvent[];
  /** Events that could not be parsed. */
  unreadable: number;
  /** When the oldest was sent: a known later event that is missing here was deleted. Infinity if there are none. */
  sinceUtcMs: number;
}>;

type TakeEvent<Reader> = (reader: Reader, signal: AbortSignal) => Promise<void> | void;

export type FeedState = 'unknown' | 'inside' | 'outside' | 'failed';

export type RoomFeed<Reader extends FeedReader> = Readonly<{
  /** Reads the room if it has changed. */
  setRoom: (room: string | undefined) => void;
  room: () => string | undefined;
  state: () => FeedState;
  isOutside: () => boolean;
  /** Ids of the rooms to subscribe to: one or none. */
  roomIds: () => readonly string[];
  /** Replaces a read in progress. `enteredId`: id of a room that the member has just joined. */
  refresh: (enteredId?: string) => void;
  /** Resolves when all queued work is done. Never rejects. */
  settled: () => Promise<void>;
  /** Calls `take` if the event is from this room, after any earlier read or event. */
  hear: (event: RoomEvent, take: TakeEvent<Reader>) => void;
  /** Cancels timers and requests until the next `refresh`. */
  stop: () => void;
}>;

type Membership =
  | Readonly<{ is: 'unknown' | 'outside' }>
  | Readonly<{ is: 'inside'; roomId: string }>;

const retryDelayMs = 15 * 60_000;
const unknown: Membership = { is: 'unknown' };

export function createRoomFeed<Reader extends FeedReader>(
  deps: RoomFeedDeps<Reader>,
): RoomFeed<Reader> {
  const queue = createSerialQueue();
  let room: string | undefined;
  let membership = unknown;
  let hasFailed = false;
  let cancelRetry = () => {};

  const roomIds = () => (membership.is === 'inside' ? [membership.roomId] : []);
  const stop = () => {
    cancelRetry();
    queue.cancel();
  };
  const leave = (next: Membership) => {
    const isChange = membership.is !== next.is || hasFailed;
    membership = next;
    hasFailed = false;
    if (isChange) deps.onLeft();
  };

  const read = async (name: string, reader: Reader, signal: AbortSignal, enteredId?: string) => {
    const roomId = enteredId ?? (await reader.find(name));
    signal.throwIfAborted();
    if (roomId === undefined) return leave({ is: 'outside' });
    if (membership.is === 'inside' && membership.roomId !== roomId) leave(unknown);
    membership = { is: 'inside', roomId };
    const { events, unreadable } = await reader.recent(roomId);
    signal.throwIfAborted();
    hasFailed = false;
    const sinceUtcMs = events.at(-1)?.sentUtcMs ?? Infinity;
    await deps.onEvents({ events: events.toReversed(), unreadable, sinceUtcMs }, reader, signal);
  };

  const refresh = (enteredId?: string): void => {
    stop();
    const name = room;
    const reader = deps.reader();
    if (name === undefined || !reader) return leave(unknown);
    queue.add(async (signal) => {
      try {
        await read(name, reader, signal, enteredId);
      } catch {
        if (signal.aborted) return;
        hasFailed = true;
        deps.onFailure();
      }
      if (!hasFailed && membership.is === 'inside') return;
      cancelRetry = deps.clock.after(retryDelayMs, () => refresh());
    });
  };

  return {
    setRoom: (next) => {
      if (next === room) return;
      room = next;
      leave(unknown);
      refresh();
    },
    room: () => room,
    state: () => (hasFailed ? 'failed' : membership.is),
    isOutside: () => membership.is === 'outside',
    roomIds,
    refresh,
    settled: queue.settled,
    hear: (event, take) =>
      queue.add(async (signal) => {
        const reader = deps.reader();
        if (reader && roomIds().includes(event.roomId)) await take(reader, signal);
      }),
    stop,
  };
}
