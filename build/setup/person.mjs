/** Electron's sandbox refuses root, so root's tests run the app as an ordinary user created for it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../electron/runtime.mjs';
import { quietly } from './say.mjs';

const name = 'coop-tray-test';

export const person = {
  isMissing: () => process.platform === 'linux' && process.getuid?.() === 0 && !exists(),
  mend: async () => {
    mkdirSync(cacheDir(), { recursive: true, mode: 0o755 });
    const home = join(cacheDir(), 'home');
    await quietly('useradd', [
      '--system',
      '--user-group',
      '--home-dir',
      home,
      '--shell',
      '/usr/sbin/nologin',
      name,
    ]);
  },
};

function exists() {
  try {
    execFileSync('id', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
