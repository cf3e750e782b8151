/** Opens the history in the profile, with its database in a thread. */
import { join } from 'node:path';
import type { ArchiveData } from './archive-thread.ts';
import { createArchiveThread } from './archive-thread.ts';
import type { History } from './index.ts';
import { createHistory } from './index.ts';
import { createAppendFile } from '../../platform/append-file.ts';
import type { Clock } from '../../platform/clock.ts';
import { endDespiteStuckThread } from '../../platform/stuck-thread.ts';
import { threadStarter } from '../../platform/thread.ts';

export function openHistory(
  deps: Readonly<{
    clock: Clock;
    /** The folder of the built app. */
    appDir: string;
    profileDir: string;
    isClockProven: () => boolean;
  }>,
): History {
  const { clock, appDir, profileDir, isClockProven } = deps;
  const places: ArchiveData = {
    database: join(profileDir, 'history.db'),
    journal: join(profileDir, 'history.journal'),
  };
  return createHistory({
    clock,
    isClockProven,
    journalFile: createAppendFile(places.journal),
    archive: createArchiveThread({
      clock,
      start: threadStarter(join(appDir, 'archive-worker.js'), places),
      onStuck: () => void endDespiteStuckThread(),
    }),
  });
}
