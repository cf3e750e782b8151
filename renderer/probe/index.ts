/**
 * The probe: put into the isolated world of a page that has joined a room, it connects to the server's echo beside the
 * page, measures, and leaves. Main starts it, and asks for its progress.
 */
import type { ProbeOptions, ProbeProgress } from '../../shared/echo/probe.ts';
import { probeGlobal } from '../../shared/echo/probe.ts';
import type { ProbeRun } from './run.ts';
import { startRun } from './run.ts';

function createProbe() {
  let run: ProbeRun | undefined;
  return {
    begin: (options: ProbeOptions): void => {
      run ??= startRun(options);
    },
    progress: (): ProbeProgress => run?.progress() ?? { step: 'connect', samples: [] },
    /** Resolves when everything is closed. */
    stop: async (): Promise<void> => {
      await run?.stop();
    },
  };
}

Object.assign(globalThis, { [probeGlobal]: createProbe() });
