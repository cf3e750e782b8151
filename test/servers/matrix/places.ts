/** The stand-in's requests about rooms and their members. */
import { refuse } from './refusal.ts';
import type { Asked } from './rooms.ts';
import { roomOf } from './rooms.ts';
import type { Json, Room, World } from './state.ts';
import { addEvent, newId } from './state.ts';

type InitialState = Readonly<{ type: string; state_key?: string; content: Json }>;

export function createRoom(world: World, userId: string, body: Json): Json {
  const local = body['room_alias_name'] as string | undefined;
  const alias = local === undefined ? '' : `#${local}:localhost`;
  if (world.aliases.has(alias)) throw refuse(400, 'M_ROOM_IN_USE');
  const version = (body['room_version'] ?? '10') as string;
  // Since version 12 a room's id is the id of its create event, without a server name.
  const isNewer = version === '12';
  const own = newId('');
  const roomId = isNewer ? `!${own}` : `!${own}:localhost`;
  const invited = (body['invite'] ?? []) as readonly string[];
  const room: Room = { members: new Set([userId]), invited: new Set(invited), state: new Map() };
  world.rooms.set(roomId, room);
  if (alias) world.aliases.set(alias, roomId);
  const say = (type: string, content: Json, state_key = '') =>
    addEvent(world, room, { room_id: roomId, sender: userId, type, state_key, content });
  const creation = { ...(body['creation_content'] as Json | undefined), room_version: version };
  const made = { room_id: roomId, sender: userId, type: 'm.room.create', state_key: '' };
  addEvent(
    world,
    room,
    { ...made, content: isNewer ? creation : { creator: userId, ...creation } },
    `$${own}`,
  );
  say('m.room.member', { membership: 'join' }, userId);
  const over = body['power_level_content_override'] as Json | undefined;
  say('m.room.power_levels', { users: isNewer ? {} : { [userId]: 100 }, ...over });
  say('m.room.join_rules', { join_rule: body['preset'] === 'public_chat' ? 'public' : 'invite' });
  for (const one of (body['initial_state'] ?? []) as readonly InitialState[])
    say(one.type, one.content, one.state_key);
  for (const one of invited) say('m.room.member', { membership: 'invite' }, one);
  return { room_id: roomId };
}

export function join(world: World, userId: string, room: string): Json {
  const roomId = world.aliases.get(room) ?? room;
  // As in Synapse, which has no code of its own for it.
  if (!room.startsWith('#') && !world.rooms.has(roomId)) throw refuse(404, 'M_UNKNOWN');
  const joined = roomOf(world, roomId);
  if (joined.members.has(userId)) return { room_id: roomId };
  const rule = joined.state.get('m.room.join_rules|')?.content['join_rule'];
  if (rule !== 'public' && !joined.invited.has(userId)) throw refuse(403, 'M_FORBIDDEN');
  joined.members.add(userId);
  const event = { room_id: roomId, sender: userId, type: 'm.room.member', state_key: userId };
  addEvent(world, joined, { ...event, content: { membership: 'join' } });
  return { room_id: roomId };
}

export function leave(world: World, { parts: [roomId = ''], userId }: Asked): Json {
  const room = roomOf(world, roomId);
  room.members.delete(userId);
  room.invited.delete(userId);
  const event = { room_id: roomId, sender: userId, type: 'm.room.member', state_key: userId };
  addEvent(world, room, { ...event, content: { membership: 'leave' } });
  return {};
}

export function joinedRooms(world: World, userId: string): Json {
  const joined = [...world.rooms].filter(([, { members }]) => members.has(userId));
  return { joined_rooms: joined.map(([roomId]) => roomId) };
}

export function directory(world: World, [, alias = '']: readonly string[]): Json {
  const roomId = world.aliases.get(alias);
  if (!roomId) throw refuse(404, 'M_NOT_FOUND');
  return { room_id: roomId, servers: ['localhost'] };
}

/** A member's filters and account data. */
export function ofUser(world: World, { method, parts, body, userId }: Asked): Json {
  const [whose = '', what = '', type = ''] = parts;
  if (whose !== userId) throw refuse(403, 'M_FORBIDDEN');
  if (what !== 'account_data') return { filter_id: String(world.filters.push(body) - 1) };
  const key = `${userId}|${type}`;
  if (method === 'PUT') {
    world.accountData.set(key, body);
    return {};
  }
  const known = world.accountData.get(key);
  if (!known) throw refuse(404, 'M_NOT_FOUND');
  return known;
}
