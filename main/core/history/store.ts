/** The database: opened on first use, set aside if damaged, and retried later if it cannot be written. */
import type { HistoryProblem } from '../../../shared/history/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, OpenedDatabase } from '../../platform/sqlite.ts';
import { DatabaseError } from '../../platform/sqlite-error.ts';

export type Store = Readonly<{
  /** In one transaction. False if it could not be written. */
  write: (work: (db: Database) => void) => Promise<boolean>;
  /** Undefined while there is no database. */
  read: <T>(work: (db: Database) => T) => Promise<T | undefined>;
  problem: () => HistoryProblem | undefined;
  close: () => void;
}>;

export type StoreDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  /** Throws DatabaseError. */
  openDatabase: (suspicious: boolean) => Promise<OpenedDatabase>;
  onProblem: () => void;
}>;

/** Delay until an unwritable database is tried again, in ms. */
const retryDelayMs = 10 * 60_000;

type State = Readonly<
  /** `suspicious`: found damaged while in use; the next opening checks it and sets it aside. */
  | { is: 'closed'; suspicious: boolean; retryAtMs: number }
  | { is: 'open'; database: Database; retryAtMs: number }
  | { is: 'over' }
>;

export function createStore(deps: StoreDeps): Store {
  const { clock, openDatabase, onProblem } = deps;
  let state: State = { is: 'closed', suspicious: false, retryAtMs: Number.NEGATIVE_INFINITY };
  let opening: Promise<void> | undefined;
  let problem: HistoryProblem | undefined;

  const setProblem = (next: HistoryProblem | undefined) => {
    if (next?.code === problem?.code) return;
    problem = next;
    onProblem();
  };
  const mayTry = () => state.is !== 'over' && clock.monotonicMs() >= state.retryAtMs;

  const fail = (error: unknown) => {
    if (!(error instanceof DatabaseError)) throw error;
    if (state.is === 'over') return;
    if (error.fault === 'damaged') {
      if (state.is === 'open') state.database.close();
      state = { ...closed(state), suspicious: true };
      return;
    }
    const retryAtMs = error.fault === 'unwritable' ? clock.monotonicMs() + retryDelayMs : Infinity;
    state = { ...state, retryAtMs };
    setProblem({ code: error.fault });
  };

  const open = async (suspicious: boolean) => {
    try {
      const { database, setAside } = await openDatabase(suspicious);
      if (state.is === 'over') return database.close();
      state = { is: 'open', database, retryAtMs: state.retryAtMs };
      if (setAside) setProblem({ code: 'set-aside', file: setAside });
    } catch (error) {
      fail(error);
    }
  };
  const ready = async () => {
    if (state.is !== 'closed' || !mayTry()) return;
    opening ??= open(state.suspicious).finally(() => (opening = undefined));
    await opening;
  };
  /** Undefined while there is no database, or if the work fails. */
  const use = <T>(work: (database: Database) => T): T | undefined => {
    if (state.is !== 'open') return undefined;
    try {
      return work(state.database);
    } catch (error) {
      fail(error);
      return undefined;
    }
  };

  return {
    write: async (work) => {
      await ready();
      if (!mayTry()) return false;
      const isWritten = use((database) => {
        database.transaction(() => work(database));
        if (problem?.code === 'unwritable') setProblem(undefined);
        return true;
      });
      return isWritten ?? false;
    },
    read: async (work) => {
      await ready();
      return use(work);
    },
    problem: () => problem,
    close: () => {
      if (state.is === 'open') state.database.close();
      state = { is: 'over' };
    },
  };
}

function closed({ retryAtMs }: Readonly<{ retryAtMs: number }>) {
  return { is: 'closed', retryAtMs } as const;
}
