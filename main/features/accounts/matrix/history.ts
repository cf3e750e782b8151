/** A room's history in pages, as far back as the member may read it. */
import type { MatrixClient } from 'matrix-js-sdk';
import * as v from 'valibot';
import { lenientArray } from '../../../../shared/lists/lenient-array.ts';
import type { RawEvent } from '../../../../shared/room-export/event.ts';
import type { Clock } from '../../../platform/clock.ts';
import { ask } from './retry-request.ts';
import { checked } from './rooms.ts';
import type { HistoryPage } from '../../contracts/matrix-rooms.ts';
import type { MatrixAccount } from './types.ts';

export type History = Pick<MatrixAccount, 'roomIdOf' | 'joinedRooms' | 'history'>;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** Ten times the page size that is requested. */
const maxEvents = 5000;
const PageSchema = v.object({
  chunk: v.pipe(v.array(v.unknown()), v.maxLength(maxEvents)),
  start: v.optional(v.unknown()),
  /** Absent at the end. */
  end: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2048))),
});
const KnownSchema = v.object({ event_id: id });
const RoomSchema = v.object({ room_id: id });
const JoinedSchema = v.object({ joined_rooms: lenientArray(id) });

export function createHistory(clock: Clock, client: () => MatrixClient): History {
  const get = (parts: readonly string[], query = {}) =>
    ask(clock, client(), { method: 'GET', parts, query });
  return {
    roomIdOf: async (name) => {
      if (name.startsWith('!')) return name;
      return checked(RoomSchema, await get(['directory', 'room', name])).room_id;
    },
    joinedRooms: async () =>
      new Set(checked(JoinedSchema, await get(['joined_rooms'])).joined_rooms.items),
    history: async (roomId, { before, limit }) => {
      const from = before === undefined ? {} : { from: before };
      const query = { dir: 'b', limit: String(limit), ...from };
      return pageOf(checked(PageSchema, await get(['rooms', roomId, 'messages'], query)));
    },
  };
}

function pageOf({ chunk, start, end }: v.InferOutput<typeof PageSchema>): HistoryPage {
  const events = chunk.filter(isEvent);
  // At the beginning of a room, some servers return the token of the page itself.
  const place = end === undefined || end === start ? {} : { before: end };
  return { events, unreadable: chunk.length - events.length, ...place };
}

/** Checks without copying: valibot's output drops unknown fields. */
function isEvent(raw: unknown): raw is RawEvent {
  return v.is(KnownSchema, raw);
}
