/** Remembers how the services were: takes every check, adds what it makes of them to a journal, and answers from a database. */
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
import { createJournal } from './journal.ts';
import type { CoopIdentity } from './keys.ts';
import { findKey } from './keys.ts';
import { readDetail } from './read.ts';
import { migrations } from './schema.ts';
import { createStore } from './store.ts';
import { prune, rollUp } from './write.ts';
import { isCoopKey } from '../../shared/coop/source.ts';

export type History = Readonly<{
  observe: (beat: Beat) => void;
  /** Two co-ops may use one id for different services: each co-op has a history of its own, by `coopKey`. */
  setCoop: (key: string, name: string) => void;
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
  journalFile: AppendFile;
  /** Days and hours are those of this zone; without it, of the machine's. */
  timeZone?: string;
}>;

/** Time from a check to its being written, in ms. */
export const writeEveryMs = 60_000;

export function createHistory(parts: HistoryParts): History {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  const calendar = createCalendar(parts.timeZone);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const store = createStore({
    clock,
    openDatabase: (suspicious) =>
      parts.openDatabase({ migrations, today: calendar.date(clock.nowUtcMs()), suspicious }),
    onProblem: tell,
  });
  const journal = createJournal({
    file: parts.journalFile,
    store,
    afterwards: (db) => {
      rollUp(db, calendar, clock.nowUtcMs());
      prune(db, calendar, clock.nowUtcMs());
    },
    onChange: tell,
  });
  let coop: CoopIdentity & Readonly<{ name: string }> = { key: '', name: '', names: [] };
  let buffer = createBuffer(calendar);
  let cancel: (() => void) | undefined;

  const flush = () => {
    cancel?.();
    cancel = undefined;
    return journal.add(coop, buffer);
  };

  const writeInTime = async () => {
    await flush();
    if (await journal.isLarge()) await journal.takeOver(coop);
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
    setCoop: (key, name) => {
      const isOther = key !== coop.key;
      if (isOther) pause();
      // A co-op that calls itself what another's history is kept under gets none of it.
      const names = [...(isOther ? [] : coop.names), ...(isCoopKey(name) ? [] : [name])];
      coop = { key, name, names: [...new Set(names)] };
      if (isOther) buffer = createBuffer(calendar);
    },
    pause,
    detail: async (serviceId, range) => {
      await flush();
      await journal.takeOver(coop);
      return store.read((db) =>
        readDetail(db, {
          service: findKey(db, coop.key, serviceId),
          range,
          calendar,
          nowUtcMs: clock.nowUtcMs(),
          openSinceUtcMs: buffer.openSince(serviceId),
        }),
      );
    },
    exported: async function* (format, serviceIds) {
      await flush();
      await journal.takeOver(coop);
      yield exportHead(format, { coop: coop.name, atUtcMs: clock.nowUtcMs() });
      for (const [index, serviceId] of serviceIds.entries()) {
        const text = await store.read((db) =>
          exportService(format, db, calendar, {
            serviceId,
            key: findKey(db, coop.key, serviceId),
            index,
          }),
        );
        if (text === undefined) throw new Error('There is no history to export.');
        yield text;
      }
      yield exportFoot(format);
    },
    problem: () => store.problem() ?? (journal.isWritable() ? undefined : { code: 'unwritable' }),
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      listeners.clear();
      buffer.leaveAll();
      cancel?.();
      journal.addNow(coop, buffer);
      store.close();
    },
  };
}
