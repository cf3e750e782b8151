/** The manifest of a finished copy: `room.json` in the format `coop-room/1` of docs/rooms.md. Written last. */
import { join } from 'node:path';
import * as v from 'valibot';
import { readTextIfThere, writeText } from '../../platform/files.ts';
import type { Progress } from './progress.ts';

const fileName = 'room.json';
const limitBytes = 64 * 1024;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Instant = v.pipe(v.string(), v.maxLength(40));

const ManifestSchema = v.object({
  format: v.literal('coop-room/1'),
  room: v.string(),
  roomId: v.string(),
  name: v.string(),
  /** The member who exported it. */
  userId: v.string(),
  startedAt: Instant,
  finishedAt: Instant,
  /** Lines of messages.jsonl. */
  events: count,
  /** Number of them shown on pages. */
  shown: count,
  pages: count,
  /** Number of events shown on no page, by type. */
  leftOut: v.optional(
    v.object({ state: count, reaction: count, removal: count, vote: count, other: count }),
  ),
  /** Number of entries that are not valid events; they are in no file. */
  unreadable: count,
  newestAt: v.optional(Instant),
  oldestAt: v.optional(Instant),
});
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>;

export async function saveManifest(
  folder: string,
  progress: Progress,
  more: Readonly<{
    pages: number;
    shown: number;
    leftOut: NonNullable<Manifest['leftOut']>;
    finishedUtcMs: number;
  }>,
): Promise<void> {
  const { room, roomId, name, userId, events, unreadable } = progress;
  const manifest: Manifest = {
    format: 'coop-room/1',
    room,
    roomId,
    name,
    userId,
    events,
    unreadable,
    startedAt: iso(progress.startedUtcMs),
    finishedAt: iso(more.finishedUtcMs),
    shown: more.shown,
    pages: more.pages,
    leftOut: more.leftOut,
    ...(progress.newestUtcMs === undefined ? {} : { newestAt: iso(progress.newestUtcMs) }),
    ...(progress.oldestUtcMs === undefined ? {} : { oldestAt: iso(progress.oldestUtcMs) }),
  };
  await writeText(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Undefined if it is missing or cannot be parsed. Throws the file system's errors. */
export async function loadManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readTextIfThere(join(folder, fileName), limitBytes);
  if (text === undefined) return undefined;
  try {
    return v.parse(ManifestSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

function iso(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString();
}
