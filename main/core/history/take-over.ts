/** Brings the lines of the journal into the database, and throws the journal away. */
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
  /** Whose history the member looks at: what was kept under its name becomes its own. */
  coop: CoopIdentity;
  /** Done in the database after all lines were taken over. */
  afterwards: (db: Database) => void;
}>;

/** False while there is no database. */
export async function takeOver(deps: TakeOverDeps): Promise<boolean> {
  const { file, store, coop } = deps;
  if (!(await store.read(() => true))) return false;
  // A file that cannot even be looked at has nothing to be taken over.
  const sizeBytes = await file.sizeBytes().catch(() => 0);
  if (sizeBytes > 0) await takeAll(deps, sizeBytes);
  if (await store.read((db) => isUnderName(db, coop))) await store.write((db) => adopt(db, coop));
  return true;
}

async function takeAll(deps: TakeOverDeps, sizeBytes: number): Promise<void> {
  const { file, store, afterwards } = deps;
  // What cannot be read now stays where it is, until it can.
  if (!(await takeLines(deps).catch(() => false))) return;
  if (!(await store.write(afterwards))) return;
  // Whoever gave up waiting may have added to it: the next time finds what is new in it.
  if ((await file.sizeBytes()) !== sizeBytes) return;
  if (!(await succeeds(keepUnread(file)))) return;
  if (await succeeds(file.remove())) await store.write((db) => db.run('DELETE FROM taken'));
}

/** Whether the database has all lines now. Throws where the file cannot be read to its end. */
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

/** Of a journal that is about to be thrown away, so that each such line is kept once. */
async function keepUnread(file: AppendFile): Promise<void> {
  for await (const line of file.lines()) {
    if (line !== '' && !parseLine(line)) await file.putAside(line);
  }
}
