/** Remembers how the services were: takes every check, adds what it makes of them to a journal, and answers from a database. */
import { setImmediate as breathe } from 'node:timers/promises';
import { createCalendar } from '../../shared/history/calendar.ts';
import type {
  ExportFormat,
  HistoryProblem,
  HistoryView,
  Range,
} from '../../shared/history/view.ts';
import type { Beat } from '../../shared/history/watch.ts';
import type { Clock } from '../platform/clock.ts';
import type { AppendFile } from '../platform/append-file.ts';
import type { DatabaseFile, OpenedDatabase } from '../platform/sqlite.ts';
import { createBuffer } from './buffer.ts';
import { exportFoot, exportHead, exportService } from './export.ts';
import { journalLine, limitBytes, once, readJournal, takeOverBytes } from './journal.ts';
import { createKeys, findKey } from './keys.ts';
import { readDetail } from './read.ts';
import { migrations } from './schema.ts';
import { createStore } from './store.ts';
import { prune, rollUp, write } from './write.ts';

export type History = Readonly<{
  observe: (beat: Beat) => void;
  /** Two co-ops may use one id for different services: each co-op has a history of its own, by its name. */
  setCoop: (name: string) => void;
  /** Nobody watches from the newest check to the next: the machine sleeps, or we are offline. */
  pause: () => void;
  /** Undefined while there is no database to ask. */
  detail: (serviceId: string, range: Range) => Promise<HistoryView | undefined>;
  /** The history of these services as text, a piece a service. */
  exported: (format: ExportFormat, serviceIds: readonly string[]) => AsyncIterable<string>;
  problem: () => HistoryProblem | undefined;
  /** The problem has changed. */
  onChange: (listener: () => void) => void;
  /** Writes what is unwritten. */
  dispose: () => void;
}>;

export type HistoryParts = Readonly<{
  clock: Clock;
  /** Throws DatabaseError. */
  openDatabase: (how: Omit<DatabaseFile, 'path'>) => Promise<OpenedDatabase>;
  journal: AppendFile;
  /** Days and hours are those of this zone; without it, of the machine's. */
  timeZone?: string;
}>;

/** Time from a check to its being written, in ms. */
export const writeEveryMs = 60_000;
/** Rows of one line, and of one transaction: more would hold up the tray when hundreds of services fall at once. */
const rowsAtOnce = 200;

export function createHistory(parts: HistoryParts): History {
  const { clock, journal } = parts;
  const listeners = new Set<() => void>();
  const calendar = createCalendar(parts.timeZone);
  const store = createStore({
    clock,
    openDatabase: (suspicious) =>
      parts.openDatabase({ migrations, today: calendar.date(clock.nowUtcMs()), suspicious }),
    onProblem: () => tell(),
  });
  let coop = '';
  let buffer = createBuffer(calendar);
  let turn: Promise<void> = Promise.resolve();
  let cancel: (() => void) | undefined;
  let writable = true;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const setWritable = (next: boolean) => {
    if (next === writable) return;
    writable = next;
    tell();
  };

  /** One after the other: lines must not be added to a journal that is being thrown away. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work);
    return turn;
  };

  /** Adds what is unwritten to the journal. What cannot be written is not worth all the memory: it is not watched. */
  const flush = () => {
    cancel?.();
    cancel = undefined;
    const from = buffer;
    const owner = coop;
    return inTurn(async () => {
      while (!from.isEmpty()) {
        const line = journalLine(owner, from.take(rowsAtOnce));
        setWritable(await succeeds(journal.append(line)));
      }
    });
  };

  /** Takes the journal over into the database. */
  const takeOver = () =>
    inTurn(async () => {
      const ready = await store.read(() => true);
      if (!ready) return dropIfLarge();
      for (const entry of await readJournal(journal)) {
        const { coop: owner, unwritten } = entry;
        const written = await store.write((db) =>
          once(db, entry, () => write(db, createKeys(db, owner), unwritten)),
        );
        if (!written) return;
        await breathe();
      }
      const nowUtcMs = clock.nowUtcMs();
      const rolled = await store.write((db) => {
        rollUp(db, calendar, nowUtcMs);
        prune(db, calendar, nowUtcMs);
      });
      if (!rolled || !(await succeeds(journal.remove()))) return;
      await store.write((db) => db.run('DELETE FROM taken'));
    });

  /** While there is no database to take it over, the journal must not grow for ever. */
  const dropIfLarge = async () => {
    if ((await journal.sizeBytes()) > limitBytes) await succeeds(journal.remove());
  };

  const writeInTime = async () => {
    await flush();
    if ((await journal.sizeBytes()) > takeOverBytes) await takeOver();
  };

  const pause = () => {
    buffer.leaveAll();
    void flush();
  };

  return {
    observe: (beat) => {
      buffer.add(beat);
      cancel ??= clock.after(writeEveryMs, () => void writeInTime());
    },
    setCoop: (name) => {
      if (name === coop) return;
      pause();
      coop = name;
      buffer = createBuffer(calendar);
    },
    pause,
    detail: async (serviceId, range) => {
      await flush();
      await takeOver();
      return store.read((db) =>
        readDetail(db, {
          service: findKey(db, coop, serviceId),
          range,
          calendar,
          nowUtcMs: clock.nowUtcMs(),
          openSinceUtcMs: buffer.openSince(serviceId),
        }),
      );
    },
    exported: async function* (format, serviceIds) {
      await flush();
      await takeOver();
      yield exportHead(format, { coop, atUtcMs: clock.nowUtcMs() });
      for (const [index, serviceId] of serviceIds.entries()) {
        const text = await store.read((db) =>
          exportService(format, db, calendar, {
            serviceId,
            key: findKey(db, coop, serviceId),
            index,
          }),
        );
        if (text === undefined) throw new Error('There is no history to export.');
        yield text;
      }
      yield exportFoot(format);
    },
    problem: () => store.problem() ?? (writable ? undefined : { code: 'unwritable' }),
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      listeners.clear();
      buffer.leaveAll();
      cancel?.();
      if (!buffer.isEmpty()) appendAtTheEnd(journal, journalLine(coop, buffer.take(Infinity)));
      store.close();
    },
  };
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** A full disk must not keep the app from ending. */
function appendAtTheEnd(journal: AppendFile, line: string): void {
  try {
    journal.appendNow(line);
  } catch {
    // Not written is not watched.
  }
}
