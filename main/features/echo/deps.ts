import type { Result } from '../../../shared/echo/state.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import type { TextStore } from '../../platform/files.ts';
import type { RunDeps } from './run.ts';
import type { EchoSecrets } from './targets.ts';

export type EchoDeps = RunDeps &
  Readonly<{
    random: () => number;
    newId: () => string;
    /** Whether this machine is certainly offline. */
    isOffline: () => boolean;
    verdict: (figures: Pick<Result, 'measurement' | 'mySide' | 'failure'>) => Verdict;
    secrets: EchoSecrets;
    settings: TextStore;
    results: TextStore;
    /** The default name of the guest. */
    guestName: string;
    /** Facts about this machine for each result. */
    machine: Readonly<{ timeZone: () => string; app: string; system: string }>;
  }>;

/** `run`: only the progress of the current run changed. */
export type EchoChange = 'state' | 'run';
