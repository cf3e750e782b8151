/** The packages of package-lock.json. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { quietly, step } from './say.mjs';

/** Written after a complete installation, so that an interrupted one is repeated. */
const stamp = 'node_modules/.coop-tray-lock';

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

export const dependencies = {
  isMissing: () => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash(),
  mend: () =>
    step('Installing the dependencies', async () => {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      // Engine warnings concern the machine's Node; the scripts run on the project's own.
      await quietly(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        shell: process.platform === 'win32',
      });
      writeFileSync(stamp, lockHash());
    }),
};
