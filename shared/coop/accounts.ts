/** Where members have accounts, and the co-op's Matrix rooms. */
import * as v from 'valibot';
import { Homeserver, RoomName } from './names.ts';
import { Text } from './parts.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress } from './web.ts';
import { shortList } from '../lists/short-list.ts';

const RoomPlanSchema = v.object({
  room: RoomName,
  name: TextsOf(80),
  /** Messages older than this are removed. */
  keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660))),
  /** When the server removes old messages; weekly is `0 3 * * 0`. */
  purge: v.optional(v.object({ cron: Text(100), timeZone: Text(64) })),
  /** No longer in use. */
  archived: v.optional(v.boolean(), false),
});
export type RoomPlan = Chosen<v.InferOutput<typeof RoomPlanSchema>>;

/** Whether its messages expire, or the room is archived. */
export function isFading({ keepDays, purge, archived }: RoomPlan): boolean {
  return keepDays !== undefined || purge !== undefined || archived;
}

export const MatrixSchema = v.object({
  /** Server name such as `example.org`, or URL. */
  homeserver: Homeserver,
  /** The announcement room; read-only for members. */
  announcements: v.optional(RoomName),
  /** The room for members' acknowledgements; every member needs permission to send messages. */
  acknowledgements: v.optional(RoomName),
  rooms: v.optional(shortList(RoomPlanSchema, 500), []),
});
export type MatrixPlace = Chosen<v.InferOutput<typeof MatrixSchema>>;

/** The document's name for a room; undefined if it has none. */
export function roomNameIn({ rooms }: MatrixPlace, room: string): string | undefined {
  return rooms.find((one) => one.room === room)?.name;
}

export const GithubSchema = v.object({
  /** Client id of the GitHub App that members sign in with; not a secret. */
  clientId: Text(80),
  url: v.optional(PrivateAddress, 'https://github.com'),
  apiUrl: v.optional(PrivateAddress, 'https://api.github.com'),
});
export type GithubPlace = v.InferOutput<typeof GithubSchema>;
