/** The history's database: takes the journal over, and answers what is asked of the past. */
import { createCalendar } from '../../../shared/time/calendar.ts';
import type {
  ExportFormat,
  HistoryProblem,
  HistoryView,
  Range,
} from '../../../shared/history/view.ts';
import type { AppendFile } from '../../platform/append-file.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Database, DatabaseFile, OpenedDatabase } from '../../platform/sqlite.ts';
import { exportService } from './export.ts';
import type { CoopIdentity } from './keys.ts';
import { findKey } from './keys.ts';
import { readDetail } from './read.ts';
import { migrations } from './schema.ts';
import { createStore } from './store.ts';
import { takeOver } from './take-over.ts';
import { prune, rollUp } from './write.ts';

export type DetailQuestion = Readonly<{
  coop: string;
  serviceId: string;
  range: Range;
  /** When the incident that the service is in began, ms UTC. */
  openSinceUtcMs: number | undefined;
}>;

export type ExportQuestion = Readonly<{
  coop: string;
  serviceId: string;
  /** The how many-th service of the file it is, from 0. */
  index: number;
  format: ExportFormat;
}>;

export type Archive = Readonly<{
  /**
   * Brings all of the journal into the database, and throws it away. Only by a proven clock is anything forgotten. False
   * while there is no database; undefined if that took too long.
   */
  takeOver: (coop: CoopIdentity, isClockProven: boolean) => Promise<boolean | undefined>;
  /** Undefined while there is no database to ask. */
  detail: (question: DetailQuestion) => Promise<HistoryView | undefined>;
  /** The piece of an exported file that is this service's; undefined while there is no database to ask. */
  exported: (question: ExportQuestion) => Promise<string | undefined>;
  problem: () => HistoryProblem | undefined;
  /** The problem has changed. */
  onChange: (listener: () => void) => () => void;
  /** What has to be waited for before the app ends; undefined when there is nothing. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export type ArchiveDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs' | 'monotonicMs'>;
  /** Throws DatabaseError. */
  openDatabase: (how: Omit<DatabaseFile, 'path'>) => Promise<OpenedDatabase>;
  journalFile: AppendFile;
  /** Days and hours are those of this zone; without it, of the machine's. */
  timeZone?: string;
}>;

/** In the thread that calls it: every statement holds it up until the disk has answered. */
export function createArchive({ clock, journalFile, ...deps }: ArchiveDeps): Archive {
  const changes = createEmitter<void>();
  const calendar = createCalendar(deps.timeZone);
  const store = createStore({
    clock,
    openDatabase: (suspicious) =>
      deps.openDatabase({ migrations, today: calendar.date(clock.nowUtcMs()), suspicious }),
    onProblem: () => changes.emit(),
  });
  const tidy = (db: Database, isClockProven: boolean) => {
    const days = rollUp(db, calendar, clock.nowUtcMs());
    // A clock that was wrong for a moment would take with it what never comes back.
    if (isClockProven) prune(db, calendar, clock.nowUtcMs(), days + 1);
  };
  return {
    takeOver: (coop, isClockProven) =>
      takeOver({ file: journalFile, store, coop, afterwards: (db) => tidy(db, isClockProven) }),
    detail: ({ coop, serviceId, range, openSinceUtcMs }) =>
      store.read((db) => {
        const service = findKey(db, coop, serviceId);
        const nowUtcMs = clock.nowUtcMs();
        return readDetail(db, { service, range, calendar, nowUtcMs, openSinceUtcMs });
      }),
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
