/** A newly installed system in a folder, from the same mirrors as this one. Needs root. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type CleanRoot = Readonly<{
  folder: string;
  /** What goes before a command to run it there; as root, or as a user of the system outside, who is known there too. */
  enter: (user?: string) => readonly string[];
  /** Runs a command there as root; rejects if it fails. Returns what it printed. */
  run: (...command: readonly string[]) => Promise<string>;
  /** Puts a file into the folder of root; returns its path there. */
  bring: (path: string) => string;
}>;

const outputLimitBytes = 16 * 1024 * 1024;

/** Installs it below `folder`, which is made, and the caller's to remove. */
export async function installSystem(folder: string): Promise<void> {
  mkdirSync(folder);
  const settings = join(folder, 'apt.conf');
  writeFileSync(settings, transportSettings());
  const root = systemIn(folder);
  await run(
    'mmdebstrap',
    [
      '--quiet',
      '--variant=minbase',
      // The package's own files, which are looked at, among them; those of others only take time.
      ...['locale', 'man', 'doc'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
      ...['man/*', 'doc'].map((name) => `--dpkgopt=path-include=/usr/share/${name}/*coop-tray*`),
      '--dpkgopt=force-unsafe-io',
      `--aptopt=${settings}`,
      // Of the packages that are there, so that nothing is downloaded twice.
      '--skip=cleanup/apt/lists',
      '',
      root,
      ...sources(),
    ],
    { maxBuffer: outputLimitBytes, env: { ...process.env, LC_ALL: 'C' } },
  );
  for (const path of ['/etc/resolv.conf', ...mirrorLists()]) copyFileSync(path, join(root, path));
}

const systemIn = (folder: string) => join(folder, 'system');

/** The system that was installed below `folder`. */
export function cleanRootIn(folder: string): CleanRoot {
  const root = systemIn(folder);
  const enter = (user?: string) => entering(root, user);
  return {
    folder: root,
    enter,
    run: async (...command) => {
      const [program = '', ...words] = [...enter(), ...command];
      const env = { PATH: systemPath, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
      const { stdout } = await run(program, words, { env, maxBuffer: outputLimitBytes });
      return stdout;
    },
    bring: (path) => {
      copyFileSync(path, join(root, 'root', basename(path)));
      return join('/root', basename(path));
    },
  };
}

const systemPath = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Where this system gets its packages from. */
function sources(): readonly string[] {
  return globSync(['/etc/apt/sources.list', '/etc/apt/sources.list.d/*.{list,sources}']);
}

/** Files with the names of mirrors, which sources may refer to, as on GitHub's machines (actions/runner#3720). */
function mirrorLists(): readonly string[] {
  const texts = sources().map((path) => readFileSync(path, 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/\bmirror\+file:(\/\S+)/g)]);
  return [...new Set(found.map(([, path = '']) => path))];
}

/** How this system reaches its mirrors, such as through a proxy. */
function transportSettings(): string {
  const dump = execFileSync('apt-config', ['dump'], { encoding: 'utf8' });
  return dump
    .split('\n')
    .filter((line) => line.startsWith('Acquire::'))
    .join('\n')
    .concat('\n');
}

/**
 * The mounts are in a namespace of the command's own and end with it. The folder of temporary files is shared: the
 * sockets of the display and of the session bus are there.
 */
function entering(root: string, user?: string): readonly string[] {
  const mounts = [
    `mount --rbind /dev ${root}/dev`,
    `mount --bind /proc ${root}/proc`,
    `mount --rbind /sys ${root}/sys`,
    `mount --bind ${tmpdir()} ${root}/tmp`,
  ].join(' && ');
  const as = user === undefined ? '' : `--userspec=${user}: `;
  return [
    'unshare',
    '--mount',
    'sh',
    '-c',
    `${mounts} && exec /usr/sbin/chroot ${as}${root} "$@"`,
    'enter',
  ];
}
