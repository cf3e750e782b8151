/** Opens an address in the member's browser without Electron, which would need a display first. */
import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // Unlike `start`, it takes no part of an address for a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Rejects if there is no such program, or it fails. */
export function openInBrowser(address: string): Promise<void> {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, address], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed`))));
  });
}
