/** The history of services: buffers every check, appends to a journal, and answers from a database. */
import { createCalendar } from '../../../shared/time/calendar.ts';
import type {
  ExportFormat,
  HistoryProblem,
  HistoryView,
  Range,
} from '../../../shared/history/view.ts';
import type { Overview } from '../../../shared/history/overview.ts';
import type { Beat } from '../../../shared/history/watch.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AppendFile } from '../../platform/append-file.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Archive } from './archive.ts';
import { createBuffer } from './buffer.ts';
import { exportFoot, exportHead } from './export.ts';
import { createJournal } from './journal.ts';
import { createKeptOverview } from './kept-overview.ts';
import type { CoopIdentity } from './keys.ts';
import { isCoopKey } from '../../../shared/coop/source.ts';

export type History = Readonly<{
  observe: (beat: Beat) => void;
  /** Each co-op has its own history, by `coopKey`: two co-ops may use one id for different services. */
  setCoop: (key: string, name: string) => void;
  /** The time until the next check is not watched: the machine sleeps, or we are offline. */
  pause: () => void;
  /** Undefined while there is no database. */
  detail: (serviceId: string, range: Range) => Promise<HistoryView | undefined>;
  /** Of all services, kept for a while; undefined while there is no database. */
  overview: () => Promise<Overview | undefined>;
  /** The history of these services as a text file, in pieces. */
  exported: (format: ExportFormat, serviceIds: readonly string[]) => AsyncIterable<string>;
  problem: () => HistoryProblem | undefined;
  /** The problem has changed. */
  onChange: (listener: () => void) => () => void;
  /** Work to finish before the app quits; undefined if there is none. */
  leave: () => Promise<void> | undefined;
  /** Writes the buffer. */
  dispose: () => void;
}>;

export type HistoryDeps = Readonly<{
  clock: Clock;
  archive: Archive;
  journalFile: AppendFile;
  /** Whether old rows may be deleted. */
  isClockProven: () => boolean;
  /** Zone for days and hours; defaults to the machine's. */
  timeZone?: string;
}>;

/** Longest time until a check is written, in ms. */
export const writeEveryMs = 60_000;

export function createHistory(deps: HistoryDeps): History {
  const { clock, archive } = deps;
  const changes = createEmitter<void>();
  const calendar = createCalendar(deps.timeZone);
  archive.onChange(changes.emit);
  const journal = createJournal({
    file: deps.journalFile,
    takeOver: (identity) => archive.takeOver(identity, deps.isClockProven()),
    onChange: changes.emit,
  });
  let coop: CoopIdentity & Readonly<{ name: string }> = { key: '', name: '', names: [] };
  let buffer = createBuffer(calendar);
  let cancel: (() => void) | undefined;

  const flush = () => {
    cancel?.();
    cancel = undefined;
    return journal.add(coop, buffer);
  };

  const write = async () => {
    await flush();
    if (await journal.isLarge()) await journal.takeOver(coop);
  };

  /** Whatever was observed is in the database. */
  const upToDate = async () => {
    await flush();
    await journal.takeOver(coop);
  };

  const overviews = createKeptOverview(clock, async () => {
    await upToDate();
    return archive.overview({ coop: coop.key, openSinceUtcMs: buffer.allOpenSince() });
  });

  const pause = () => {
    buffer.leaveAll();
    void flush();
  };

  return {
    observe: (beat) => {
      buffer.add(beat);
      cancel ??= clock.after(writeEveryMs, () => void write());
    },
    setCoop: (key, name) => {
      const isOther = key !== coop.key;
      if (isOther) pause();
      // A co-op whose name is another's key must not get that history.
      const names = [...(isOther ? [] : coop.names), ...(isCoopKey(name) ? [] : [name])];
      coop = { key, name, names: [...new Set(names)] };
      if (!isOther) return;
      buffer = createBuffer(calendar);
      overviews.forget();
    },
    pause,
    detail: async (serviceId, range) => {
      await upToDate();
      const of = { coop: coop.key, serviceId, openSinceUtcMs: buffer.openSince(serviceId) };
      return archive.detail({ ...of, range });
    },
    overview: overviews.get,
    exported: async function* (format, serviceIds) {
      await upToDate();
      const about = { ...coop, atUtcMs: clock.nowUtcMs() };
      yield* exportPieces(archive, { ...about, format, serviceIds });
    },
    problem: () => archive.problem() ?? (journal.isWritable() ? undefined : { code: 'unwritable' }),
    onChange: changes.on,
    leave: archive.leave,
    dispose: () => {
      changes.clear();
      buffer.leaveAll();
      cancel?.();
      journal.addNow(coop, buffer);
      archive.dispose();
    },
  };
}

type Exported = Readonly<{
  key: string;
  name: string;
  format: ExportFormat;
  serviceIds: readonly string[];
  atUtcMs: number;
}>;

async function* exportPieces(
  archive: Pick<Archive, 'exported'>,
  { key, name, format, serviceIds, atUtcMs }: Exported,
): AsyncIterable<string> {
  yield exportHead(format, { coop: name, atUtcMs });
  for (const [index, serviceId] of serviceIds.entries()) {
    const text = await archive.exported({ coop: key, serviceId, index, format });
    if (text === undefined) throw new Error('There is no history to export.');
    yield text;
  }
  yield exportFoot(format);
}
