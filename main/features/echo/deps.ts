/** What the echo test is made of. */
import type { Result } from '../../../shared/echo/state.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import type { TextStore } from '../../platform/files.ts';
import type { RunDeps } from './run.ts';
import type { EchoSecrets } from './targets.ts';

export type EchoDeps = RunDeps &
  Readonly<{
    random: () => number;
    newId: () => string;
    /** Whether it is certain that this machine has no way out. */
    isOffline: () => boolean;
    verdict: (figures: Pick<Result, 'measurement' | 'mySide' | 'failure'>) => Verdict;
    secrets: EchoSecrets;
    settings: TextStore;
    results: TextStore;
    /** What a guest is called until the member has typed a name. */
    guestName: string;
    /** What each result says of this machine. */
    machine: Readonly<{ timeZone: () => string; app: string; system: string }>;
  }>;

/** `run` while only the progress of the run under way has changed. */
export type EchoChange = 'state' | 'run';
