/** What goes wrong in the process as a whole, and in those that Chromium runs for it. */
import { app } from 'electron';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log/log.ts';

export type ProcessFaultsDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  log: Log;
  /** An exception that nothing has caught, by its class; at most one a minute. */
  onFault: (reason: string) => void;
  /** The process ends in order, even if nobody was asked first. */
  onQuit: () => void;
}>;

const faultPauseMs = 60_000;

/**
 * The app goes on after an exception, as Electron's own handler does, which this one replaces: that one shows a stack
 * trace in a dialog.
 */
export function followProcessFaults({ clock, log, onFault, onQuit }: ProcessFaultsDeps): void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  process.on('uncaughtException', (error: unknown) => {
    log.error('exception', {}, error);
    if (clock.monotonicMs() - toldAtMs < faultPauseMs) return;
    toldAtMs = clock.monotonicMs();
    onFault(classOf(error));
  });
  // Who started the app in a terminal may close it: what it prints then reaches nobody, which is no fault.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  process.on('unhandledRejection', (error) => log.error('rejection', {}, error));
  app.once('quit', onQuit);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.warn('process gone', { type, reason, exitCode });
  });
}

/** An error's name can be set to any text. */
function classOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return /^\w{1,40}$/.test(name) ? name : 'Error';
}
