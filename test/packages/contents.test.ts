/** What is in the packages, by the tools of those who take them in. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { installDir } from '../../build/linux/metadata.ts';
import { neededBy } from '../../build/linux/needed.ts';
import { appId } from '../../shared/identity.ts';

const { deb, rpm, version, appDir } = inject('packages');
const english = { ...process.env, LC_ALL: 'C.UTF-8' };
const lines = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8', env: english, maxBuffer: 64 * 1024 * 1024 })
    .trimEnd()
    .split('\n');
/** What a checker says, and how it ends. */
const verdict = (program: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', env: english });
  return { status, said: `${stdout}${stderr}`.trim(), complaints: stderr };
};

let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'coop-tray-deb-'));
  execFileSync('dpkg-deb', ['-x', deb, tree]);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const shared = (path: string) => join(tree, 'usr/share', path);

describe('the deb', () => {
  const field = (name: string) => lines('dpkg-deb', '-f', deb, name).join('\n');
  const helper = `.${installDir}/chrome-sandbox`;

  test('belongs to root, is readable for all, and lifts nothing but the sandbox’s helper', () => {
    const entries = lines('dpkg-deb', '-c', deb).map((line) => line.split(/\s+/));
    const unusual = entries.flatMap(([mode = '', owner, , , , path]) => {
      const isUsual = /^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|lrwxrwxrwx)$/.test(mode);
      return isUsual && owner === 'root/root' ? [] : [`${mode} ${owner} ${path}`];
    });
    expect(unusual).toEqual([`-rwsr-xr-x root/root ${helper}`]);
    expect(entries.length).toBeGreaterThan(50);
  });

  test('runs no script of ours, at no moment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coop-tray-control-'));
    execFileSync('dpkg-deb', ['-e', deb, folder]);
    expect(readdirSync(folder).toSorted()).toEqual(['control', 'md5sums']);
    rmSync(folder, { recursive: true });
  });

  test('says in its name, its version and its description that it holds an old Electron', () => {
    expect(deb).toMatch(/coop-tray-[\d.]+-standin-linux-\w+\.deb$/);
    expect(field('Version')).toBe(`${version.replace('-', '~')}~standin`);
    expect(field('Description')).toContain('for tests only');
  });

  test('depends on every library that the app is linked to', () => {
    const depends = field('Depends').split(', ');
    // Missing in packages of Electron apps again and again: it starts where a browser is installed, and nowhere else.
    expect(depends).toEqual(
      expect.arrayContaining([
        'libasound2t64 | libasound2',
        'libgbm1',
        'libx11-xcb1',
        'libdrm2',
        'libsecret-1-0',
        'xdg-utils',
      ]),
    );
    expect(depends.filter((one) => one.startsWith('libc6 '))).toEqual([
      expect.stringMatching(/^libc6 \(>= 2\.\d+\)$/),
    ]);
  });

  test('passes lintian, but for what it says itself, with the reasons', () => {
    const { status, said } = verdict('lintian', '--allow-root', '--fail-on=error,warning', deb);
    expect([status, said.split('\n').filter((line) => /^[EW]: /.test(line))]).toEqual([0, []]);
  }, 180_000);

  test('has the app closed to debuggers, unlike that of the other tests', async () => {
    const fuses = await getCurrentFuseWire(join(tree, installDir, 'coop-tray'));
    const closed = '0'.charCodeAt(0);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(closed);
    expect(fuses[FuseV1Options.RunAsNode]).toBe(closed);
  });
});

describe('the desktop', () => {
  test('takes its file', () => {
    const file = shared(`applications/${appId}.desktop`);
    expect(verdict('desktop-file-validate', '--warn-kde', file)).toMatchObject({
      status: 0,
      said: '',
    });
  });

  // joplin 5948, sparrow 1436, CKAN 3425: GNOME and KDE offered a “New Window”, which opened none. The key of the standard,
  // SingleMainWindow, is an error to the checkers of current distributions.
  test('offers no second window, of which there is none', () => {
    const file = readFileSync(shared(`applications/${appId}.desktop`), 'utf8');
    expect(file).toContain('\nX-GNOME-SingleWindow=true\n');
  });

  test('takes its description for software centres', () => {
    const file = shared(`metainfo/${appId}.metainfo.xml`);
    const { status, said } = verdict('appstreamcli', 'validate', '--no-net', '--no-color', file);
    expect([status, said.match(/^[EW]: .*$/gm)]).toEqual([0, null]);
  });

  test('finds its icon in every size, under the name that its file says', () => {
    const sizes = readdirSync(shared('icons/hicolor')).toSorted();
    expect(sizes).toEqual(
      [16, 32, 48, 64, 128, 256, 512]
        .map((size) => `${size}x${size}`)
        .concat('scalable')
        .toSorted(),
    );
    for (const size of sizes)
      expect(readdirSync(shared(`icons/hicolor/${size}/apps`))).toEqual([
        `${appId}.${size === 'scalable' ? 'svg' : 'png'}`,
      ]);
    expect(readFileSync(shared(`applications/${appId}.desktop`), 'utf8')).toContain(
      `\nIcon=${appId}\n`,
    );
  });
});

