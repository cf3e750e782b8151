/**
 * Where checks are written every minute: lines at the end of a file. The database, whose library would cost an idle app
 * ten megabytes, is opened only when a member looks, or when the file has grown; then it takes the lines over.
 */
import type { AppendFile } from '../../platform/append-file.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import type { Buffer } from './buffer.ts';
import type { CoopIdentity } from './keys.ts';
import { lineOf } from './lines.ts';

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

export type JournalDeps = Readonly<{
  file: AppendFile;
  /** Brings all of it into the database, and throws it away. False while there is no database; undefined if that took too long. */
  takeOver: (coop: CoopIdentity) => Promise<boolean | undefined>;
  /** It can be written no longer, or again. */
  onChange: () => void;
}>;

const largeBytes = 16 * 1024 * 1024;
/** While there is no database to take it over, nothing is added beyond this: what is in it came first, and is not to be had again. */
const limitBytes = 4 * largeBytes;
/** Rows of one line, and of one transaction: more would hold up the tray when hundreds of services fall at once. */
const rowsAtOnce = 200;

export function createJournal(deps: JournalDeps): Journal {
  const { file } = deps;
  /** Lines must not be added to a journal that is being thrown away. */
  const queue = createSerialQueue();
  let writable = true;
  let isFull = false;

  const setWritable = (next: boolean) => {
    if (next === writable) return;
    writable = next;
    deps.onChange();
  };

  /** A file that cannot even be looked at has nothing to be taken over. */
  const sizeOrNothing = () => file.sizeBytes().catch(() => 0);

  return {
    add: (coop, buffer) =>
      queue.run(async () => {
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
      queue.run(async () => {
        const isThere = await deps.takeOver(coop);
        isFull = !isThere && (await sizeOrNothing()) > limitBytes;
      }),
    isLarge: async () => (await sizeOrNothing()) > largeBytes,
    isWritable: () => writable,
  };
}

export function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
