/** Who may do how much in a room, by the two events that say it: `m.room.create` and `m.room.power_levels`. Pure. */
import * as v from 'valibot';
import type { RoomEvent } from './event.ts';
import { isRecord } from '../json.ts';

/** What is known of a room's `m.room.create`; its content is from outside. */
export type Creation = Readonly<{
  /** Undefined where the server tells of the content alone. */
  sender?: string;
  content: unknown;
}>;

export const levelsType = 'm.room.power_levels';

/** What is odd in it is as if it were not there. */
const CreationSchema = v.fallback(
  v.object({
    room_version: v.fallback(v.string(), '1'),
    additional_creators: v.fallback(v.array(v.unknown()), []),
    /** Until version 10 it stands there, too. */
    creator: v.fallback(v.optional(v.string()), undefined),
  }),
  { room_version: '1', additional_creators: [], creator: undefined },
);

/**
 * The power of one person: Infinity for the creators of a newer room, who stand in no list. `levels` is the content of
 * `m.room.power_levels`; undefined where the room has none, and then who made it has 100.
 */
export function powerIn({ sender, content }: Creation, levels: unknown, userId: string): number {
  const {
    room_version: version,
    additional_creators: more,
    creator,
  } = v.parse(CreationSchema, content);
  const isMaker = userId === (sender ?? creator);
  if (outranks(version) && (isMaker || more.includes(userId))) return Infinity;
  if (levels === undefined) return isMaker ? 100 : 0;
  return levelIn(levels, userId);
}

/** The power of one person by a list alone. It is asked for each message: the others in the list are not looked at. */
export function levelIn(levels: unknown, userId: string): number {
  const { users, users_default: usual } = isRecord(levels) ? levels : {};
  const own = isRecord(users) && Object.hasOwn(users, userId) ? numberOf(users[userId]) : undefined;
  return own ?? numberOf(usual) ?? 0;
}

/** https://spec.matrix.org/latest/rooms/v12/ and the version under which that was tried. */
function outranks(version: string): boolean {
  return /^\d+$/.test(version) ? Number(version) >= 12 : version === 'org.matrix.hydra.11';
}

/** Older rooms also hold numbers as text. What is neither is no number. */
function numberOf(level: unknown): number | undefined {
  if (typeof level === 'number') return Number.isFinite(level) ? level : undefined;
  return typeof level === 'string' && /^\s*[+-]?\d{1,16}\s*$/.test(level)
    ? Number(level)
    : undefined;
}

/** Whether the event changes who may do how much. */
export function setsLevels({ type, stateKey }: RoomEvent): boolean {
  return type === levelsType && stateKey === '';
}

/**
 * The list that held at each of these events of one room, oldest first: who may speak now need not have been allowed to
 * then. Undefined throughout where none of them changes it: then what holds now has held all the time.
 */
export function levelsAt(events: readonly RoomEvent[]): readonly unknown[] {
  const first = events.find(setsLevels);
  // Where the server does not tell what was before, the first list is the nearest to it.
  let levels = first && (first.before ?? first.content);
  return events.map((event) => {
    if (setsLevels(event)) levels = event.content;
    return levels;
  });
}
