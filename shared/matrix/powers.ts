/** Power levels in a room, from `m.room.create` and `m.room.power_levels`. Pure. */
import * as v from 'valibot';
import type { RoomEvent } from './event.ts';
import { isRecord } from '../json.ts';

/** A room's `m.room.create`; its content is unchecked. */
export type Creation = Readonly<{
  /** Undefined if the server returned only the content. */
  sender?: string;
  content: unknown;
}>;

export const levelsType = 'm.room.power_levels';

/** Invalid fields count as missing. */
const CreationSchema = v.fallback(
  v.object({
    room_version: v.fallback(v.string(), '1'),
    additional_creators: v.fallback(v.array(v.unknown()), []),
    /** Up to room version 10. */
    creator: v.fallback(v.optional(v.string()), undefined),
  }),
  { room_version: '1', additional_creators: [], creator: undefined },
);

/**
 * Power level of a user; Infinity for creators in newer rooms, who are not in the list. `levels` is the content of
 * `m.room.power_levels`; if undefined, the room has none, and its creator has level 100.
 */
export function powerIn({ sender, content }: Creation, levels: unknown, userId: string): number {
  const {
    room_version: version,
    additional_creators: additionalCreators,
    creator,
  } = v.parse(CreationSchema, content);
  const isCreator = userId === (sender ?? creator);
  if (hasUnlimitedCreators(version) && (isCreator || additionalCreators.includes(userId)))
    return Infinity;
  if (levels === undefined) return isCreator ? 100 : 0;
  return levelIn(levels, userId);
}

/** Power level of a user from the list alone. Called for each message, so it does not validate the other entries. */
export function levelIn(levels: unknown, userId: string): number {
  const { users, users_default: defaultLevel } = isRecord(levels) ? levels : {};
  const own = isRecord(users) && Object.hasOwn(users, userId) ? numberOf(users[userId]) : undefined;
  return own ?? numberOf(defaultLevel) ?? 0;
}

/** Room version 12 and its experimental predecessor: https://spec.matrix.org/latest/rooms/v12/ */
function hasUnlimitedCreators(version: string): boolean {
  return /^\d+$/.test(version) ? Number(version) >= 12 : version === 'org.matrix.hydra.11';
}

/** Older rooms also allow numbers as strings. */
function numberOf(level: unknown): number | undefined {
  if (typeof level === 'number') return Number.isFinite(level) ? level : undefined;
  return typeof level === 'string' && /^\s*[+-]?\d{1,16}\s*$/.test(level)
    ? Number(level)
    : undefined;
}

export function setsLevels({ type, stateKey }: RoomEvent): boolean {
  return type === levelsType && stateKey === '';
}

/**
 * The power levels at each event, oldest first: current members may have lacked permission earlier. Undefined
 * throughout if no event changes them: then the current levels applied all along.
 */
export function levelsAt(events: readonly RoomEvent[]): readonly unknown[] {
  const first = events.find(setsLevels);
  // If the server omits the previous content, the first list is the best approximation.
  let levels = first && (first.before ?? first.content);
  return events.map((event) => {
    if (setsLevels(event)) levels = event.content;
    return levels;
  });
}
