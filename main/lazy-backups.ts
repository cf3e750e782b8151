/** The backups, which are read once a document speaks of them: the app of a co-op that does not carries none of it. */
import type { BackupsSummary } from '../shared/backups/summary.ts';
import { summariseBackups } from '../shared/backups/summary.ts';
import type { StandbyWord } from '../shared/backups/standbys.ts';
import type { BackupsState } from '../shared/backups/view.ts';
import type { RoomPlan } from '../shared/coop/accounts.ts';
import type { BackupsPlan } from '../shared/coop/backups.ts';
import type { Backups } from './backups/index.ts';

export type LazyBackups = Readonly<{
  /** Undefined while the document names no backups. */
  get: () => Promise<Backups | undefined>;
  /** What is known now, read or not. */
  state: () => Promise<BackupsState>;
  /** For every snapshot, so it is counted at a change and not when it is asked for. */
  summary: () => BackupsSummary | undefined;
  standbyOf: (serviceId: string) => StandbyWord | undefined;
  setPlan: (plan: BackupsPlan | undefined, rooms: readonly RoomPlan[]) => void;
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

export function createLazyBackups(compose: () => Promise<Backups>): LazyBackups {
  let loading: Promise<Backups> | undefined;
  let loaded: Backups | undefined;
  let plan: BackupsPlan | undefined;
  let rooms: readonly RoomPlan[] = [];
  let disposed = false;
  let summary: BackupsSummary | undefined;

  const load = async () => {
    const backups = await compose();
    backups.onChange(() => (summary = summariseBackups(backups.state())));
    if (disposed) backups.dispose();
    else backups.setPlan(plan, rooms);
    loaded = backups;
    return backups;
  };
  const get = async () => {
    if (!plan && !loading) return undefined;
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    get,
    state: async () => (await get())?.state() ?? nothing,
    summary: () => summary,
    standbyOf: (serviceId) => loaded?.standbyOf(serviceId),
    setPlan: (next, nextRooms) => {
      plan = next;
      rooms = nextRooms;
      if (loaded) loaded.setPlan(plan, rooms);
      else void get().catch(() => undefined);
    },
    suspend: () => loaded?.suspend(),
    resume: () => loaded?.resume(),
    dispose: () => {
      disposed = true;
      loaded?.dispose();
    },
  };
}

const nothing: BackupsState = { targets: [], sources: [], rooms: [], reading: false };
