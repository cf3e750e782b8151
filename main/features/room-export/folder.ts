/** The folder of one copy, inside the one that the member chose, and the state in it. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RoomCopy } from '../../../shared/room-export/state.ts';
import { loadManifest } from './manifest.ts';
import { loadProgress } from './progress.ts';

const namesTried = 100;

/** `General 2026-11-24` or, if that is taken, `General 2026-11-24 (2)`. Throws the file system's errors. */
export async function makeFolder(chosen: string, name: string, date: string): Promise<string> {
  const plain = name
    .replaceAll(/[^\p{L}\p{N} _-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const wanted = `${plain.slice(0, 60) || 'room'} ${date}`;
  for (let number = 1; ; number += 1) {
    const folder = join(chosen, number === 1 ? wanted : `${wanted} (${number})`);
    try {
      await mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken || number >= namesTried) throw error;
    }
  }
}

/** Undefined if there is no copy, or it cannot be parsed. */
export async function copyIn(folder: string): Promise<RoomCopy | undefined> {
  try {
    const progress = await loadProgress(folder);
    const name = basename(folder);
    if (progress) return { at: 'stopped', folder: name, ...reachedIn(progress) };
    const manifest = await loadManifest(folder);
    if (!manifest) return undefined;
    const oldest = Date.parse(manifest.oldestAt ?? '');
    const reached = Number.isNaN(oldest) ? {} : { oldestUtcMs: oldest };
    return { at: 'finished', folder: name, ...reachedIn({ ...manifest, ...reached }) };
  } catch {
    return undefined;
  }
}

export type Reached = Pick<RoomCopy, 'events' | 'oldestUtcMs' | 'unreadable'>;

/** The progress of a copy, and how many events could not be parsed. */
export function reachedIn({ events, oldestUtcMs, unreadable = 0 }: Reached): Reached {
  return {
    events,
    ...(oldestUtcMs === undefined ? {} : { oldestUtcMs }),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}
