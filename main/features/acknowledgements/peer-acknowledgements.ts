/** Hears in the co-op's room what other members say of troubles. Nothing of it is kept on the disk. Runs under plain Node. */
import { heardAtUtcMs } from '../../../shared/time/clock-proof.ts';
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';
import type { Heard, Onlooker } from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import {
  hearAck,
  isInTrouble,
  nextEndUtcMs,
  seenBy,
  unreadOf,
} from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import type { SeenBy, UnreadNotes } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { staleBeforeAt } from '../../../shared/acknowledgements/stale.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import { createInTurn } from '../../platform/serial-queue.ts';

/** What is asked of a Matrix account. Each rejects when there is no answer. */
export type OthersReader = Readonly<{
  userId: string;
  /** The id of a room by its alias or id; undefined where the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** The newest events of a room, newest first. */
  recent: (roomId: string) => Promise<RoomPage>;
}>;

export type Others = Readonly<{
  /** The room that the document names. */
  setRoom: (room: string | undefined) => void;
  /** Reads the room, if the member is in it: after a sleep, once somebody has signed in or out or has joined. */
  ask: () => void;
  /** Rooms to be listened to. */
  rooms: () => readonly string[];
  hear: (event: RoomEvent) => void;
  /** Who else has seen the trouble of a service. */
  seenBy: (view: ServiceView) => readonly SeenBy[];
  /** Undefined where all that may be of it could be read. */
  unreadNotes: (view: ServiceView) => UnreadNotes | undefined;
  suspend: () => void;
}>;

export type OthersParts = Readonly<{
  clock: Clock;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  /** Undefined while nobody is signed in. */
  reader: () => OthersReader | undefined;
  /** What was said of a trouble that is over is worth nothing for the next one. */
  staleBefore: () => StaleBefore;
  onChange: () => void;
}>;

const againMs = 15 * 60_000;

export function createOthers(parts: OthersParts): Others {
  const { clock, reader, staleBefore, onChange } = parts;
  let heard: readonly Heard[] = [];
  /** Entries of the room, when it was last read, of which nothing can be: they may be about any service. */
  let lost = 0;
  let room: string | undefined;
  let roomId: string | undefined;
  /** What is heard while the room is read waits, so that it is not lost. */
  const turns = createInTurn();
  let cancelAsk = () => {};
  let cancelEnd = () => {};

  const put = (next: readonly Heard[]) => {
    heard = next;
    watchEnd();
    onChange();
  };
  const watchEnd = () => {
    cancelEnd();
    const nowUtcMs = clock.nowUtcMs();
    const endUtcMs = nextEndUtcMs(heard, nowUtcMs);
    if (endUtcMs === undefined) return;
    cancelEnd = clock.after(endUtcMs - nowUtcMs, () => {
      watchEnd();
      onChange();
    });
  };

  const hearOne = (all: readonly Heard[], event: RoomEvent) => {
    const isProven = parts.isClockProven();
    return hearAck(all, event, heardAtUtcMs(clock.nowUtcMs(), event.sentUtcMs, isProven));
  };

  const read = async (name: string, from: OthersReader, signal: AbortSignal) => {
    const id = await from.find(name);
    signal.throwIfAborted();
    if (id === undefined) {
      forget();
      // Its members see who joins, so nobody is made to: whoever tells them something does.
      throw new Error('the member is not in the room');
    }
    const page = await from.recent(id);
    signal.throwIfAborted();
    roomId = id;
    lost = page.unreadable;
    const events = page.events.toReversed();
    // What the room no longer tells was taken back; what is older than it tells of stays.
    const since = events[0]?.sentUtcMs ?? Infinity;
    const older = heard.filter((one) => one.sentUtcMs < since);
    put(events.reduce<readonly Heard[]>(hearOne, older));
  };

  const ask = () => {
    stop();
    watchEnd();
    const name = room;
    const from = reader();
    if (name === undefined || !from) return forget();
    turns.add((signal) =>
      read(name, from, signal).catch(() => {
        if (!signal.aborted) cancelAsk = clock.after(againMs, ask);
      }),
    );
  };

  /** What was said in a room is for those who are in it. */
  const forget = () => {
    roomId = undefined;
    lost = 0;
    put([]);
  };

  const stop = () => {
    cancelAsk();
    turns.callOff();
  };

  /** Undefined where nobody is signed in, or nothing was said. */
  const onlookerAt = ({ id }: ServiceView): Onlooker | undefined => {
    const userId = reader()?.userId;
    if (userId === undefined || heard.length + lost === 0) return undefined;
    return { userId, staleBeforeUtcMs: staleBeforeAt(staleBefore(), id, clock.nowUtcMs()) };
  };

  return {
    setRoom: (next) => {
      if (next === room) return;
      room = next;
      forget();
      ask();
    },
    ask,
    rooms: () => (roomId === undefined ? [] : [roomId]),
    hear: (event) =>
      turns.add(async () => {
        if (event.roomId !== roomId) return;
        const next = hearOne(heard, event);
        if (next !== heard) put(next);
      }),
    seenBy: (view) => {
      const onlooker = onlookerAt(view);
      return onlooker ? seenBy(heard, view, onlooker, clock.nowUtcMs()) : [];
    },
    unreadNotes: (view) => {
      const onlooker = onlookerAt(view);
      if (!onlooker || room === undefined || !isInTrouble(view)) return undefined;
      const count = lost + unreadOf(heard, view, onlooker, clock.nowUtcMs());
      return count > 0 ? { count, room } : undefined;
    },
    suspend: () => {
      stop();
      cancelEnd();
    },
  };
}
