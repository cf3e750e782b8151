/** Brings the lines of the journal into the database, and throws the journal away. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppendFile } from '../platform/append-file.ts';
import type { Database } from '../platform/sqlite.ts';
import { journalLimitBytes, succeeds } from './journal.ts';
import { createKeys } from './keys.ts';
import { once, parseLine, readLines } from './lines.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

export type TakeOverParts = Readonly<{
  file: AppendFile;
  store: Pick<Store, 'read' | 'write'>;
  /** Done in the database after all lines were taken over. */
  afterwards: (db: Database) => void;
}>;

export async function takeOver({ file, store, afterwards }: TakeOverParts): Promise<void> {
  const ready = await store.read(() => true);
  if (!ready) return dropIfTooLarge(file);
  const sizeBytes = await file.sizeBytes();
  const lines = await readLines(file, journalLimitBytes);
  if (lines.length === 0) return;
  for (const line of lines) {
    const entry = parseLine(line);
    if (!entry) continue;
    const taken = await store.write((db) =>
      once(db, entry, () => write(db, createKeys(db, entry.coop), entry.unwritten)),
    );
    if (!taken) return;
    await breathe();
  }
  if (!(await store.write(afterwards))) return;
  // Whoever gave up waiting may have added to it: the next time finds what is new in it.
  if ((await file.sizeBytes()) !== sizeBytes) return;
  if (await succeeds(file.remove())) await store.write((db) => db.run('DELETE FROM taken'));
}

async function dropIfTooLarge(file: AppendFile): Promise<void> {
  if ((await file.sizeBytes()) > journalLimitBytes) await succeeds(file.remove());
}
