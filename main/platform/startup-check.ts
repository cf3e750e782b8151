/** Looks at what keeps the app from starting: the folders it writes in, who holds its lock, and the display. */
import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { LockLook, StartFault } from '../../shared/start/fault.ts';
import { localDisplay } from './x11.ts';

/** How long whoever holds the lock, or the display, may take to answer, in ms. */
const answerMs = 2000;

/** Electron’s lock says no without saying why; see docs/decisions/0036-start-with-a-word.md. */
export async function lookAtLock(profileDir: string, tempDir: string): Promise<LockLook> {
  const [profile, temp, holderPid, answers] = await Promise.all([
    writeError(profileDir),
    writeError(tempDir),
    holderOf(profileDir),
    process.platform === 'win32' ? undefined : isHolderThere(profileDir),
  ]);
  return {
    folders: [
      { path: profileDir, ...(profile === undefined ? {} : { error: profile }) },
      { path: tempDir, ...(temp === undefined ? {} : { error: temp }) },
    ],
    profileDir,
    ...(holderPid === undefined ? {} : { holderPid }),
    ...(answers === undefined ? {} : { answers }),
  };
}

/** The file system’s code for why nothing can be written there. */
async function writeError(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(folder, 'start-'));
    try {
      // A full disk may still have room for a folder.
      await writeFile(join(draft, 'draft'), 'x');
    } finally {
      await rm(draft, { recursive: true });
    }
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

/** Chromium’s lock is a link to nothing, named `HOST-PID`. */
async function holderOf(profileDir: string): Promise<number | undefined> {
  const named = await readlink(join(profileDir, 'SingletonLock')).catch(() => '');
  const [, pid] = /-(\d+)$/.exec(named) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

async function isHolderThere(profileDir: string): Promise<boolean> {
  const socket = await readlink(join(profileDir, 'SingletonSocket')).catch(() => undefined);
  return socket !== undefined && takesCalls(socket);
}

function takesCalls(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(answerMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

type Surroundings = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  /** The words of the process, Chromium’s among them. */
  words: readonly string[];
}>;

/** Electron on Linux needs a platform for its windows, and without one it ends with a signal and no word. */
export function hasNoDisplay({ env, words }: Surroundings): boolean {
  return process.platform === 'linux' && isX11Chosen(words) && !env['DISPLAY'] && !isWayland(env);
}

/** Undefined when there is a display, or nothing can be told of it from here. */
export async function displayFault(around: Surroundings): Promise<StartFault | undefined> {
  if (hasNoDisplay(around)) return { code: 'no-display', params: {} };
  const { env, words } = around;
  const display = env['DISPLAY'] ?? '';
  const local = localDisplay(display);
  if (process.platform !== 'linux' || !local || isWayland(env) || !isX11Chosen(words)) {
    return undefined;
  }
  const path = `/tmp/.X11-unix/X${local.number}`;
  // Servers listen at the name in the file system, or at the one that Linux keeps apart from it, or at both.
  const isThere = (await takesCalls(path)) || (await takesCalls(`\0${path}`));
  return isThere ? undefined : { code: 'display-silent', params: { display } };
}

const isWayland = (env: Surroundings['env']) => Boolean(env['WAYLAND_DISPLAY']);

const isX11Chosen = (words: readonly string[]) =>
  !words.some((word) => word.startsWith('--ozone-platform'));
