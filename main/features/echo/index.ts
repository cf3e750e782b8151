/** The echo test: instances, one run at a time, and the results that are kept. */
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import type { EchoState, Result, RunView } from '../../../shared/echo/state.ts';
import { createAccessCodes } from './access-codes.ts';
import { failureOf } from './failed.ts';
import { allInstances, instanceView } from './instances.ts';
import { orderOf } from './run-order.ts';
import type { Job } from './queue.ts';
import { runQueue } from './queue.ts';
import { createResults } from './results.ts';
import { addOwnRoom } from './own-rooms.ts';
import type { EchoChange, EchoParts } from './parts.ts';
import { createSettingsKeeper } from './settings.ts';
import { keepSecret, targetOf } from './targets.ts';

export type StartOptions = Readonly<{
  instanceIds: readonly string[];
  /** Each for the room of one instance, where that has asked for it. */
  accessCodes?: readonly Readonly<{ instanceId: string; code: string }>[];
  withSecret: boolean;
}>;

export type Echo = Readonly<{
  /** Reads what was kept; call once, before all else. */
  restore: () => Promise<void>;
  state: () => EchoState;
  setInstances: (instances: readonly EchoInstance[]) => void;
  /** Returns why it cannot start, if so; the run itself goes on meanwhile. */
  start: (options: StartOptions) => Promise<Failure | undefined>;
  stop: () => void;
  /** Stops what runs, and resolves once its room is left; undefined when nothing runs. */
  leave: () => Promise<void> | undefined;
  addRoom: (address: string) => Promise<Failure | undefined>;
  removeRoom: (instanceId: string) => void;
  setSettings: (settings: EchoState['settings']) => void;
  /** `shown` is the API that the member has typed it for; `moved`: the document names another one by now. */
  setSecret: (
    instanceId: string,
    secret: string,
    shown: string,
  ) => Promise<Failure | 'moved' | undefined>;
  setSound: (sound: Pick<MySide, 'microphone' | 'speaker'>) => void;
  results: (ids: readonly string[]) => readonly Result[];
  /** Takes up results of somebody else's report. */
  takeUp: (results: readonly Result[]) => void;
  forget: (ids: readonly string[]) => void;
  onChange: (listener: (change: EchoChange) => void) => void;
  /** Ends a run at once: its page closes, and with it the connection to the room. */
  dispose: () => void;
}>;

export function createEcho(parts: EchoParts): Echo {
  const settings = createSettingsKeeper(parts.settings);
  const results = createResults(parts.results);
  const codes = createAccessCodes(results.list);
  const listeners = new Set<(change: EchoChange) => void>();
  let named: readonly EchoInstance[] = [];
  let running: AbortController | undefined;
  let over: Promise<void> | undefined;
  let run: RunView | undefined;
  let comparison: readonly string[] | undefined;
  let sound: Pick<MySide, 'microphone' | 'speaker'> = {};

  const tell = (change: EchoChange) => {
    for (const listener of listeners) listener(change);
  };
  const instances = () => allInstances(named, settings.current().rooms);
  const instanceOf = (id: string) => instances().find((one) => one.id === id);
  const guestName = () => settings.current().guestName || parts.guestName;

  /** The jobs in their order, or why there are none. */
  const jobsFor = async (options: StartOptions): Promise<readonly Job[]> => {
    const chosen = [...new Set(options.instanceIds)].map(instanceOf);
    const targets = await Promise.all(
      chosen.map(async (instance) => {
        const target = await targetOf(instance, options.withSecret, parts.secrets);
        const { id = '', name = '' } = instance ?? {};
        const typed = options.accessCodes?.find(({ instanceId }) => instanceId === id)?.code;
        const accessCode = typed ? codes.of(id, typed) : undefined;
        return { instance: { id, name }, target, ...(accessCode ? { accessCode } : {}) };
      }),
    );
    return orderOf(targets, parts.random);
  };
  const work = async (jobs: readonly Job[], signal: AbortSignal) => {
    const { place } = settings.current();
    comparison = jobs.length > 1 ? undefined : comparison;
    const made = await runQueue(parts, jobs, {
      signal,
      guestName: guestName(),
      place,
      sound: () => sound,
      onRun: (next, change) => {
        run = next;
        tell(change);
      },
      onResult: results.add,
      onAskedForCode: codes.note,
    });
    if (jobs.length > 1 && made.length === jobs.length) comparison = made.map(({ id }) => id);
  };

  return {
    restore: async () => {
      await Promise.all([settings.restore(), results.restore()]);
    },
    state: () => ({
      instances: instances().map(instanceView),
      ...(run ? { run } : {}),
      results: [...results.list()],
      ...(comparison ? { comparison: [...comparison] } : {}),
      settings: { guestName: guestName(), place: settings.current().place },
    }),
    setInstances: (next) => {
      named = next;
      tell('state');
    },
    start: async (options) => {
      if (running) return failure('busy', 'find');
      if (parts.isOffline()) return failure('offline', 'find');
      const mine = new AbortController();
      running = mine;
      const end = () => {
        running = undefined;
        over = undefined;
        // What was found of the microphone is true for now, not for ever.
        sound = {};
        run = undefined;
        tell('state');
      };
      try {
        const jobs = await jobsFor(options);
        over = work(jobs, mine.signal)
          .catch(() => undefined)
          .finally(end);
        return undefined;
      } catch (error) {
        end();
        return failureOf(error, 'find');
      }
    },
    stop: () => running?.abort(),
    leave: () => {
      running?.abort();
      return over;
    },
    addRoom: async (address) => {
      const added = await addOwnRoom(parts, settings.current(), address);
      if (!added.ok) return added.failure;
      settings.set(added.settings);
      tell('state');
      return undefined;
    },
    removeRoom: (instanceId) => {
      const now = settings.current();
      settings.set({ ...now, rooms: now.rooms.filter(({ id }) => id !== instanceId) });
      tell('state');
    },
    setSettings: ({ guestName: typed, place }) => {
      const { guestName: _before, ...rest } = settings.current();
      const name = typed.trim();
      settings.set({ ...rest, place: place.trim(), ...(name ? { guestName: name } : {}) });
      tell('state');
    },
    setSecret: async (instanceId, secret, shown) => {
      const instance = instanceOf(instanceId);
      if (instance?.api !== undefined && instance.api !== shown) return 'moved';
      return keepSecret(instance, secret, parts.secrets);
    },
    setSound: (next) => {
      sound = next;
    },
    results: (ids) => {
      const wanted = new Set(ids);
      return results.list().filter(({ id }) => wanted.has(id));
    },
    takeUp: (taken) => {
      results.takeUp(taken);
      tell('state');
    },
    forget: (ids) => {
      results.forget(ids);
      tell('state');
    },
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      listeners.clear();
      running?.abort();
    },
  };
}
