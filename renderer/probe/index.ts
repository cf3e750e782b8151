/**
 * The probe runs in the isolated world of a page that has joined a room. It opens a second connection, to the
 * server's echo test, measures, and disconnects. Main starts it and polls its progress.
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
    /** Resolves when all connections are closed. */
    stop: async (): Promise<void> => {
      await run?.stop();
    },
  };
}

Object.assign(globalThis, { [probeGlobal]: createProbe() });
