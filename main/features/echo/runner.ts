/** Runs echo tests: one run at a time, of one server or several. */
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import type { RunView } from '../../../shared/echo/state.ts';
import type { EchoChange, EchoDeps } from './deps.ts';
import { failureOf } from './failed.ts';
import type { Job, QueueWatch } from './queue.ts';
import { runQueue } from './queue.ts';

/** The window's results about microphone and speaker. */
export type Sound = Pick<MySide, 'microphone' | 'speaker'>;

export type Runner = Readonly<{
  /** Returns why it cannot start, if so; the run continues in the background. */
  start: (jobs: () => Promise<readonly Job[]>) => Promise<Failure | undefined>;
  stop: () => void;
  /** Stops the run, and resolves once its room is left; undefined if nothing runs. */
  leave: () => Promise<void> | undefined;
  /** The run under way. */
  view: () => RunView | undefined;
  /** Ids of the results of the last run, if it was a comparison and was not stopped. */
  comparison: () => readonly string[] | undefined;
  setSound: (sound: Sound) => void;
}>;

export type RunnerHooks = Pick<QueueWatch, 'onResult' | 'onAskedForCode'> &
  Readonly<{
    /** Called when a run starts. */
    guest: () => Pick<QueueWatch, 'guestName' | 'place'>;
    onChange: (change: EchoChange) => void;
  }>;

type Run =
  | Readonly<{ is: 'idle' }>
  | Readonly<{ is: 'running'; abort: AbortController; over?: Promise<void>; view?: RunView }>;

export function createRunner(deps: EchoDeps, hooks: RunnerHooks): Runner {
  let run: Run = { is: 'idle' };
  let sound: Sound = {};
  let comparison: readonly string[] | undefined;

  const end = () => {
    run = { is: 'idle' };
    // The microphone may be a different one in the next run.
    sound = {};
    hooks.onChange('state');
  };
  const show = (view: RunView, change: EchoChange) => {
    if (run.is === 'running') run = { ...run, view };
    hooks.onChange(change);
  };
  const work = async (jobs: readonly Job[], signal: AbortSignal) => {
    const isComparison = jobs.length > 1;
    if (isComparison) comparison = undefined;
    const { onResult, onAskedForCode } = hooks;
    const watch = { signal, ...hooks.guest(), sound: () => sound, onRun: show };
    const made = await runQueue(deps, jobs, { ...watch, onResult, onAskedForCode });
    if (isComparison && made.length === jobs.length) comparison = made.map(({ id }) => id);
  };

  return {
    start: async (jobs) => {
      if (run.is === 'running') return failure('busy', 'find');
      if (deps.isOffline()) return failure('offline', 'find');
      const abort = new AbortController();
      run = { is: 'running', abort };
      try {
        const over = work(await jobs(), abort.signal)
          .catch(() => undefined)
          .finally(end);
        if (run.is === 'running') run = { ...run, over };
        return undefined;
      } catch (error) {
        end();
        return failureOf(error, 'find');
      }
    },
    stop: () => {
      if (run.is === 'running') run.abort.abort();
    },
    leave: () => {
      if (run.is === 'idle') return undefined;
      run.abort.abort();
      return run.over;
    },
    view: () => (run.is === 'running' ? run.view : undefined),
    comparison: () => comparison,
    setSound: (next) => {
      sound = next;
    },
  };
}
