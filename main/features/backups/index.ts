/** Polls the sources of the co-op's backups, and stores their last good readings. */
import type { SecretFault } from '../../../shared/backups/ipc.ts';
import type { BackupNews, Known } from '../../../shared/backups/notices.ts';
import type { ReadSource } from '../../../shared/backups/reading.ts';
import { viewBackups } from '../../../shared/backups/sources.ts';
import type { StandbyAge } from '../../../shared/backups/standbys.ts';
import { standbyAge } from '../../../shared/backups/standbys.ts';
import type { BackupsState, SourceView, Way } from '../../../shared/backups/view.ts';
import { differences } from '../../../shared/binding.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { BackupSource, BackupsPlan } from '../../../shared/coop/backups.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import { wayOf } from './addresses.ts';
import { createAlerts } from './alerts.ts';
import { createKnown } from './known.ts';
import { createReadingCache } from './reading-cache.ts';
import type { BackupSecrets } from './secrets.ts';
import { createSourceSecrets } from './secrets.ts';
import { createPollSchedule } from './poll-schedule.ts';
import { createSourceMemories } from './source-memories.ts';

/** Rejects only with the signal's reason. */
export type ReadBackups = (
  source: BackupSource,
  secret: string | undefined,
  signal: AbortSignal,
) => Promise<ReadSource>;

export type BackupsDeps = Readonly<{
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
  /** Whether there is a quiet reason now. */
  isQuiet: () => boolean;
  /** `known`: for the notification's end. */
  show: (news: readonly BackupNews[], known: () => Known) => void;
}>;

export type Backups = Readonly<{
  /** Loads the cache; call once, first. */
  restore: () => Promise<void>;
  state: () => BackupsState;
  /** The age of a service's standby, according to the backups. */
  standbyOf: (serviceId: string) => StandbyAge | undefined;
  setPlan: (plan: BackupsPlan | undefined, rooms: readonly RoomPlan[]) => void;
  /** Polls one source, or all, immediately. */
  readNow: (sourceId?: string) => void;
  /** `shown`: the request that the member typed the secret for. It is neither stored nor sent for any other. */
  setSecret: (sourceId: string, secret: string, shown: Way) => Promise<SecretFault | undefined>;
  /** After a reading or failure, or when time changes the assessment. Returns the function that unsubscribes. */
  onChange: (listener: () => void) => () => void;
  /** Reassesses all readings; call when it changes whether the clock is right. */
  review: () => void;
  /** Stops all timers and requests. */
  suspend: () => void;
  /** Polls again; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export function createBackups(deps: BackupsDeps): Backups {
  const { clock, connectivity } = deps;
  const memories = createSourceMemories(clock, createReadingCache(deps.store));
  const secrets = createSourceSecrets(deps.secrets);
  const changes = createEmitter<void>();
  let rooms: readonly RoomPlan[] = [];

  const isClockRight = () => connectivity.current().clockOffMs === undefined;
  const known = createKnown(clock, memories, isClockRight);
  const alerts = createAlerts({ ...deps, known, onTold: memories.setTold });
  const review = () => {
    alerts.review();
    changes.emit();
  };
  const polls = createPollSchedule<ReadSource>({
    clock,
    random: deps.random,
    // Readings are assessed by their time, so the clock has to be right.
    isOnline: () => failuresCount(connectivity.current().state) && isClockRight(),
    memoryOf: memories.of,
    ask: async (source, signal) => {
      const kept = source.auth === 'none' ? undefined : await secrets.of(source);
      if (kept?.is === 'moved') return { ok: false, problem: { code: 'secret-moved' } };
      return deps.read(source, kept?.is === 'known' ? kept.secret : undefined, signal);
    },
    counts: async (read) =>
      read.ok ||
      read.problem.code === 'secret-moved' ||
      failuresCount(await connectivity.confirm()),
    take: ({ id }, read) => memories.take(id, read),
    onTurn: review,
  });
  const stop = () => {
    polls.stop();
    alerts.stop();
  };

  return {
    restore: async () => alerts.restore(await memories.load()),
    state: () => {
      const view = viewBackups(memories.plan(), rooms, memories.all(), {
        atUtcMs: clock.nowUtcMs(),
        reading: polls.isPolling(),
        isClockRight: isClockRight(),
      });
      return { ...view, sources: view.sources.map((one) => withWay(one, memories.source(one.id))) };
    },
    standbyOf: (serviceId) => standbyAge(memories.plan(), memories.all(), serviceId),
    setPlan: (plan, nextRooms) => {
      rooms = nextRooms;
      memories.setPlan(plan);
      polls.begin(memories.plan().sources);
      review();
    },
    readNow: (sourceId) => {
      secrets.forget();
      polls.pollNow(sourceId);
    },
    setSecret: async (sourceId, secret, shown) => {
      const source = memories.source(sourceId);
      if (!source) return 'not-found';
      if (differences(wayOf(source), shown).length > 0) return 'moved';
      const fault = await secrets.keep(source, secret);
      if (!fault) polls.pollNow(sourceId);
      return fault;
    },
    onChange: changes.on,
    review,
    suspend: stop,
    resume: () => polls.begin(memories.plan().sources),
    dispose: () => {
      stop();
      changes.clear();
    },
  };
}

function withWay(view: SourceView, source: BackupSource | undefined): SourceView {
  return source && source.auth !== 'none' ? { ...view, way: wayOf(source) } : view;
}
