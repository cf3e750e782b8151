/** Reads where the co-op's backups tell how they are, each source in its turn, and keeps what it said last. */
import type { SecretFault } from '../../../shared/backups/ipc.ts';
import type { BackupNews } from '../../../shared/backups/notices.ts';
import type { ReadSource } from '../../../shared/backups/reading.ts';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import { freshTargets, remember, viewBackups } from '../../../shared/backups/sources.ts';
import { unread } from '../../../shared/backups/source-memory.ts';
import type { StandbyWord } from '../../../shared/backups/standbys.ts';
import { standbyWord } from '../../../shared/backups/standbys.ts';
import type { BackupsState, SourceView, Way } from '../../../shared/backups/view.ts';
import { differences } from '../../../shared/binding.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { BackupSource, BackupsPlan } from '../../../shared/coop/backups.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import { wayOf } from './addresses.ts';
import { createKeeper, keyOf, nothingKept, unnamedReadings } from './reading-cache.ts';
import { createNews } from './alerts.ts';
import type { BackupSecrets } from './secrets.ts';
import { createSourceSecrets } from './secrets.ts';
import { createTurns } from './poll-schedule.ts';

/** Rejects only with the signal's reason. */
export type ReadBackups = (
  source: BackupSource,
  secret: string | undefined,
  signal: AbortSignal,
) => Promise<ReadSource>;

export type BackupsParts = Readonly<{
  clock: Clock;
  read: ReadBackups;
  store: TextStore;
  secrets: BackupSecrets;
  random: () => number;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState; clockOffMs?: number | undefined }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
  timeZone: () => string;
  /** Whether the member wants to hear nothing now. */
  isQuiet: () => boolean;
  show: (news: readonly BackupNews[]) => void;
}>;

export type Backups = Readonly<{
  /** Reads what was kept; call once, before all else. */
  restore: () => Promise<void>;
  state: () => BackupsState;
  /** What the backups say of the age of a service's standby. */
  standbyOf: (serviceId: string) => StandbyWord | undefined;
  setPlan: (plan: BackupsPlan | undefined, rooms: readonly RoomPlan[]) => void;
  /** Reads one source, or all, without waiting for its turn. */
  readNow: (sourceId?: string) => void;
  /** `shown` is the way of asking that the member has typed it for: for another one it is neither kept nor sent. */
  setSecret: (sourceId: string, secret: string, shown: Way) => Promise<SecretFault | undefined>;
  /** Something was read, or could not be, or enough time went by to be judged anew. */
  onChange: (listener: () => void) => void;
  /** Whether the clock is right has changed: all is judged anew. */
  review: () => void;
  /** Stops all timers and forgets what is under way. */
  suspend: () => void;
  /** Begins anew; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export function createBackups(parts: BackupsParts): Backups {
  const { clock } = parts;
  const keeper = createKeeper(parts.store);
  const secrets = createSourceSecrets(parts.secrets);
  const listeners = new Set<() => void>();
  let plan: BackupsPlan = { sources: [] };
  let rooms: readonly RoomPlan[] = [];
  let memories = new Map<string, SourceMemory>();
  let kept = nothingKept;

  const isClockRight = () => parts.connectivity.current().clockOffMs === undefined;
  const sourceOf = (id: string) => plan.sources.find((one) => one.id === id);
  const memoryOf = (id: string) => memories.get(id) ?? unread;
  const save = () => {
    const readings = plan.sources.flatMap((source) => {
      const { good } = memoryOf(source.id);
      return good ? [[keyOf(source), good] as const] : [];
    });
    const unnamed = unnamedReadings(kept.readings, plan.sources, clock.nowUtcMs());
    kept = { readings: new Map([...unnamed, ...readings]), told: news.told() };
    keeper.save(kept);
  };
  const tell = () => {
    news.review();
    for (const listener of listeners) listener();
  };

  const news = createNews({
    clock,
    timeZone: parts.timeZone,
    isQuiet: parts.isQuiet,
    targets: () => (isClockRight() ? freshTargets(plan, memories, clock.nowUtcMs()) : []),
    show: parts.show,
    onTold: save,
  });

  /** Undefined when the answer tells of our own network rather than of the source. */
  const look = async (source: BackupSource, signal: AbortSignal) => {
    const kept = source.auth === 'none' ? undefined : await secrets.of(source);
    if (kept?.is === 'moved') return { ok: false, problem: { code: 'secret-moved' } } as const;
    const secret = kept?.is === 'known' ? kept.secret : undefined;
    const read = await parts.read(source, secret, signal);
    if (read.ok || failuresCount(await parts.connectivity.confirm())) return read;
    return undefined;
  };
  const turns = createTurns({
    clock,
    random: parts.random,
    // What is read is judged by the time at which it was read.
    isOnline: () => failuresCount(parts.connectivity.current().state) && isClockRight(),
    memoryOf,
    look: async (source, signal) => {
      const read = await look(source, signal);
      signal.throwIfAborted();
      if (!read) return;
      memories.set(source.id, remember(memoryOf(source.id), read, clock.nowUtcMs()));
      if (read.ok) save();
    },
    onTurn: tell,
  });

  return {
    restore: async () => {
      kept = await keeper.load();
      news.restore(kept.told);
    },
    state: () => {
      const view = viewBackups(plan, rooms, memories, {
        atUtcMs: clock.nowUtcMs(),
        reading: turns.areUnderWay(),
        isClockRight: isClockRight(),
      });
      return { ...view, sources: view.sources.map((one) => withWay(one, sourceOf(one.id))) };
    },
    standbyOf: (serviceId) => standbyWord(plan, memories, serviceId),
    setPlan: (next, nextRooms) => {
      const known = new Map(plan.sources.map((one) => [keyOf(one), memoryOf(one.id)]));
      plan = next ?? { sources: [] };
      rooms = nextRooms;
      memories = new Map(
        plan.sources.map((source) => {
          const good = kept.readings.get(keyOf(source));
          const before = good ? { ...unread, good } : unread;
          return [source.id, known.get(keyOf(source)) ?? before];
        }),
      );
      turns.begin(plan.sources);
      tell();
    },
    readNow: (sourceId) => {
      secrets.forget();
      turns.lookNow(sourceId);
    },
    setSecret: async (sourceId, secret, shown) => {
      const source = sourceOf(sourceId);
      if (!source) return 'not-found';
      if (differences(wayOf(source), shown).length > 0) return 'moved';
      const fault = await secrets.keep(source, secret);
      if (!fault) turns.lookNow(sourceId);
      return fault;
    },
    onChange: (listener) => void listeners.add(listener),
    review: tell,
    suspend: () => {
      turns.stop();
      news.stop();
    },
    resume: () => turns.begin(plan.sources),
    dispose: () => {
      turns.stop();
      news.stop();
      listeners.clear();
    },
  };
}

function withWay(view: SourceView, source: BackupSource | undefined): SourceView {
  return source && source.auth !== 'none' ? { ...view, way: wayOf(source) } : view;
}
