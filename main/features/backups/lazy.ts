/** The backups, which are read once a document speaks of them: the app of a co-op that does not carries none of it. */
import type { BackupsSummary } from '../../../shared/backups/summary.ts';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import type { StandbyWord } from '../../../shared/backups/standbys.ts';
import type { BackupsState } from '../../../shared/backups/view.ts';
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';
import type { Backups } from './index.ts';
import { lazily } from '../lazy.ts';

export type LazyBackups = Readonly<{
  /** Undefined while the document names no backups. */
  get: () => Promise<Backups | undefined>;
  /** What is known now, read or not. */
  state: () => Promise<BackupsState>;
  /** For every snapshot, so it is counted at a change and not when it is asked for. */
  summary: () => BackupsSummary | undefined;
  standbyOf: (serviceId: string) => StandbyWord | undefined;
  setPlan: (plan: BackupsPlan | undefined, rooms: readonly RoomPlan[]) => void;
  /** Something that all is judged by is another, such as whether the clock is right. */
  review: () => void;
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

export function createLazyBackups(
  compose: () => Promise<Backups>,
  changed: () => void,
): LazyBackups {
  let plan: BackupsPlan | undefined;
  let rooms: readonly RoomPlan[] = [];
  let summary: BackupsSummary | undefined;
  const lazy = lazily({
    make: compose,
    begin: (backups) => {
      backups.onChange(() => {
        summary = summariseBackups(backups.state());
        changed();
      });
      backups.setPlan(plan, rooms);
    },
    end: (backups) => backups.dispose(),
  });
  const get = async () => (plan ? lazy.get() : lazy.now());

  return {
    get,
    state: async () => (await get())?.state() ?? nothing,
    summary: () => summary,
    standbyOf: (serviceId) => lazy.now()?.standbyOf(serviceId),
    setPlan: (next, nextRooms) => {
      plan = next;
      rooms = nextRooms;
      const backups = lazy.now();
      if (backups) backups.setPlan(plan, rooms);
      else void get().catch(() => undefined);
    },
    review: () => lazy.now()?.review(),
    suspend: () => lazy.now()?.suspend(),
    resume: () => lazy.now()?.resume(),
    dispose: lazy.dispose,
  };
}

const nothing: BackupsState = { targets: [], sources: [], rooms: [], reading: false };
