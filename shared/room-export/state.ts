/** What the window knows of the rooms whose messages do not stay, and of the copies made of them. */
import * as v from 'valibot';
import { RoomViewSchema } from './room-view.ts';

/** Why a copy stopped; closed, each with a sentence in the catalogue (`rooms.fault.CODE`). */
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

export const RoomCopySchema = v.object({
  /**
   * `waiting`: for the server, which is asked again. `stopped`: by the member, or by the end of the app. Both `stopped`
   * and `failed` go on where they were.
   */
  at: v.picklist(['reading', 'waiting', 'writing', 'stopped', 'failed', 'finished']),
  /** Events that are safe on the disk. */
  events: v.number(),
  /** The oldest that was reached: the newest come first. */
  oldestUtcMs: v.optional(v.number()),
  fault: v.optional(v.picklist(roomFaults)),
  /** Things that the server gave and that are no events; absent where there are none. */
  unreadable: v.optional(v.number()),
  /** The folder's own name. */
  folder: v.string(),
});
export type RoomCopy = Readonly<v.InferOutput<typeof RoomCopySchema>>;

export const FadingRoomSchema = v.object({
  ...RoomViewSchema.entries,
  /** Undefined while that is not known. */
  joined: v.optional(v.boolean()),
  copy: v.optional(RoomCopySchema),
});
export type FadingRoom = Readonly<v.InferOutput<typeof FadingRoomSchema>>;

export const RoomsStateSchema = v.object({
  signedIn: v.boolean(),
  /** The one that loses messages first comes first. */
  rooms: v.array(FadingRoomSchema),
});
export type RoomsState = Readonly<v.InferOutput<typeof RoomsStateSchema>>;
