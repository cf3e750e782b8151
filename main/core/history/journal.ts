/**
 * Appends checks to a file every minute. The database, whose library would cost an idle app 10 MB, is opened only when
 * a member views the history or the file has grown; it then takes over the lines.
 */
import type { AppendFile } from '../../platform/append-file.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import type { Buffer } from './buffer.ts';
import type { CoopIdentity } from './keys.ts';
import { lineOf } from './lines.ts';

export type Journal = Readonly<{
  /** Writes a co-op's buffer. What cannot be written is dropped, to limit memory. */
  add: (coop: CoopIdentity, buffer: Buffer) => Promise<void>;
  /** The same synchronously, for quitting. */
  addNow: (coop: CoopIdentity, buffer: Buffer) => void;
  /** Moves all lines into the database; unreadable lines are set aside. */
  takeOver: (coop: CoopIdentity) => Promise<void>;
  /** Large enough to be taken over even if nobody views the history. */
  isLarge: () => Promise<boolean>;
  isWritable: () => boolean;
}>;

export type JournalDeps = Readonly<{
  file: AppendFile;
  /** Moves all lines into the database. False while there is no database; undefined if it took too long. */
  takeOver: (coop: CoopIdentity) => Promise<boolean | undefined>;
  /** `isWritable` has changed. */
  onChange: () => void;
}>;

const largeBytes = 16 * 1024 * 1024;
/** Limit while there is no database: beyond it, new lines are dropped. */
const limitBytes = 4 * largeBytes;
/** Rows per line and per transaction: more would block the tray when hundreds of services go down together. */
const batchRows = 200;

export function createJournal(deps: JournalDeps): Journal {
  const { file } = deps;
  /** No line may be added while the journal is being deleted. */
  const queue = createSerialQueue();
  let writable = true;
  let isFull = false;

  const setWritable = (next: boolean) => {
    if (next === writable) return;
    writable = next;
    deps.onChange();
  };

  /** A file that cannot be accessed has nothing to take over. */
  const sizeOrZero = () => file.sizeBytes().catch(() => 0);

  return {
    add: (coop, buffer) =>
      queue.run(async () => {
        while (!buffer.isEmpty()) {
          const line = lineOf(coop, buffer.take(batchRows));
          setWritable(!isFull && (await succeeds(file.append(line))));
        }
      }),
    addNow: (coop, buffer) => {
      if (buffer.isEmpty() || isFull) return;
      try {
        file.appendNow(lineOf(coop, buffer.take(Infinity)));
      } catch {
        // A full disk must not keep the app from quitting.
      }
    },
    takeOver: (coop) =>
      queue.run(async () => {
        const isTakenOver = await deps.takeOver(coop);
        isFull = !isTakenOver && (await sizeOrZero()) > limitBytes;
      }),
    isLarge: async () => (await sizeOrZero()) > largeBytes,
    isWritable: () => writable,
  };
}

export function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
