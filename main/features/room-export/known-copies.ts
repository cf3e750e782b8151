/** The existing copies of rooms, and the folder of each. */
import type { RoomCopy } from '../../../shared/room-export/state.ts';
import type { TextStore } from '../../platform/files.ts';
import type { KeptCopy } from './export-list.ts';
import { loadCopies, saveCopies } from './export-list.ts';
import { copyIn } from './folder.ts';

export type KnownCopies = Readonly<{
  of: (room: string) => RoomCopy | undefined;
  folderOf: (room: string) => string | undefined;
  /** Never rejects. */
  restore: () => Promise<void>;
  set: (room: string, copy: RoomCopy) => void;
  /** Records the folder of a room's copy, instead of a copy in another folder. Never rejects. */
  setFolder: (room: string, folder: string) => Promise<void>;
}>;

export function createKnownCopies(store: TextStore): KnownCopies {
  const found = new Map<string, RoomCopy>();
  let kept: readonly KeptCopy[] = [];
  const folderOf = (room: string) => kept.findLast((one) => one.room === room)?.folder;
  return {
    of: (room) => found.get(room),
    folderOf,
    restore: async () => {
      kept = await loadCopies(store);
      for (const { room, folder } of kept) {
        const copy = await copyIn(folder);
        if (copy) found.set(room, copy);
      }
    },
    set: (room, copy) => found.set(room, copy),
    setFolder: async (room, folder) => {
      if (folder !== folderOf(room)) found.delete(room);
      kept = [...kept.filter((one) => one.room !== room), { room, folder }];
      // If the list cannot be saved, the export continues, but is not found at the next start.
      await saveCopies(store, kept).catch(() => undefined);
    },
  };
}
