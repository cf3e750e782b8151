/**
 * Finds this machine's Electron runtime. Uses only Node built-ins, because setup runs it before anything is installed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Version of the substitute for when Electron's release page cannot be reached: Linux x64, for tests only. */
export const standInVersion = '33.2.1';

/** Outside the checkout, so that all clones share it; readable for the ordinary user that runs root's tests. */
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

/** The electron package keeps its binary in `dist` and the executable's name in `path.txt`. */
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
