import { realpath } from 'node:fs/promises';
import { defined } from '../../shared/defined.ts';
import { isWithin } from '../../shared/updates/place.ts';

/** What an AppImage adds to the environment of the app: paths of its own, which are gone once it has ended. */
const ownVariables: ReadonlySet<string> = new Set(['APPDIR', 'APPIMAGE', 'ARGV0', 'OWD']);

/** The environment without them, as the app's own start found it. */
export function withoutAppDir(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { APPDIR: appDir } = env;
  const isOwn = (path: string) => path === appDir || isWithin(path, appDir);
  const entries = Object.entries(env).flatMap(([name, value = '']): [string, string][] => {
    if (ownVariables.has(name)) return [];
    const paths = value.split(':');
    const others = paths.filter((path) => !isOwn(path));
    if (others.length === paths.length) return [[name, value]];
    return others.length > 0 ? [[name, others.join(':')]] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * Takes what the AppImage has put into lists of paths out of the environment, for what is started from now on: a browser
 * with its libraries does not start. The variables that tell of the AppImage stay.
 */
export function leaveAppDir(env: NodeJS.ProcessEnv): void {
  const without = withoutAppDir(env);
  for (const name of Object.keys(env)) {
    const value = without[name];
    if (ownVariables.has(name) || value === env[name]) continue;
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the real paths of the folders that AppImage and Snap say the app is in: the program knows itself by
 * its real path, but `/tmp` and `/snap` are links on some systems.
 */
export async function withRealFolders(env: Environment): Promise<Environment> {
  const [appDir, snap] = await Promise.all([realPath(env['APPDIR']), realPath(env['SNAP'])]);
  return { ...env, ...defined({ APPDIR: appDir, SNAP: snap }) };
}

/**
 * What starts the program again: the AppImage that it is in, since what that has mounted goes with the process. What is
 * started from a terminal that is an AppImage inherits the variables, and would start the terminal.
 */
export async function programAgain(env: Environment, execPath: string): Promise<string> {
  const { APPIMAGE: image, APPDIR: folder } = await withRealFolders(env);
  return image?.startsWith('/') && isWithin(execPath, folder) ? image : execPath;
}

async function realPath(path: string | undefined): Promise<string | undefined> {
  return path?.startsWith('/') ? realpath(path).catch(() => path) : path;
}