test('only what is ours is said to be ours', () => {
  const text = readFileSync(shared('doc/coop-tray/copyright'), 'utf8');
  const globs = [...text.matchAll(/^Files: (.*)$/gm)].flatMap(([, words = '']) => words.split(' '));
  // As in the format, a star stands for slashes too.
  const others = globs
    .filter((glob) => glob !== '*')
    .map((glob) => {
      const parts = glob.split('*').map((part) => part.replaceAll('.', String.raw`\.`));
      return new RegExp(`^${parts.join('.*')}$`);
    });
  const files = readdirSync(join(tree, installDir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length));
  const ours = files.filter((file) => !others.some((glob) => glob.test(file)));
  expect(ours.toSorted()).toEqual([
    `${installDir}/resources/package-type`,
    `${installDir}/resources/package-version`,
  ]);
});

test('the app is told which package it came in, so that it knows how it is updated', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-rpm-'));
  execFileSync(
    'sh',
    ['-c', 'rpm2archive -n - <"$1" | tar -x --wildcards "*/package-type"', 'sh', rpm],
    {
      cwd: folder,
    },
  );
  const typeIn = (root: string) =>
    readFileSync(join(root, installDir, 'resources/package-type'), 'utf8').trim();
  expect([typeIn(tree), typeIn(folder)]).toEqual(['deb', 'rpm']);
  rmSync(folder, { recursive: true });
});

test.each([
  ['man/man1', 'coop-tray status'],
  ['man/fr/man1', 'Affiche la version.'],
])('the manual page in %s is one', (folder, words) => {
  const file = shared(`${folder}/coop-tray.1.gz`);
  const { status, said, complaints } = verdict('man', '--warnings', '-l', file);
  expect([status, complaints]).toEqual([0, '']);
  expect(said.replaceAll(/\s+/g, ' ')).toContain(words);
});

describe('the rpm', () => {
  test('has the same files as the deb, but for those that are a distribution’s own', () => {
    const own = /^\/usr\/share\/(zsh\/|lintian\/|doc\/coop-tray\/changelog\.gz$)/;
    const debFiles = lines('dpkg-deb', '-c', deb).flatMap((line) => {
      const [mode = '', , , , , path = ''] = line.split(/\s+/);
      return mode.startsWith('d') ? [] : [path.slice(1)];
    });
    const rpmFiles = lines(
      'rpm',
      '-qp',
      '--qf',
      '[%{FILEMODES:perms} %{FILENAMES}\n]',
      rpm,
    ).flatMap((line) => {
      const [mode = '', path = ''] = line.split(' ');
      return mode.startsWith('d') ? [] : [path];
    });
    const common = (files: readonly string[]) => files.filter((file) => !own.test(file)).toSorted();
    expect(common(rpmFiles)).toEqual(common(debFiles));
    expect(rpmFiles).toContain('/usr/share/zsh/site-functions/_coop-tray');
  });

  test('runs no script of ours, and lifts nothing but the sandbox’s helper', () => {
    expect(lines('rpm', '-qp', '--scripts', rpm)).toEqual(['']);
    const lifted = lines(
      'rpm',
      '-qp',
      '--qf',
      '[%{FILEMODES:perms} %{FILEUSERNAME} %{FILENAMES}\n]',
      rpm,
    );
    expect(lifted.filter((line) => /^.{3}s|^.{6}s/.test(line))).toEqual([
      `-rwsr-xr-x root ${installDir}/chrome-sandbox`,
    ]);
    expect(lifted.every((line) => line.split(' ')[1] === 'root')).toBe(true);
  });

  test('needs the libraries of the system, and neither needs nor offers its own', () => {
    const needs = lines('rpm', '-qp', '--requires', rpm);
    // Those of the modules that are loaded later too: the keyring's was missing while only programs were looked into.
    const linked = neededBy(appDir).libraries.filter((name) => !name.startsWith('ld-linux'));
    expect(linked).toContain('libsecret-1.so.0');
    expect(needs).toEqual(
      expect.arrayContaining([...linked.map((name) => `${name}()(64bit)`), 'xdg-utils']),
    );
    const own = readdirSync(appDir).filter((name) => name.includes('.so'));
    expect(needs.filter((need) => own.some((name) => need.startsWith(name)))).toEqual([]);
    const offers = lines('rpm', '-qp', '--provides', rpm).map((line) => line.split(/[ (]/)[0]);
    expect(new Set(offers)).toEqual(new Set(['coop-tray']));
  });
});
