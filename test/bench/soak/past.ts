/** The bench's history: its database is a real file, which is not writable while the disk is full. */
import type { History } from '../../../main/core/history/index.ts';
import { migrations } from '../../../main/core/history/schema.ts';
import type { AppendFile } from '../../../main/platform/append-file.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import { DatabaseError } from '../../../main/platform/sqlite-error.ts';
import type { Database } from '../../../main/platform/sqlite.ts';
import { numberAt, textAt } from '../../../main/platform/sqlite-row.ts';
import { openDatabase } from '../../../main/platform/sqlite.ts';
import { createHistoryHere } from '../../history-here.ts';
import type { Disk } from './disk.ts';

export type Past = Readonly<{
  history: History;
  /** Closes the database, as the end of a process does. */
  letGo: () => void;
}>;

export const timeZone = 'America/Toronto';

type PastParts = Readonly<{
  clock: Clock;
  disk: Disk;
  journalFile: AppendFile;
  database: Database;
  isClockProven: () => boolean;
}>;

export function createPast({ clock, disk, journalFile, database, isClockProven }: PastParts): Past {
  const checked = () => {
    if (disk.isFull()) throw new DatabaseError('unwritable');
  };
  const transaction: Database['transaction'] = (work) => {
    checked();
    database.transaction(work);
  };
  return {
    history: createHistoryHere({
      clock,
      timeZone,
      journalFile,
      isClockProven,
      openDatabase: async () => {
        checked();
        // Closed with the run, even if the history closes it earlier.
        return { database: { ...database, transaction, close: () => undefined } };
      },
    }),
    letGo: database.close,
  };
}

/** Opened before a run begins, so that the time of real I/O does not affect its clock. */
export async function openHistory(path: string): Promise<Database> {
  const { database } = await openDatabase({ path, migrations, today: 'now', suspicious: false });
  return database;
}

/** Every check in the history, as `${service} ${ms UTC}`. */
export async function storedChecks(path: string): Promise<ReadonlySet<string>> {
  const database = await openHistory(path);
  const rows = database.all(
    'SELECT s.service, b.at FROM beats b JOIN services s ON s.id = b.service',
  );
  database.close();
  return new Set(rows.map((row) => `${textAt(row, 'service')} ${numberAt(row, 'at')}`));
}
