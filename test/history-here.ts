/** A history with its database in this thread, on a test clock and disk. */
import type { ArchiveDeps } from '../main/core/history/archive.ts';
import { createArchive } from '../main/core/history/archive.ts';
import type { History, HistoryDeps } from '../main/core/history/index.ts';
import { createHistory } from '../main/core/history/index.ts';

export function createHistoryHere(
  parts: Omit<HistoryDeps, 'archive'> & Pick<ArchiveDeps, 'openDatabase'>,
): History {
  return createHistory({ ...parts, archive: createArchive(parts) });
}
