/** The history's database: takes over the journal and answers queries. */
import { createCalendar } from '../../../shared/time/calendar.ts';
import type {
  ExportFormat,
  HistoryProblem,
  HistoryView,
  Range,
} from '../../../shared/history/view.ts';
import type { Overview } from '../../../shared/history/overview.ts';
import type { AppendFile } from '../../platform/append-file.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Database, DatabaseFile, OpenedDatabase } from '../../platform/sqlite.ts';
import { exportService } from './export.ts';
import type { CoopIdentity } from './keys.ts';
import { findKey } from './keys.ts';
import type { OverviewQuestion } from './overview.ts';
import { readOverview } from './overview.ts';
import { readDetail } from './read.ts';
import { migrations } from './schema.ts';
import { createStore } from './store.ts';
import { takeOver } from './take-over.ts';
import { prune, rollUp } from './write.ts';

export type DetailQuestion = Readonly<{
  coop: string;
  serviceId: string;
  range: Range;
  /** Start of the service's open incident, ms UTC. */
  openSinceUtcMs: number | undefined;
}>;

export type ExportQuestion = Readonly<{
  coop: string;
  serviceId: string;
  /** Position of the service in the file, from 0. */
  index: number;
  format: ExportFormat;
}>;

export type Archive = Readonly<{
  /**
   * Moves the whole journal into the database. Old rows are deleted only if the clock is proven. False while there is
   * no database; undefined if it took too long.
   */
  takeOver: (coop: CoopIdentity, isClockProven: boolean) => Promise<boolean | undefined>;
  /** Undefined while there is no database. */
  detail: (question: DetailQuestion) => Promise<HistoryView | undefined>;
  /** Of all services; undefined while there is no database. */
  overview: (question: OverviewQuestion) => Promise<Overview | undefined>;
  /** This service's part of an exported file; undefined while there is no database. */
  exported: (question: ExportQuestion) => Promise<string | undefined>;
  problem: () => HistoryProblem | undefined;
  /** The problem has changed. */
  onChange: (listener: () => void) => () => void;
  /** Work to finish before the app quits; undefined if there is none. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export type ArchiveDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs' | 'monotonicMs'>;
  /** Throws DatabaseError. */
  openDatabase: (how: Omit<DatabaseFile, 'path'>) => Promise<OpenedDatabase>;
  journalFile: AppendFile;
  /** Zone for days and hours; defaults to the machine's. */
  timeZone?: string;
}>;

/** Synchronous: every statement blocks the calling thread until the disk has answered. */
export function createArchive({ clock, journalFile, ...deps }: ArchiveDeps): Archive {
  const changes = createEmitter<void>();
  const calendar = createCalendar(deps.timeZone);
  const store = createStore({
    clock,
    openDatabase: (suspicious) =>
      deps.openDatabase({ migrations, today: calendar.date(clock.nowUtcMs()), suspicious }),
    onProblem: () => changes.emit(),
  });
  const rollUpAndPrune = (db: Database, isClockProven: boolean) => {
    const days = rollUp(db, calendar, clock.nowUtcMs());
    // A briefly wrong clock would delete rows for good.
    if (isClockProven) prune(db, calendar, clock.nowUtcMs(), days + 1);
  };
  return {
    takeOver: (coop, isClockProven) =>
      takeOver({
        file: journalFile,
        store,
        coop,
        afterwards: (db) => rollUpAndPrune(db, isClockProven),
      }),
    detail: ({ coop, serviceId, range, openSinceUtcMs }) =>
      store.read((db) => {
        const service = findKey(db, coop, serviceId);
        const nowUtcMs = clock.nowUtcMs();
        return readDetail(db, { service, range, calendar, nowUtcMs, openSinceUtcMs });
      }),
    overview: (question) =>
      store.read((db) => readOverview(db, question, calendar, clock.nowUtcMs())),
    exported: ({ coop, serviceId, index, format }) =>
      store.read((db) => {
        const key = findKey(db, coop, serviceId);
        return exportService(format, db, calendar, { serviceId, key, index });
      }),
    problem: store.problem,
    onChange: changes.on,
    leave: () => undefined,
    dispose: () => {
      changes.clear();
      store.close();
    },
  };
}
