/** Matrix rooms in memory: what the member writes stays here, and staff answer from a script. */
import type { MatrixRooms, Message } from '../../features/contracts/matrix-rooms.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { isRecord } from '../../../shared/json.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { host, people } from '../coop/places.ts';

export type Said = Readonly<{
  roomId: string;
  sender: string;
  content: RoomEvent['content'];
  type?: string;
  sentUtcMs?: number;
  eventId?: string;
}>;

export type DemoRooms = Readonly<{
  account: MatrixRooms;
  say: (said: Said) => RoomEvent;
  /** Every event as it is said, the member's own among them. */
  onSaid: Emitter<RoomEvent>['on'];
  dispose: () => void;
}>;

/** The id of a room, by its alias or id. */
export function roomIdOf(room: string): string {
  return room.replace(/^#/, '!');
}

export function createDemoRooms(clock: Pick<Clock, 'nowUtcMs'>): DemoRooms {
  const said = createEmitter<RoomEvent>();
  const byTransaction = new Map<string, string>();
  let events: readonly RoomEvent[] = [];

  const say = ({ type = 'm.room.message', sentUtcMs = clock.nowUtcMs(), ...more }: Said) => {
    const event = { eventId: `$demo-${events.length}`, ...more, type, sentUtcMs };
    events = [...events, event];
    said.emit(event);
    return event;
  };
  const send = ({ roomId, txnId, type, content, threadId }: Message) => {
    const known = byTransaction.get(txnId);
    if (known !== undefined) return known;
    const relation = { 'm.relates_to': { rel_type: 'm.thread', event_id: threadId } };
    const whole = { ...content, ...(threadId === undefined ? {} : relation) };
    const { eventId } = say({
      roomId,
      sender: people.member,
      content: whole,
      ...(type ? { type } : {}),
    });
    byTransaction.set(txnId, eventId);
    return eventId;
  };
  const newestFirst = (roomId: string, is: (event: RoomEvent) => boolean) =>
    events.filter((event) => event.roomId === roomId && is(event)).toReversed();

  const account: MatrixRooms = {
    server: () => `https://${host}`,
    whoami: async () => ({ userId: people.member, deviceId: 'DEMO' }),
    enter: async (room) => roomIdOf(room),
    find: async (room) => roomIdOf(room),
    ownRoom: async ({ key }) => `!own-${key.replaceAll(/\W/g, '')}:${host}`,
    isEncrypted: async () => false,
    send: async (message) => send(message),
    upload: async () => `mxc://${host}/picture`,
    relations: async (roomId, eventId, kind) => ({
      events: newestFirst(roomId, (event) => isRelated(event, eventId, kind)).slice(0, 50),
      unreadable: 0,
    }),
    recent: async (roomId) => ({
      events: newestFirst(roomId, () => true).slice(0, 100),
      unreadable: 0,
    }),
    redact: async (_roomId, eventId) => {
      events = events.filter((event) => event.eventId !== eventId);
    },
    powerOf: async (_roomId, userId) => powerOf(userId),
    powerAt: async ({ sender }) => powerOf(sender),
    readersOf: async () => ({ open: 'no', joining: 'invite' }),
    roomIdOf: async (name) => roomIdOf(name),
    joinedRooms: async () => new Set(events.map(({ roomId }) => roomId)),
    history: async (roomId, { before, limit }) => {
      const all = newestFirst(roomId, () => true);
      const from = Number(before ?? 0);
      const page = all.slice(from, from + limit);
      const isMore = from + limit < all.length;
      return {
        events: page.map(rawOf),
        unreadable: 0,
        ...(isMore ? { before: String(from + limit) } : {}),
      };
    },
  };
  return { account, say, onSaid: said.on, dispose: said.clear };
}

function powerOf(userId: string): number {
  return userId === people.member ? 0 : 100;
}

function isRelated({ content }: RoomEvent, eventId: string, kind: string): boolean {
  const relation = content['m.relates_to'];
  return isRecord(relation) && relation['event_id'] === eventId && relation['rel_type'] === kind;
}

/** As a server would send it. */
function rawOf({ eventId, roomId, sender, type, content, sentUtcMs }: RoomEvent) {
  return { event_id: eventId, room_id: roomId, sender, type, content, origin_server_ts: sentUtcMs };
}
