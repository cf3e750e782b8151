/**
 * Where checks are written every minute: lines at the end of a file. The database, whose library would cost an idle app
 * ten megabytes, is opened only when a member looks, or when the file has grown; then it takes the lines over.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppendFile } from '../platform/append-file.ts';
import type { Database } from '../platform/sqlite.ts';
import type { Buffer } from './buffer.ts';
import type { CoopIdentity } from './keys.ts';
import { adopt, createKeys, isUnderName } from './keys.ts';
import { lineOf, once, parseLine } from './lines.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

export type Journal = Readonly<{
  /** Adds what a co-op's buffer holds. What cannot be written is lost: it is not worth all the memory. */
  add: (coop: CoopIdentity, buffer: Buffer) => Promise<void>;
  /** The same at the end of the app, which waits for nothing. */
  addNow: (coop: CoopIdentity, buffer: Buffer) => void;
  /** Brings all of it into the database, and throws it away; lines that cannot be read are kept beside. */
  takeOver: (coop: CoopIdentity) => Promise<void>;
  /** Large enough to be taken over although nobody looks. */
  isLarge: () => Promise<boolean>;
  isWritable: () => boolean;
}>;

export type JournalParts = Readonly<{
  file: AppendFile;
  store: Pick<Store, 'read' | 'write'>;
  /** Done in the database after all lines were taken over. */
  afterwards: (db: Database) => void;
  /** It can be written no longer, or again. */
  onChange: () => void;
}>;

const largeBytes = 16 * 1024 * 1024;
/** While there is no database to take it over, nothing is added beyond this: what is in it came first, and is not to be had again. */
const limitBytes = 4 * largeBytes;
/** Rows of one line, and of one transaction: more would hold up the tray when hundreds of services fall at once. */
const rowsAtOnce = 200;

export function createJournal(parts: JournalParts): Journal {
  const { file, store } = parts;
  let turn: Promise<void> = Promise.resolve();
  let writable = true;
  let isFull = false;

  /** One after the other: lines must not be added to a journal that is being thrown away. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };

  const setWritable = (next: boolean) => {
    if (next === writable) return;
    writable = next;
    parts.onChange();
  };

  /** A file that cannot even be looked at has nothing to be taken over. */
  const sizeOrNothing = () => file.sizeBytes().catch(() => 0);

  /** Whether the database has all lines now. Throws where the file cannot be read to its end. */
  const takeLines = async (): Promise<boolean> => {
    for await (const line of file.lines()) {
      const entry = parseLine(line);
      if (!entry) {
        if (line !== '') await file.putAside(line);
        continue;
      }
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
  };

  const takeAll = async () => {
    // What cannot be read now stays where it is, until it can.
    if (!(await takeLines().catch(() => false))) return;
    const done = (await store.write(parts.afterwards)) && (await succeeds(file.remove()));
    if (done) await store.write((db) => db.run('DELETE FROM taken'));
  };

  return {
    add: (coop, buffer) =>
      inTurn(async () => {
        while (!buffer.isEmpty()) {
          const line = lineOf(coop, buffer.take(rowsAtOnce));
          setWritable(!isFull && (await succeeds(file.append(line))));
        }
      }),
    addNow: (coop, buffer) => {
      if (buffer.isEmpty() || isFull) return;
      try {
        file.appendNow(lineOf(coop, buffer.take(Infinity)));
      } catch {
        // A full disk must not keep the app from ending.
      }
    },
    takeOver: (coop) =>
      inTurn(async () => {
        const ready = await store.read(() => true);
        const sizeBytes = await sizeOrNothing();
        isFull = !ready && sizeBytes > limitBytes;
        if (!ready) return;
        if (sizeBytes > 0) await takeAll();
        if (await store.read((db) => isUnderName(db, coop))) {
          await store.write((db) => adopt(db, coop));
        }
      }),
    isLarge: async () => (await sizeOrNothing()) > largeBytes,
    isWritable: () => writable,
  };
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
