/** Remembers how the services were: takes every check, and writes what it makes of them about once a minute. */
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
import type { Database, DatabaseFile, OpenedDatabase } from '../platform/sqlite.ts';
import type { Buffer } from './buffer.ts';
import { createBuffer } from './buffer.ts';
import { exportFoot, exportHead, exportService } from './export.ts';
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
  /** Days and hours are those of this zone; without it, of the machine's. */
  timeZone?: string;
}>;

/** Time from a check to its being written, in ms. */
export const writeEveryMs = 60_000;
/** More than this would hold up the tray and the window: hundreds of services may fall at once. */
const rowsAtOnce = 200;

export function createHistory(parts: HistoryParts): History {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  const calendar = createCalendar(parts.timeZone);
  const store = createStore({
    clock,
    openDatabase: (suspicious) =>
      parts.openDatabase({ migrations, today: calendar.date(clock.nowUtcMs()), suspicious }),
    onProblem: () => listeners.forEach((listener) => listener()),
  });
  let coop = '';
  let buffer = createBuffer(calendar);
  let rolledHourUtcMs: number | undefined;
  let cancel: (() => void) | undefined;

  /** Writes a part of what a buffer holds by then, as the past of the co-op that it was filled for. */
  const writing = (owner: string, from: Buffer, limit: number) => (db: Database) => {
    write(db, createKeys(db, owner), from.take(limit));
    const nowUtcMs = clock.nowUtcMs();
    const hour = calendar.hourStart(nowUtcMs);
    if (hour === rolledHourUtcMs) return;
    rollUp(db, calendar, nowUtcMs);
    prune(db, calendar, nowUtcMs);
    rolledHourUtcMs = hour;
  };

  const flush = async () => {
    cancel?.();
    cancel = undefined;
    const from = buffer;
    const owner = coop;
    while (!from.isEmpty()) {
      const written = await store.write(writing(owner, from, rowsAtOnce));
      // The history is not worth all the memory: what cannot be written is not watched.
      if (!written) from.take(Infinity);
      if (!from.isEmpty()) await breathe();
    }
  };

  const pause = () => {
    buffer.leaveAll();
    void flush();
  };

  return {
    observe: (beat) => {
      buffer.add(beat);
      cancel ??= clock.after(writeEveryMs, () => void flush());
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
    problem: store.problem,
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      listeners.clear();
      buffer.leaveAll();
      cancel?.();
      store.writeNow(writing(coop, buffer, Infinity));
      store.close();
    },
  };
}
