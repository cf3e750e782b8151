/** The progress of an export, stored in its folder, so that it can be resumed after a crash. */
import { join } from 'node:path';
import * as v from 'valibot';
import { momentOf } from '../../../shared/room-export/event.ts';
import type { RawEvent } from '../../../shared/room-export/event.ts';
import { readTextIfThere, syncFolder, writeText } from '../../platform/files.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import { shortList } from '../../../shared/lists/short-list.ts';

const fileName = 'unfinished.json';
const limitBytes = 256 * 1024;
/** Ids of the last events, to check that the next page continues from them. */
const seamLength = 100;

const id = v.pipe(v.string(), v.maxLength(255));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ProgressSchema = v.object({
  version: v.literal(1),
  roomId: id,
  /** As in the co-op document. */
  room: id,
  name: v.pipe(v.string(), v.maxLength(80)),
  /** The member who exports it: another may be able to read more or less. */
  userId: id,
  startedUtcMs: UtcMs,
  /** `writing`: the history is complete, and is being turned into the finished copy. */
  at: v.picklist(['reading', 'writing']),
  /** The token of the next page; undefined before the first page, and at the end. */
  before: v.optional(v.pipe(v.string(), v.maxLength(2048))),
  /** Number of complete chunks; any other file is of an interrupted page. */
  pieces: count,
  events: count,
  unreadable: count,
  newestUtcMs: v.optional(UtcMs),
  oldestUtcMs: v.optional(UtcMs),
  /** Oldest last. */
  seam: shortList(id, seamLength),
});
export type Progress = Readonly<v.InferOutput<typeof ProgressSchema>>;

export type Target = Readonly<{ roomId: string; room: string; name: string; userId: string }>;

export function beginning(target: Target, startedUtcMs: number): Progress {
  const none = { pieces: 0, events: 0, unreadable: 0, seam: [] };
  return { version: 1, ...target, startedUtcMs, at: 'reading', ...none };
}

/** Undefined if it is missing or cannot be parsed. Throws the file system's errors. */
export async function loadProgress(folder: string): Promise<Progress | undefined> {
  const text = await readTextIfThere(join(folder, fileName), limitBytes);
  if (text === undefined) return undefined;
  try {
    return v.parse(ProgressSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** On disk when it resolves; the chunks that it counts must be there before. */
export async function saveProgress(folder: string, progress: Progress): Promise<void> {
  await writeText(join(folder, fileName), JSON.stringify(progress));
  await syncFolder(folder);
}

export const progressFile = (folder: string) => join(folder, fileName);

/** The progress after a chunk of these events, newest first. */
export function withPiece(before: Progress, events: readonly RawEvent[]): Progress {
  const moments = events.map(momentOf).filter((at) => at !== undefined);
  const newest = before.newestUtcMs ?? moments[0];
  const oldest = moments.at(-1) ?? before.oldestUtcMs;
  return {
    ...before,
    pieces: before.pieces + 1,
    events: before.events + events.length,
    seam: [...before.seam, ...events.map((one) => one.event_id)].slice(-seamLength),
    ...(newest === undefined ? {} : { newestUtcMs: newest }),
    ...(oldest === undefined ? {} : { oldestUtcMs: oldest }),
  };
}
