/** Where a meeting can be joined: in the co-op's own rooms first. Pure. */
import { hostOf } from '../coop/web.ts';
import type { JoinCandidate } from './occurrence.ts';

/** A room of the co-op, and what its addresses begin with. */
export type OwnRoom = Readonly<{ name: string; key: string }>;

export function ownRoom({ name, url }: Readonly<{ name: string; url: string }>): OwnRoom {
  return { name, key: keyOf(url) };
}

export type Place = Readonly<{
  /** Of the co-op's room, or else the host. */
  name: string;
  isOwnRoom?: true;
  url: string;
}>;

/** More would be a list of links, not of calls. */
const placeLimit = 8;

/** The likeliest first; of several addresses of one room, the first. */
export function placesOf(
  joins: readonly JoinCandidate[],
  rooms: readonly OwnRoom[],
): readonly Place[] {
  const places = joins.map(({ url }) => placeOf(url, rooms));
  const sorted = [
    ...places.filter(({ isOwnRoom }) => isOwnRoom),
    ...places.filter(({ isOwnRoom }) => !isOwnRoom),
  ];
  const isFirst = (one: Place, at: number) =>
    sorted.findIndex((other) => isSame(one, other)) === at;
  return sorted.filter(isFirst).slice(0, placeLimit);
}

function isSame(one: Place, other: Place): boolean {
  return one.isOwnRoom && other.isOwnRoom ? one.name === other.name : one.url === other.url;
}

function placeOf(url: string, rooms: readonly OwnRoom[]): Place {
  const key = keyOf(url);
  // Jitsi and Greenlight take other capitals for the same; elsewhere two rooms may differ in them.
  const room =
    rooms.find((one) => isIn(key, one.key)) ??
    rooms.find((one) => isIn(key.toLowerCase(), one.key.toLowerCase()));
  if (room) return { name: room.name, isOwnRoom: true, url };
  return { name: (hostOf(url) ?? url).replace(/^www\./, ''), url };
}

/** A server alone is no room, or every call there would be in it. */
function isIn(key: string, room: string): boolean {
  return key === room || (room.includes('/') && key.startsWith(`${room}/`));
}

/**
 * A room is the same with or without `/join`, and whatever it is given along. What was at `/b/` in Greenlight 2 is at
 * `/rooms/` in Greenlight 3: https://github.com/bigbluebutton/greenlight/issues/5288
 */
function keyOf(url: string): string {
  const [, host = '', path = ''] =
    /^https?:\/\/([^/?#]+?)(?::443)?(\/[^?#]*)?(?:[?#]|$)/i.exec(url) ?? [];
  const room = path.replace(/(?:\/join)?\/*$/, '').replace(/^\/b\//, '/rooms/');
  return host.toLowerCase() + decoded(room).normalize();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
