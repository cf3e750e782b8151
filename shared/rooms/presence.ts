/**
 * Who is in a room, as the co-op publishes it: asking the room's own server could start a meeting, see
 * docs/decisions/0052-rooms-are-not-asked.md. Pure.
 */
import * as v from 'valibot';
import { Id } from '../coop/parts.ts';
import { hasMoreValuesThan, isDeeperThan, parseJson, withoutBom } from '../json.ts';
import { lenientArray } from '../lists/lenient-array.ts';
import { parseInstant } from '../time/instant.ts';
import { UtcMs } from '../time/utc-ms.ts';

export const PresenceSchema = v.object({
  roomId: v.string(),
  participants: v.number(),
  /** When they were counted. */
  atUtcMs: UtcMs,
});
export type Presence = Readonly<v.InferOutput<typeof PresenceSchema>>;

/** Older counts are not shown: who was in the room then says nothing about now. */
export const freshMs = 10 * 60_000;
/** How far the clock of who counted may be ahead of ours. */
const aheadMs = 2 * 60_000;

/** Of a file with the presence of all rooms, in bytes. */
export const presenceLimitBytes = 64 * 1024;
const valuesLimit = 2000;
const depthLimit = 4;

const Entry = v.pipe(
  v.object({
    room: Id,
    running: v.boolean(),
    participants: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    atUtc: v.pipe(v.string(), v.maxLength(40)),
  }),
  // Nobody can be in a call that is not under way: one of the two is wrong, and nothing tells which.
  v.check(({ running, participants }) => running || participants === 0),
);
const File = v.union([
  lenientArray(Entry),
  v.pipe(
    Entry,
    v.transform((one) => ({ items: [one] })),
  ),
]);

/**
 * The newest count of each room that a file has: one object, or a list of them. Undefined for any other text; entries
 * that are wrong are left out.
 */
export function readPresence(text: string): readonly Presence[] | undefined {
  if (hasMoreValuesThan(valuesLimit, text) || isDeeperThan(depthLimit, text)) return undefined;
  const { success, output } = v.safeParse(File, parseJson(withoutBom(text)));
  if (!success) return undefined;
  const newest = new Map<string, Presence>();
  for (const { room, participants, atUtc } of output.items) {
    const atUtcMs = parseInstant(atUtc);
    if (atUtcMs === undefined || atUtcMs < 0) continue;
    if (atUtcMs > (newest.get(room)?.atUtcMs ?? -1))
      newest.set(room, { roomId: room, participants, atUtcMs });
  }
  return [...newest.values()];
}

/** Whether a count may be shown now. One from the future comes from a clock that is wrong. */
export function isFresh({ atUtcMs }: Presence, nowUtcMs: number): boolean {
  const ageMs = nowUtcMs - atUtcMs;
  return ageMs <= freshMs && ageMs >= -aheadMs;
}
