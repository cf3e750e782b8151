/** Where members of the co-op have accounts, and the rooms that the co-op speaks in. */
import * as v from 'valibot';
import { Homeserver, RoomName } from './names.ts';
import { Text } from './parts.ts';
import { PrivateAddress } from './web.ts';
import { shortList } from '../lists/short-list.ts';

export const RoomPlanSchema = v.object({
  room: RoomName,
  name: Text(80),
  /** Messages older than this many days are removed. */
  keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660))),
  /** When that happens, as cron and zone; weekly is `0 3 * * 0`. */
  purge: v.optional(v.object({ cron: Text(100), timeZone: Text(64) })),
  /** Nobody writes there any more. */
  archived: v.optional(v.boolean(), false),
});
export type RoomPlan = v.InferOutput<typeof RoomPlanSchema>;

/** Its messages do not stay, or nobody writes there any more. */
export function isFading({ keepDays, purge, archived }: RoomPlan): boolean {
  return keepDays !== undefined || purge !== undefined || archived;
}

export const MatrixSchema = v.object({
  /** A server's name, such as `example.org`, or its address. */
  homeserver: Homeserver,
  /** The room that the co-op announces in; members only read there. */
  announcements: v.optional(RoomName),
  /** The room in which members tell each other which trouble they have seen; all of them may write there. */
  acknowledgements: v.optional(RoomName),
  rooms: v.optional(shortList(RoomPlanSchema, 500), []),
});
export type MatrixPlace = v.InferOutput<typeof MatrixSchema>;

export const GithubSchema = v.object({
  /** Of the GitHub App that members sign in with; it is no secret. */
  clientId: Text(80),
  url: v.optional(PrivateAddress, 'https://github.com'),
  apiUrl: v.optional(PrivateAddress, 'https://api.github.com'),
});
export type GithubPlace = v.InferOutput<typeof GithubSchema>;
