/** Remembers how the services were: takes every check, adds what it makes of them to a journal, and answers from a database. */
import { createCalendar } from '../../../shared/time/calendar.ts';
import type {
  ExportFormat,
  HistoryProblem,
  HistoryView,
  Range,
} from '../../../shared/history/view.ts';
import type { Beat } from '../../../shared/history/watch.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AppendFile } from '../../platform/append-file.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Archive } from './archive.ts';
import { createBuffer } from './buffer.ts';
import { exportFoot, exportHead } from './export.ts';
import { createJournal } from './journal.ts';
import type { CoopIdentity } from './keys.ts';
import { isCoopKey } from '../../../shared/coop/source.ts';

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
  onChange: (listener: () => void) => () => void;
  /** What has to be waited for before the app ends; undefined when there is nothing. */
  leave: () => Promise<void> | undefined;
  /** Writes what is unwritten. */
  dispose: () => void;
}>;

export type HistoryDeps = Readonly<{
  clock: Clock;
  archive: Archive;
  journalFile: AppendFile;
  /** Whether anything may be forgotten for its age. */
  isClockProven: () => boolean;
  /** Days and hours are those of this zone; without it, of the machine's. */
  timeZone?: string;
}>;

/** Time from a check to its being written, in ms. */
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
      const openSinceUtcMs = buffer.openSince(serviceId);
      return archive.detail({ coop: coop.key, serviceId, range, openSinceUtcMs });
    },
    exported: async function* (format, serviceIds) {
      await flush();
      await journal.takeOver(coop);
      yield exportHead(format, { coop: coop.name, atUtcMs: clock.nowUtcMs() });
      for (const [index, serviceId] of serviceIds.entries()) {
        const asked = { coop: coop.key, serviceId, index, format };
        const text = await archive.exported(asked);
        if (text === undefined) throw new Error('There is no history to export.');
        yield text;
      }
      yield exportFoot(format);
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
