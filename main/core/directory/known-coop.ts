/** The co-op that the app is set up for, if any, and whether its document is available. */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Awaited } from '../../../shared/snapshot.ts';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { RefreshTimer } from './refresh-timer.ts';

/** The co-op that the app is set up for. */
export type Coop = Readonly<{
  /** What the member typed. */
  source: string;
  document: CoopDocument;
  /** When this copy was fetched from its source, ms UTC. */
  readAtUtcMs: number;
  /** Why it could not be fetched since. Absent after a success. */
  error?: DirectoryError;
}>;

/** `isOther`: the document, and with it the services, may have changed. */
export type CoopChange = Readonly<{ coop: Coop; isOther: boolean }>;

export type KnownCoop = Readonly<{
  current: () => Coop | undefined;
  /** The co-op whose copy is unreadable, until its source provides a new one; `current` is undefined meanwhile. */
  awaited: () => Awaited | undefined;
  setCurrent: (coop: Coop, isOther: boolean) => void;
  setAwaited: (awaited: Awaited) => void;
  /** The source could not be read again. */
  setError: (error: DirectoryError) => void;
  onChange: Emitter<CoopChange>['on'];
  onAwaited: Emitter<void>['on'];
  dispose: () => void;
}>;

type State = Readonly<
  { is: 'none' } | { is: 'awaited'; awaited: Awaited } | { is: 'current'; coop: Coop }
>;

/** Each change also schedules the next fetch. */
export function createKnownCoop(timer: Pick<RefreshTimer, 'schedule'>): KnownCoop {
  const changes = createEmitter<CoopChange>();
  const awaitedChanges = createEmitter<void>();
  let state: State = { is: 'none' };

  const setAwaited = (awaited: Awaited) => {
    state = { is: 'awaited', awaited };
    timer.schedule(awaited.source, true);
    awaitedChanges.emit();
  };
  const setCurrent = (coop: Coop, isOther: boolean) => {
    state = { is: 'current', coop };
    timer.schedule(coop.source, coop.error !== undefined);
    changes.emit({ coop, isOther });
  };

  return {
    current: () => (state.is === 'current' ? state.coop : undefined),
    awaited: () => (state.is === 'awaited' ? state.awaited : undefined),
    setCurrent,
    setAwaited,
    setError: (error) => {
      if (state.is === 'current') setCurrent({ ...state.coop, error }, false);
      else if (state.is === 'awaited') setAwaited({ source: state.awaited.source, error });
    },
    onChange: changes.on,
    onAwaited: awaitedChanges.on,
    dispose: () => {
      changes.clear();
      awaitedChanges.clear();
    },
  };
}
