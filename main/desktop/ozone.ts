import { app } from 'electron';
import { displayFault, displayOf } from '../platform/startup-check.ts';

/** Whether the desktop is Wayland's, even if the app itself runs on X11 inside it. */
export function isWaylandDesktop(): boolean {
  return process.env['XDG_SESSION_TYPE'] === 'wayland' || !isOnX11();
}

/** Whether the app runs on X11 rather than Wayland; Chromium records its own choice in this switch. */
export function isOnX11(): boolean {
  const chosen = chosenPlatform();
  return (
    chosen === 'x11' || (chosen !== 'wayland' && process.env['XDG_SESSION_TYPE'] !== 'wayland')
  );
}

const chosenPlatform = () => app.commandLine.getSwitchValue('ozone-platform');

/**
 * True if another process takes over, and this one should exit: without X11, an older Electron has to be told on the
 * command line that there is Wayland, for it chooses before any code of ours runs.
 */
export async function startAnewOnWayland(): Promise<boolean> {
  const here = { env: process.env, argv: process.argv };
  if (displayOf(here) !== 'wayland' || chosenPlatform() === 'wayland') return false;
  if (await displayFault(here)) return false;
  // Not loaded by any other start.
  const { spawn } = await import('node:child_process');
  const { programAgain } = await import('../platform/app-dir-env.ts');
  const program = await programAgain(process.env, process.execPath);
  const args = [...process.argv.slice(1), '--ozone-platform=wayland'];
  return new Promise((resolve) => {
    const next = spawn(program, args, { detached: true, stdio: 'inherit' });
    next.once('spawn', () => {
      next.unref();
      resolve(true);
    });
    next.once('error', () => resolve(false));
  });
}
