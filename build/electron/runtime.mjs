/** Finds the Electron runtime that this machine has. Only Node built-ins: set-up uses it before anything is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The runtime that stands in where Electron's own release page cannot be reached: Linux x64, for tests only. */
export const standInVersion = '33.2.1';

/** Outside the tree, so that a second clone finds it; readable for the ordinary user that root's tests run as. */
export function cacheDir() {
  if (process.env.COOP_TRAY_CACHE) return process.env.COOP_TRAY_CACHE;
  if (process.getuid?.() === 0) return '/var/cache/coop-tray';
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'coop-tray');
}

export function standInDir() {
  return join(cacheDir(), `electron-${standInVersion}`);
}

/**
 * @returns {{ distDir: string, executable: string, version: string, official: boolean } | undefined}
 * undefined where there is none yet; `npm run demo` fetches one.
 */
export function findRuntime() {
  return official() ?? standIn();
}

/** Electron's package keeps its binary in `dist` and the name of the executable in `path.txt`. */
function official() {
  const folder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));
  const distDir = join(folder, 'dist');
  const versionFile = join(distDir, 'version');
  if (!existsSync(versionFile) || !existsSync(join(folder, 'path.txt'))) return undefined;
  return {
    distDir,
    executable: join(distDir, readFileSync(join(folder, 'path.txt'), 'utf8').trim()),
    version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''),
    official: true,
  };
}

function standIn() {
  const distDir = standInDir();
  if (!existsSync(join(distDir, 'version'))) return undefined;
  return {
    distDir,
    executable: join(distDir, 'electron'),
    version: standInVersion,
    official: false,
  };
}
