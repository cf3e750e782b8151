/** Moves the lines of the journal into the database, then deletes the journal. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppendFile } from '../../platform/append-file.ts';
import type { Database } from '../../platform/sqlite.ts';
import { succeeds } from './journal.ts';
import type { CoopIdentity } from './keys.ts';
import { adopt, createKeys, isUnderName } from './keys.ts';
import { once, parseLine } from './lines.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

export type TakeOverDeps = Readonly<{
  file: AppendFile;
  store: Pick<Store, 'read' | 'write'>;
  /** The current co-op: a history stored under its name is moved to its key. */
  coop: CoopIdentity;
  /** Runs in the database after all lines were taken over. */
  afterwards: (db: Database) => void;
}>;

/** False while there is no database. */
export async function takeOver(deps: TakeOverDeps): Promise<boolean> {
  const { file, store, coop } = deps;
  if (!(await store.read(() => true))) return false;
  // A file that cannot be accessed has nothing to take over.
  const sizeBytes = await file.sizeBytes().catch(() => 0);
  if (sizeBytes > 0) await takeAll(deps, sizeBytes);
  if (await store.read((db) => isUnderName(db, coop))) await store.write((db) => adopt(db, coop));
  return true;
}

async function takeAll(deps: TakeOverDeps, sizeBytes: number): Promise<void> {
  const { file, store, afterwards } = deps;
  // An unreadable file stays for a later attempt.
  if (!(await takeLines(deps).catch(() => false))) return;
  if (!(await store.write(afterwards))) return;
  // After a timeout, the app may have appended lines; the next run takes those over.
  if ((await file.sizeBytes()) !== sizeBytes) return;
  if (!(await succeeds(keepUnread(file)))) return;
  if (await succeeds(file.remove())) await store.write((db) => db.run('DELETE FROM taken'));
}

/** Whether the database has all lines now. Throws if the file cannot be read to its end. */
async function takeLines({ file, store }: TakeOverDeps): Promise<boolean> {
  for await (const line of file.lines()) {
    const entry = parseLine(line);
    if (!entry) continue;
    const taken = await store.write((db) =>
      once(db, entry, () => {
        adopt(db, { key: entry.coop, names: entry.names });
        write(db, createKeys(db, entry.coop), entry.unwritten);
      }),
    );
    if (!taken) return false;
    await breathe();
  }
  return true;
}

/** Call just before the journal is deleted, so that each unreadable line is set aside once. */
async function keepUnread(file: AppendFile): Promise<void> {
  for await (const line of file.lines()) {
    if (line !== '' && !parseLine(line)) await file.putAside(line);
  }
}
