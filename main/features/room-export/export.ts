/** Copies a room's history, as far as the member may read it, into a folder; resumes after a crash or a stop. */
import type { Asking } from './history-pager.ts';
import type { PageWords } from './page.ts';
import type { Progress, Target } from './progress.ts';
import { beginning, loadProgress, saveProgress } from './progress.ts';
import { readPast } from './read.ts';
import { writeCopy } from './finalize.ts';

export type Exporting = Asking & Readonly<{ folder: string; words: PageWords }>;

/**
 * The folder is the copy's own. Throws RoomError, the file system's errors and the signal's reason; in any case
 * the same call resumes from what is on disk.
 */
export async function exportRoom(exporting: Exporting, target: Target): Promise<Progress> {
  const { folder, clock, words, signal } = exporting;
  let progress = await loadProgress(folder);
  if (!progress) {
    progress = beginning(target, clock.nowUtcMs());
    await saveProgress(folder, progress);
  }
  const whole = await readPast({ ...exporting, folder }, progress);
  exporting.onProgress(whole);
  await writeCopy({ folder, words, nowUtcMs: clock.nowUtcMs, signal }, whole);
  return whole;
}
