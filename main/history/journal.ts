/**
 * Where checks are written every minute: lines at the end of a file. The database, whose library would cost an idle app
 * ten megabytes, is opened only when a member looks, or when the file has grown; then it takes the lines over.
 */
import type { AppendFile } from '../platform/append-file.ts';
import type { Buffer } from './buffer.ts';
import { lineOf } from './lines.ts';

export type Journal = Readonly<{
  /** Adds what a co-op's buffer holds. What cannot be written is lost: it is not worth all the memory. */
  add: (coop: string, buffer: Buffer) => Promise<void>;
  /** The same at the end of the app, which waits for nothing. */
  addNow: (coop: string, buffer: Buffer) => void;
  /** Brings all of it into the database, and throws it away. */
  takeOver: () => Promise<void>;
  /** Large enough to be taken over although nobody looks. */
  isLarge: () => Promise<boolean>;
  isWritable: () => boolean;
}>;

export type JournalParts = Readonly<{
  file: AppendFile;
  /** Brings all of it into the database, and throws it away. */
  takeOver: () => Promise<void>;
  /** It can be written no longer, or again. */
  onChange: () => void;
}>;

const largeBytes = 16 * 1024 * 1024;
/** While there is no database to take it over, it grows no larger than this. */
export const journalLimitBytes = 4 * largeBytes;
/** Rows of one line, and of one transaction: more would hold up the tray when hundreds of services fall at once. */
const rowsAtOnce = 200;

export function createJournal(parts: JournalParts): Journal {
  const { file } = parts;
  let turn: Promise<void> = Promise.resolve();
  let writable = true;

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

  return {
    add: (coop, buffer) =>
      inTurn(async () => {
        while (!buffer.isEmpty()) {
          setWritable(await succeeds(file.append(lineOf(coop, buffer.take(rowsAtOnce)))));
        }
      }),
    addNow: (coop, buffer) => {
      if (buffer.isEmpty()) return;
      try {
        file.appendNow(lineOf(coop, buffer.take(Infinity)));
      } catch {
        // A full disk must not keep the app from ending.
      }
    },
    takeOver: () => inTurn(parts.takeOver),
    isLarge: async () => (await file.sizeBytes()) > largeBytes,
    isWritable: () => writable,
  };
}

export function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
