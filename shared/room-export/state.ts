/** The state of room exports in the window. */
import * as v from 'valibot';
import { RoomViewSchema } from './room-view.ts';

/** Why an export stopped. A closed list; each code has a sentence in the catalogue (`rooms.fault.CODE`). */
export const roomFaults = [
  'signed-out',
  'unreachable',
  'rate-limited',
  'forbidden',
  'locked',
  'deactivated',
  'not-found',
  'too-large',
  'bad-answer',
  'refused',
  'disk-full',
  'folder',
  'internal',
] as const;
export type RoomFault = (typeof roomFaults)[number];

const RoomCopySchema = v.object({
  /**
   * `waiting`: for the server, will retry. `stopped`: by the member, or because the app quit. `stopped` and `failed`
   * resume where they ended.
   */
  at: v.picklist(['reading', 'waiting', 'writing', 'stopped', 'failed', 'finished']),
  /** Number of events saved to disk. */
  events: v.number(),
  /** The oldest event loaded so far; the newest are loaded first. */
  oldestUtcMs: v.optional(v.number()),
  fault: v.optional(v.picklist(roomFaults)),
  /** Number of entries from the server that are not events; absent if none. */
  unreadable: v.optional(v.number()),
  /** The folder's name, without its path. */
  folder: v.string(),
});
export type RoomCopy = Readonly<v.InferOutput<typeof RoomCopySchema>>;

const FadingRoomSchema = v.object({
  ...RoomViewSchema.entries,
  /** Undefined until known. */
  joined: v.optional(v.boolean()),
  copy: v.optional(RoomCopySchema),
});
export type FadingRoom = Readonly<v.InferOutput<typeof FadingRoomSchema>>;

export const RoomsStateSchema = v.object({
  signedIn: v.boolean(),
  /** The next to be purged first. */
  rooms: v.array(FadingRoomSchema),
});
export type RoomsState = Readonly<v.InferOutput<typeof RoomsStateSchema>>;
