/** A history whose database is in this very thread, on a clock and a disk of the test's own. */
import type { ArchiveDeps } from '../main/core/history/archive.ts';
import { createArchive } from '../main/core/history/archive.ts';
import type { History, HistoryDeps } from '../main/core/history/index.ts';
import { createHistory } from '../main/core/history/index.ts';

export function createHistoryHere(
  parts: Omit<HistoryDeps, 'archive'> & Pick<ArchiveDeps, 'openDatabase'>,
): History {
  return createHistory({ ...parts, archive: createArchive(parts) });
}
