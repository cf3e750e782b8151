/** The stand-in's requests about rooms. */
import type { Json, Room, World } from './state.ts';
import { addEvent, creatorsOf, powerLevels, takeTurn } from './state.ts';
import { asRead, contextOf, pageBack } from './history.ts';
import { refuse } from './refusal.ts';

export type Asked = Readonly<{
  method: string;
  /** The path below `rooms`, unescaped. */
  parts: readonly string[];
  query: URLSearchParams;
  body: Json;
  userId: string;
  deviceId: string;
}>;

export function inRoom(world: World, asked: Asked): Json {
  const [roomId = '', what = '', type = '', last = ''] = asked.parts;
  const room = roomOf(world, roomId);
  if (!room.members.has(asked.userId)) throw refuse(403, 'M_FORBIDDEN');
  if (what === 'state' && asked.method === 'GET') {
    const event = room.state.get(`${type}|${last}`);
    if (!event) throw refuse(404, 'M_NOT_FOUND');
    return asked.query.get('format') === 'event' ? event : event.content;
  }
  if (what === 'joined_members')
    return { joined: Object.fromEntries([...room.members].map((one) => [one, {}])) };
  const event = { room_id: roomId, sender: asked.userId, type, content: asked.body };
  if (what === 'state') return { event_id: addEvent(world, room, { ...event, state_key: last }) };
  if (what === 'send') return send(world, room, asked, event);
  if (what === 'redact') return redact(world, room, asked, type);
  if (what === 'context') return contextOf(world, roomId, type);
  if (what === 'messages') return pageBack(world, roomId, asked.query);
  const own = world.events.filter((one) => one.room_id === roomId).toReversed();
  if (what === 'relations') {
    const related = own.filter(({ content }) => {
      const relation = content['m.relates_to'] as Json | undefined;
      return relation?.['event_id'] === type && relation['rel_type'] === last;
    });
    return { chunk: related.map((one) => asRead(one, world.events)) };
  }
  throw refuse(404, 'M_UNRECOGNIZED');
}

type Draft = Parameters<typeof addEvent>[2];

function send(world: World, room: Room, asked: Asked, event: Draft): Json {
  const transaction = `${asked.deviceId}|${asked.parts.join('|')}`;
  const known = world.transactions.get(transaction);
  if (known) return { event_id: known };
  const levels = powerLevels(room);
  const own = levels.users[asked.userId] ?? levels.users_default ?? 0;
  const power = creatorsOf(room).includes(asked.userId) ? Infinity : own;
  if (power < (levels.events_default ?? 0)) throw refuse(403, 'M_FORBIDDEN');
  const waitMs = takeTurn(world, asked.userId);
  if (waitMs > 0) throw refuse(429, 'M_LIMIT_EXCEEDED', { retry_after_ms: waitMs });
  const eventId = addEvent(world, room, event);
  world.transactions.set(transaction, eventId);
  return { event_id: eventId };
}

function redact(world: World, room: Room, asked: Asked, eventId: string): Json {
  const at = world.events.findIndex((one) => one.event_id === eventId);
  const event = world.events[at];
  if (!event) throw refuse(404, 'M_NOT_FOUND');
  world.events[at] = { ...event, content: {} };
  const draft = { room_id: event.room_id, sender: asked.userId, type: 'm.room.redaction' };
  return { event_id: addEvent(world, room, { ...draft, content: { redacts: eventId } }) };
}

export function roomOf(world: World, roomId: string): Room {
  const room = world.rooms.get(roomId);
  if (!room) throw refuse(404, 'M_NOT_FOUND');
  return room;
}
