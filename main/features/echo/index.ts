/** The echo test: the servers to test, one run at a time, and the results. */
import type { Failure } from '../../../shared/echo/failure.ts';
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { AccessCodes } from './access-codes.ts';
import { createAccessCodes } from './access-codes.ts';
import type { Instance } from './instances.ts';
import { allInstances, instanceView } from './instances.ts';
import { orderOf } from './run-order.ts';
import type { Job } from './queue.ts';
import { createResults } from './results.ts';
import { addOwnRoom } from './own-rooms.ts';
import type { EchoChange, EchoDeps } from './deps.ts';
import type { Sound } from './runner.ts';
import { createRunner } from './runner.ts';
import type { EchoSettings } from './settings.ts';
import { createSettingsKeeper } from './settings.ts';
import { keepSecret, targetOf } from './targets.ts';

export type StartOptions = Readonly<{
  instanceIds: readonly string[];
  /** For instances whose room requires a code. */
  accessCodes?: readonly Readonly<{ instanceId: string; code: string }>[];
  withSecret: boolean;
}>;

export type Echo = Readonly<{
  /** Loads settings and results; call once, first. */
  restore: () => Promise<void>;
  state: () => EchoState;
  setInstances: (instances: readonly EchoInstance[]) => void;
  /** Returns why it cannot start, if so; the run continues in the background. */
  start: (options: StartOptions) => Promise<Failure | undefined>;
  stop: () => void;
  /** Stops the run, and resolves once its room is left; undefined if nothing runs. */
  leave: () => Promise<void> | undefined;
  addRoom: (address: string) => Promise<Failure | undefined>;
  removeRoom: (instanceId: string) => void;
  setSettings: (settings: EchoState['settings']) => void;
  /** `shown`: the API that the member typed it for. `moved`: the document names another one now. */
  setSecret: (
    instanceId: string,
    secret: string,
    shown: string,
  ) => Promise<Failure | 'moved' | undefined>;
  setSound: (sound: Sound) => void;
  results: (ids: readonly string[]) => readonly Result[];
  /** Adds results from another member's report, until the app ends. */
  takeUp: (results: readonly Result[]) => void;
  forget: (ids: readonly string[]) => void;
  /** Returns the function that unsubscribes. */
  onChange: (listener: (change: EchoChange) => void) => () => void;
  /** Ends a run immediately, by closing its page, and so the connection to the room. */
  dispose: () => void;
}>;

export function createEcho(deps: EchoDeps): Echo {
  const settings = createSettingsKeeper(deps.settings);
  const results = createResults(deps.results);
  const codes = createAccessCodes(results.list);
  const changes = createEmitter<EchoChange>();
  let named: readonly EchoInstance[] = [];

  const instances = () => allInstances(named, settings.current().rooms);
  const instanceOf = (id: string) => instances().find((one) => one.id === id);
  const guest = () => {
    const { guestName = '', place } = settings.current();
    return { guestName: guestName || deps.guestName, place };
  };
  const runner = createRunner(deps, {
    guest,
    onResult: results.add,
    onAskedForCode: codes.note,
    onChange: changes.emit,
  });
  const setSettings = (next: EchoSettings) => {
    settings.set(next);
    changes.emit('state');
  };

  return {
    restore: async () => void (await Promise.all([settings.restore(), results.restore()])),
    state: () => {
      const [run, comparison] = [runner.view(), runner.comparison()];
      return {
        instances: instances().map(instanceView),
        ...(run ? { run } : {}),
        results: [...results.list()],
        ...(comparison ? { comparison: [...comparison] } : {}),
        settings: guest(),
      };
    },
    setInstances: (next) => {
      named = next;
      changes.emit('state');
    },
    start: (options) => runner.start(() => jobsFor(options, { instanceOf, codes, ...deps })),
    stop: runner.stop,
    leave: runner.leave,
    addRoom: async (address) => {
      const added = await addOwnRoom(deps, settings.current(), address);
      if (!added.ok) return added.failure;
      setSettings(added.settings);
      return undefined;
    },
    removeRoom: (instanceId) => {
      const now = settings.current();
      setSettings({ ...now, rooms: now.rooms.filter(({ id }) => id !== instanceId) });
    },
    setSettings: (typed) => setSettings(withTyped(settings.current(), typed)),
    setSecret: async (instanceId, secret, shown) => {
      const instance = instanceOf(instanceId);
      if (instance?.api !== undefined && instance.api !== shown) return 'moved';
      return keepSecret(instance, secret, deps.secrets);
    },
    setSound: runner.setSound,
    results: (ids) => {
      const wanted = new Set(ids);
      return results.list().filter(({ id }) => wanted.has(id));
    },
    takeUp: (taken) => {
      results.takeUp(taken);
      changes.emit('state');
    },
    forget: (ids) => {
      results.forget(ids);
      changes.emit('state');
    },
    onChange: changes.on,
    dispose: () => {
      changes.clear();
      runner.stop();
    },
  };
}

type JobSources = Pick<EchoDeps, 'secrets' | 'random'> &
  Readonly<{ instanceOf: (id: string) => Instance | undefined; codes: AccessCodes }>;

/** Rejects with EchoError if a server cannot be tested. */
async function jobsFor(
  { instanceIds, accessCodes, withSecret }: StartOptions,
  { instanceOf, codes, secrets, random }: JobSources,
): Promise<readonly Job[]> {
  const jobs = [...new Set(instanceIds)].map(async (chosen) => {
    const instance = instanceOf(chosen);
    const target = await targetOf(instance, withSecret, secrets);
    const { id = '', name = '' } = instance ?? {};
    const typed = accessCodes?.find(({ instanceId }) => instanceId === id)?.code;
    const accessCode = typed ? codes.of(id, typed) : undefined;
    return { instance: { id, name }, target, ...(accessCode ? { accessCode } : {}) };
  });
  return orderOf(await Promise.all(jobs), random);
}

/** An empty name means the default. */
function withTyped(
  { guestName: _before, ...rest }: EchoSettings,
  { guestName, place }: EchoState['settings'],
): EchoSettings {
  const name = guestName.trim();
  return { ...rest, place: place.trim(), ...(name ? { guestName: name } : {}) };
}
