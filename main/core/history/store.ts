/** Keeps the database: opened when first wanted, set aside when damaged, left in peace while it cannot be written. */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, OpenedDatabase } from '../../platform/sqlite.ts';
import { DatabaseError } from '../../platform/sqlite-error.ts';

export type Store = Readonly<{
  /** In one transaction. False when it could not be written. */
  write: (work: (db: Database) => void) => Promise<boolean>;
  /** Undefined while there is no database. */
  read: <T>(work: (db: Database) => T) => Promise<T | undefined>;
  problem: () => HistoryProblem | undefined;
  close: () => void;
}>;

export type StoreParts = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  /** Throws DatabaseError. */
  openDatabase: (suspicious: boolean) => Promise<OpenedDatabase>;
  onProblem: () => void;
}>;

/** Time until a database that could not be written is tried again, in ms. */
const retryMs = 10 * 60_000;

export function createStore(parts: StoreParts): Store {
  const { clock } = parts;
  let database: Database | undefined;
  let opening: Promise<void> | undefined;
  let suspicious = false;
  let retryAtMs = Number.NEGATIVE_INFINITY;
  let closed = false;
  let problem: HistoryProblem | undefined;

  const tell = (next: HistoryProblem | undefined) => {
    if (next?.code === problem?.code) return;
    problem = next;
    parts.onProblem();
  };

  const mayTry = () => !closed && clock.monotonicMs() >= retryAtMs;

  const open = async () => {
    try {
      const opened = await parts.openDatabase(suspicious);
      if (closed) return opened.database.close();
      database = opened.database;
      suspicious = false;
      if (opened.setAside) tell({ code: 'set-aside', file: opened.setAside });
    } catch (error) {
      fail(error);
    }
  };

  const ready = async () => {
    if (database || !mayTry()) return;
    opening ??= open().finally(() => (opening = undefined));
    await opening;
  };

  const fail = (error: unknown) => {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.fault === 'damaged') {
      // Found while in use. The next opening looks through it, and sets it aside.
      suspicious = true;
      database?.close();
      database = undefined;
      return;
    }
    retryAtMs = error.fault === 'unwritable' ? clock.monotonicMs() + retryMs : Infinity;
    tell({ code: error.fault });
  };

  return {
    write: async (work) => {
      await ready();
      const db = database;
      if (!db || !mayTry()) return false;
      try {
        db.transaction(() => work(db));
        if (problem?.code === 'unwritable') tell(undefined);
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    read: async (work) => {
      await ready();
      try {
        return database && work(database);
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    problem: () => problem,
    close: () => {
      closed = true;
      database?.close();
      database = undefined;
    },
  };
}
