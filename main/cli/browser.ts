/** Opens an address in the member's browser without Electron, which would need a display first. */
import { spawn } from 'node:child_process';
import { withoutAppDir } from '../platform/app-dir-env.ts';
import type { Clock } from '../platform/clock.ts';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // Unlike `start`, it takes no part of an address for a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * How long the program may fail, in ms. Where no desktop does it, `xdg-open` becomes the browser, and ends when the member
 * closes that. As long as Python's `webbrowser` waits.
 */
const failsWithinMs = 5000;

/** Rejects if there is no such program, or it fails. */
export function openInBrowser(address: string, clock: Pick<Clock, 'after'>): Promise<void> {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, address], {
      stdio: 'ignore',
      env: withoutAppDir(process.env),
      // Or the browser would go with Ctrl+C here, and with the terminal.
      detached: process.platform !== 'win32',
    });
    const cancel = clock.after(failsWithinMs, () => {
      child.unref();
      resolve();
    });
    const end = (act: () => void) => {
      cancel();
      act();
    };
    child.once('error', (error) => end(() => reject(error)));
    child.once('exit', (code) =>
      end(() => (code === 0 ? resolve() : reject(new Error(`${program} failed`)))),
    );
  });
}
