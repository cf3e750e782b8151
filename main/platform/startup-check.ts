/** Finds what keeps the app from starting: folders it cannot write, the holder of its lock, or the display. */
import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import type { LockLook, StartFault } from '../../shared/start/fault.ts';
import { localDisplay } from './x11.ts';

/** Time limit for the lock's holder or the display to accept a connection, in ms. */
const answerMs = 2000;

/** Electron does not say why it refuses the lock; see docs/decisions/0036-start-with-a-word.md. */
export async function lookAtLock(profileDir: string, tempDir: string): Promise<LockLook> {
  const [profile, temp, holderPid, answers] = await Promise.all([
    writeError(profileDir),
    writeError(tempDir),
    holderOf(profileDir),
    process.platform === 'win32' ? undefined : isHolderAlive(profileDir),
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

/** Error code of writing there; undefined if it works. */
async function writeError(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(folder, 'start-'));
    try {
      // A full disk may still take a folder.
      await writeFile(join(draft, 'draft'), 'x');
    } finally {
      await rm(draft, { recursive: true });
    }
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

/** Chromium’s lock is a dangling symlink to `HOST-PID`. */
async function holderOf(profileDir: string): Promise<number | undefined> {
  const named = await readlink(join(profileDir, 'SingletonLock')).catch(() => '');
  const [, pid] = /-(\d+)$/.exec(named) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

async function isHolderAlive(profileDir: string): Promise<boolean> {
  const socket = await readlink(join(profileDir, 'SingletonSocket')).catch(() => undefined);
  return socket !== undefined && acceptsConnection(socket);
}

function acceptsConnection(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (isListening: boolean) => {
      socket.destroy();
      resolve(isListening);
    };
    socket.setTimeout(answerMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

type Environment = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  /** `process.argv`, including Chromium’s switches. */
  argv: readonly string[];
}>;

/**
 * Where Electron can draw: by its own choice, on Wayland alone, or nowhere, of which it dies on Linux without a word.
 * Before 38 it chooses Wayland only when told to (https://github.com/electron/electron/issues/29645).
 */
export function displayOf({ env, argv }: Environment): 'chosen' | 'wayland' | 'none' {
  if (process.platform !== 'linux' || !isX11Chosen(argv) || env['DISPLAY']) return 'chosen';
  return waylandName(env) === undefined ? 'none' : 'wayland';
}

/** Undefined if there is a display, or it cannot be checked from here. */
export async function displayFault(environment: Environment): Promise<StartFault | undefined> {
  const { env, argv } = environment;
  const where = displayOf(environment);
  if (where === 'none') return { code: 'no-display', params: {} };
  if (where === 'wayland') return waylandFault(env);
  const display = env['DISPLAY'] ?? '';
  const local = localDisplay(display);
  if (process.platform !== 'linux' || !local || env['WAYLAND_DISPLAY'] || !isX11Chosen(argv)) {
    return undefined;
  }
  const path = `/tmp/.X11-unix/X${local.number}`;
  // X servers listen on the path, on the abstract socket of the same name, or on both.
  const isListening = (await acceptsConnection(path)) || (await acceptsConnection(`\0${path}`));
  return isListening ? undefined : { code: 'display-silent', params: { display } };
}

async function waylandFault(env: Environment['env']): Promise<StartFault | undefined> {
  const folder = env['XDG_RUNTIME_DIR'] ?? '';
  // An absolute name stands for itself; without a folder, no program finds the display.
  const path = resolve('/', folder, waylandName(env) ?? '');
  if (folder !== '' && (await acceptsConnection(path))) return undefined;
  const display = env['WAYLAND_DISPLAY'];
  return display
    ? { code: 'display-silent', params: { display } }
    : { code: 'no-display', params: {} };
}

/** In a Wayland session programs look for `wayland-0` if no display is named. */
function waylandName(env: Environment['env']): string | undefined {
  const usual = env['XDG_SESSION_TYPE'] === 'wayland' ? 'wayland-0' : undefined;
  return env['WAYLAND_DISPLAY'] || usual;
}

const isX11Chosen = (argv: readonly string[]) =>
  !argv.some((argument) => argument.startsWith('--ozone-platform'));
