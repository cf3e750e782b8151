/** Ends the app, and starts a program in its place, such as a new version. */
import { spawn } from 'node:child_process';
import { app } from 'electron';
import { withoutAppDir } from '../platform/app-dir-env.ts';
import { lastingWords } from './lasting-words.ts';

/**
 * Waits for the process $1 to end, as long as its farewell may take and then some, and becomes the rest of its
 * arguments. An AppImage keeps its file system mounted while anyone holds the descriptors that it hands down.
 */
const script = `
for fd in 3 4 5 6 7 8 9; do eval "exec $fd>&-"; done
pid=$1; shift; left=300
while kill -0 "$pid" 2>/dev/null && [ $left -gt 0 ]; do sleep 0.2; left=$((left - 1)); done
kill -0 "$pid" 2>/dev/null || exec "$@"`;

/**
 * `app.relaunch` starts a helper from within the AppImage, which is gone by then (electron-userland/electron-builder#1727,
 * #4650), and a program that is started before the app has ended finds the single-instance lock taken.
 */
export function restartWith(path: string): void {
  const waiting = spawn(
    '/bin/sh',
    ['-c', script, 'sh', String(process.pid), path, ...lastingWords(process.argv), '--show'],
    {
      cwd: '/',
      env: withoutAppDir(process.env),
      detached: true,
      stdio: 'ignore',
    },
  );
  // If it cannot be started, the app stays: the new version runs after the next start.
  waiting.once('error', () => undefined);
  waiting.once('spawn', () => app.quit());
  waiting.unref();
}
