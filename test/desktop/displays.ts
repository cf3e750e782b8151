/** The displays of virtual desktops: an X server, or a Wayland compositor without one. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Person } from './person.ts';
import type { Processes } from './processes.ts';
import { eventually } from './wait.ts';

const run = promisify(execFile);

export type Display = Readonly<{
  /** For programs that are to appear on it. */
  env: Readonly<Record<string, string>>;
  /** Titles of the windows that can be seen. */
  windows: () => Promise<readonly string[]>;
  /** Takes a PNG picture of the whole screen. */
  screenshot: (path: string) => Promise<void>;
}>;

type DisplayOptions = Readonly<{
  /** Starts programs; its environment is `env`. */
  processes: Processes;
  env: Readonly<Record<string, string>>;
  person: Person;
  /** Such as `1280x800`. */
  size: string;
}>;

/**
 * The display picks a free number and writes it to file descriptor 3. It must not reset when its last client leaves: a
 * short-lived client, such as the one that paints the background, would lose its work, and clients that connect during
 * the reset would be refused.
 */
export async function startX11({ processes, person, size }: DisplayOptions): Promise<Display> {
  const child = processes.start(
    [
      ...person.prefix,
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${size}x24`,
      '-nolisten',
      'tcp',
      '-ac',
      '-noreset',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const channel = child.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    channel.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', () => reject(new Error('the virtual display did not start')));
  });
  const env = { DISPLAY: `:${number}` };
  const search = ['search', '--onlyvisible', '--name', '.'];
  return {
    env,
    windows: async () => {
      const all = { env: { ...process.env, ...env } };
      // It fails if there are none.
      const found = await run('xdotool', [...search, 'getwindowname', '%@'], all).catch(() => ({
        stdout: '',
      }));
      return found.stdout.split('\n').filter(Boolean);
    },
    screenshot: async (path) => {
      await run('import', ['-display', env.DISPLAY, '-window', 'root', path]);
    },
  };
}

type Node = Readonly<{
  name?: string | null;
  app_id?: string;
  visible?: boolean;
  nodes?: readonly Node[];
  floating_nodes?: readonly Node[];
}>;

/** Sway, drawn by the processor, without a screen and without XWayland. */
export async function startSway(options: DisplayOptions): Promise<Display> {
  const { processes, person } = options;
  const folder = options.env['XDG_RUNTIME_DIR'] ?? '';
  processes.start([
    ...person.prefix,
    'env',
    'WLR_BACKENDS=headless',
    'WLR_RENDERER=pixman',
    'WLR_LIBINPUT_NO_DEVICES=1',
    'sway',
  ]);
  const named = (pattern: RegExp) => readdirSync(folder).find((one) => pattern.test(one));
  const socket = await eventually('the compositor', () => named(/^sway-ipc\..*\.sock$/)).catch(
    (error: Error) => {
      throw new Error(`${error.message}\n${processes.complaints()}`);
    },
  );
  const env = { WAYLAND_DISPLAY: named(/^wayland-\d+$/) ?? '', SWAYSOCK: join(folder, socket) };
  const all = { env: { ...options.env, ...env } };
  return {
    env,
    windows: async () => {
      const { stdout } = await run('swaymsg', ['-r', '-t', 'get_tree'], all);
      return titlesIn(JSON.parse(stdout) as Node);
    },
    screenshot: async (path) => {
      await run('grim', [path], all);
    },
  };
}

function titlesIn(node: Node): readonly string[] {
  const own = node.app_id !== undefined && node.visible ? [node.name ?? ''] : [];
  return [...own, ...[...(node.nodes ?? []), ...(node.floating_nodes ?? [])].flatMap(titlesIn)];
}
