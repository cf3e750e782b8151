/** Loads a feature on first use, to keep idle memory low, and holds its section until then. */
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { Log } from '../platform/log/log.ts';
import type { Feature, FeatureCalls, Hooks, Running, Use } from './feature.ts';

/** Lifecycle events of one feature. */
export type Lifecycle = Readonly<{
  /** Loads the feature if an earlier run left something to continue. */
  begin: () => void;
  setDocument: (document: CoopDocument) => void;
  /** The member has signed in to Matrix, now or earlier in this run. */
  signedIn: () => void;
  /** Undefined until the code is loaded. */
  hooks: () => Hooks | undefined;
  /** Disposes of the feature, now or once it is loaded. */
  dispose: () => void;
}>;

export type Mounted<Prefix extends string, Section, Api> = Use<Section, Api> &
  Readonly<{
    calls: FeatureCalls<Prefix>;
    lifecycle: Lifecycle;
    /** Whether leftovers of an earlier run are being loaded. */
    isRestoring: () => boolean;
    /** Called after loading, before the section is set. */
    onLoad: Emitter<Api>['on'];
  }>;

/** The log is told of features that cannot be started. */
type MountDeps = Readonly<{ clock: Pick<Clock, 'after'>; log: Pick<Log, 'error'> }>;

/** Returns what mounts a feature. */
export function createMount(deps: MountDeps) {
  return <Prefix extends string, Section, Api>(feature: Feature<Prefix, Section, Api>) =>
    mount(feature, deps);
}

function mount<Prefix extends string, Section, Api>(
  feature: Feature<Prefix, Section, Api>,
  { clock, log }: MountDeps,
): Mounted<Prefix, Section, Api> {
  const loads = createEmitter<Api>();
  let current: Readonly<{ section: Section; json: string | undefined }> | undefined;
  let running: Running<Section, Api> | undefined;
  let loading: Promise<Running<Section, Api>> | undefined;
  let hasSignedIn = false;
  let isRestoring = false;
  let isDisposed = false;
  let cancelBegin = () => {};

  const started = (made: Running<Section, Api>) => {
    running = made;
    isRestoring = false;
    if (isDisposed) made.dispose();
    else {
      loads.emit(made.api);
      if (current) made.setSection(current.section);
    }
    return made;
  };
  const failed = (error: unknown) => {
    [loading, isRestoring] = [undefined, false];
    log.error('feature not started', {}, error);
    throw error;
  };
  const load = () => (loading ??= feature.load(current?.section).then(started, failed));
  const tryLoad = () => void load().catch(() => undefined);
  const activate = () => {
    if (!current || loading) return;
    if (feature.activatesOn?.({ section: current.section, hasSignedIn })) tryLoad();
  };
  const restore = (exist: () => boolean) => {
    if (!exist()) return;
    isRestoring = true;
    tryLoad();
  };

  const use: Use<Section, Api> = {
    api: async () => (await load()).api,
    loaded: () => running?.api,
    section: () => current?.section,
  };
  const lifecycle: Lifecycle = {
    begin: () => {
      const { leftovers } = feature;
      if (!leftovers) return;
      if (leftovers.delayMs === 0) restore(leftovers.exist);
      else cancelBegin = clock.after(leftovers.delayMs, () => restore(leftovers.exist));
    },
    setDocument: (document) => {
      const section = feature.section(document);
      const json = JSON.stringify(section);
      if (json !== current?.json || !current) {
        current = { section, json };
        running?.setSection(section);
      }
      activate();
    },
    signedIn: () => {
      hasSignedIn = true;
      activate();
    },
    hooks: () => running,
    dispose: () => {
      isDisposed = true;
      cancelBegin();
      running?.dispose();
    },
  };
  return {
    ...use,
    calls: feature.calls(use),
    lifecycle,
    isRestoring: () => isRestoring,
    onLoad: loads.on,
  };
}
