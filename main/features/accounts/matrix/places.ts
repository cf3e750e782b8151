/** Finds, joins and creates rooms: those of the document, and the member's own room with the staff. */
import { createHash } from 'node:crypto';
import type { MatrixClient } from 'matrix-js-sdk';
import * as v from 'valibot';
import { lenientArray } from '../../../../shared/lists/lenient-array.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Path } from './retry-request.ts';
import { ask, orNothing } from './retry-request.ts';
import { AccountError } from './error.ts';
import { checked } from './rooms.ts';
import type { OwnRoom } from '../../contracts/matrix-rooms.ts';
import type { MatrixAccount } from './types.ts';

export type Places = Pick<MatrixAccount, 'enter' | 'find' | 'readersOf' | 'ownRoom'>;

/** Account data: shared by the member's devices, and private to them. */
const dataType = 'coop.tray.feedback';

const id = v.pipe(v.string(), v.startsWith('!'), v.maxLength(255));
const RoomSchema = v.object({ room_id: id });
const RuleSchema = v.object({
  join_rule: v.pipe(v.string(), v.maxLength(255)),
  /** For restricted rules: the rooms whose members may join. */
  allow: v.optional(v.unknown()),
});
type Rule = v.InferOutput<typeof RuleSchema>;
const HistorySchema = v.object({ history_visibility: v.string() });
const worldReadable = 'world_readable';
const JoinedSchema = v.object({ joined_rooms: lenientArray(v.string()) });
/** Parsed entry by entry, so that damaged entries and those of other versions are left alone. */
const DataSchema = v.looseObject({ rooms: v.fallback(v.record(v.string(), v.unknown()), {}) });

/** Attempts to find a free alias: some may belong to rooms that the member has left, or to a squatter. */
const triesLimit = 5;
const staffPower = 50;

export function createPlaces(clock: Clock, client: () => MatrixClient): Places {
  const say = (path: Path) => ask(clock, client(), path);
  const me = () => client().getSafeUserId();

  const isIn = async (roomId: string) => {
    const answer = await say({ method: 'GET', parts: ['joined_rooms'] });
    return checked(JoinedSchema, answer).joined_rooms.items.includes(roomId);
  };
  const roomOf = async (alias: string) => {
    const answer = await say({ method: 'GET', parts: ['directory', 'room', alias] });
    return checked(RoomSchema, answer).room_id;
  };
  const dataPath = (): Path => ({ method: 'GET', parts: ['user', me(), 'account_data', dataType] });

  const known = async () => {
    const answer = await orNothing(say(dataPath()));
    const { success, output } = v.safeParse(DataSchema, answer ?? {});
    return success ? output : { rooms: {} };
  };

  /** The room with this alias, created if there is none. */
  const make = async (local: string, { name, invite }: OwnRoom): Promise<string> => {
    try {
      const body = { ...ownRoom(me(), name, invite), room_alias_name: local };
      return checked(RoomSchema, await say({ method: 'POST', parts: ['createRoom'], body }))
        .room_id;
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      const alias = `#${local}:${me().slice(me().indexOf(':') + 1)}`;
      const there = error.fault === 'refused' ? await orNothing(roomOf(alias)) : undefined;
      if (there === undefined) throw error;
      return there;
    }
  };

  const find = async (room: string) => {
    const roomId = room.startsWith('#') ? await roomOf(room) : room;
    return (await isIn(roomId)) ? roomId : undefined;
  };

  /** Undefined if the room has no such state. */
  const stateOf = (roomId: string, type: string) =>
    orNothing(say({ method: 'GET', parts: ['rooms', roomId, 'state', type, ''] }));

  return {
    find,
    readersOf: async (roomId) => {
      const said = v.safeParse(RuleSchema, await stateOf(roomId, 'm.room.join_rules'));
      const history = await stateOf(roomId, 'm.room.history_visibility');
      const joining = said.success ? joiningBy(said.output) : 'invite';
      const isRead = v.is(HistorySchema, history) && history.history_visibility === worldReadable;
      return { open: joining === 'public' || isRead ? 'yes' : 'no', joining };
    },
    enter: async (room) => {
      const roomId = await find(room);
      if (roomId !== undefined) return roomId;
      // A server outside the room needs to know one inside: the room id names it, except in newer rooms.
      const server = room.startsWith('!') ? room.split(':').slice(1).join(':') : '';
      const query = server ? { via: server, server_name: server } : {};
      const path: Path = { method: 'POST', parts: ['join', room], query, body: {} };
      const answer = await say(path).catch(missing);
      return checked(RoomSchema, answer).room_id;
    },
    ownRoom: async (own) => {
      const data = await known();
      const last = Object.hasOwn(data.rooms, own.key) ? data.rooms[own.key] : undefined;
      let roomId = v.is(id, last) ? last : undefined;
      if (roomId !== undefined && (await isIn(roomId))) return roomId;
      for (let tries = 0; tries < triesLimit; tries += 1) {
        roomId = await make(aliasFor(me(), own.key, roomId), own);
        if (!(await isIn(roomId))) continue;
        const body = { ...data, rooms: { ...data.rooms, [own.key]: roomId } };
        await say({ ...dataPath(), method: 'PUT', body });
        return roomId;
      }
      throw new AccountError('forbidden');
    },
  };
}

/**
 * Creating a room has no transaction id, so the alias makes it idempotent: of several requests with the same alias,
 * from any device, only one succeeds. It depends on the previous room, so that a member who has left that gets another.
 * It is a hash, so that it contains no names.
 */
function aliasFor(userId: string, key: string, before = ''): string {
  const hash = createHash('sha256').update(JSON.stringify([userId, key, before]));
  return `coop-tray-${hash.digest('hex').slice(0, 32)}`;
}

/** https://spec.matrix.org/latest/rooms/v8/#authorization-rules. Other rooms in the list mean other readers. */
function joiningBy({ join_rule: rule, allow }: Rule): string {
  if (allow === undefined || !rule.includes('restricted')) return rule;
  const hash = createHash('sha256').update(JSON.stringify(allow));
  return `${rule} ${hash.digest('base64url').slice(0, 22)}`;
}

/** Unencrypted, because the app has no keys. The staff get the power to mark feedback as accepted or done. */
function ownRoom(me: string, name: string, invite: readonly string[]) {
  const staff = invite.map((one) => [one, staffPower] as const);
  return {
    name,
    invite,
    preset: 'private_chat',
    visibility: 'private',
    // From version 12 on, the creator must not be in the power levels.
    room_version: '11',
    power_level_content_override: { users: { ...Object.fromEntries(staff), [me]: 100 } },
    initial_state: [
      { type: 'm.room.guest_access', state_key: '', content: { guest_access: 'forbidden' } },
    ],
  };
}

/** Synapse has no error code for an unknown room id. */
function missing(error: unknown): never {
  if (error instanceof AccountError && error.status === 404) throw new AccountError('not-found');
  throw error;
}
