/** The deb package in a newly installed system: installed, started by an ordinary user, upgraded, removed. */
import type { ChildProcess } from 'node:child_process';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { installDir } from '../../build/linux/metadata.ts';
import { appId } from '../../shared/identity.ts';
import type { AccessibleNode } from '../desktop/accessible-tree.ts';
import { allNodes, pressButton, waitInTree } from '../desktop/accessible-tree.ts';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { ordinaryUser } from '../desktop/person.ts';
import { findTrayItem, registeredItems } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { CleanRoot } from './clean-root.ts';
import { makeCleanRoot } from './clean-root.ts';
import { olderVersion } from './setup.ts';

const run = promisify(execFile);
const { deb, olderDeb, version, electron } = inject('packages');

const idOf = (flag: string) =>
  execFileSync('id', [flag, ordinaryUser], { encoding: 'utf8' }).trim();
const isRoot = process.getuid?.() === 0;

/** Makes a system, which only root may. */
describe.skipIf(!isRoot)('on a newly installed system', () => {
  const uid = isRoot ? idOf('-u') : '';
  const gid = isRoot ? idOf('-g') : '';
  let root: CleanRoot;
  let desktop: Desktop;
  let coop: StandInCoop;
  let profile: string;
  let app: ChildProcess | undefined;

  beforeAll(async () => {
    [root, desktop, coop] = await Promise.all([
      makeCleanRoot(),
      startDesktop({ assistive: true }),
      startCoop(),
    ]);
    profile = desktop.makeFolder('profile');
    await root.run('groupadd', '--gid', gid, 'member');
    await root.run('useradd', '--uid', uid, '--gid', gid, '--no-create-home', 'member');
  });
  afterAll(async () => {
    app?.kill('SIGKILL');
    await desktop?.stop();
    await coop?.stop();
    root?.remove();
  });

  const apt = (...words: string[]) => root.run('apt-get', '-qq', '-y', ...words);
  const asMember = () => [...root.enter(`${uid}:${gid}`), 'coop-tray'];
  const answer = async (...words: string[]) => {
    const [program = '', ...rest] = asMember();
    const args = [...rest, `--user-data-dir=${profile}`, ...words];
    // As over ssh: no display, no session bus.
    const env = { PATH: '/usr/bin:/bin', HOME: profile, LANG: 'C.UTF-8' };
    return (await run(program, args, { env })).stdout;
  };
  const start = (...words: string[]) => {
    const [program = '', ...rest] = asMember();
    app = spawn(program, [...rest, `--user-data-dir=${profile}`, ...words], {
      env: desktop.env,
      cwd: '/',
      stdio: 'ignore',
    });
  };
  /** As a member does, in the menu of the icon. */
  const quit = async () => {
    const ended = app && once(app, 'exit');
    await (await findTrayItem(desktop.bus)).choose('Quit');
    await ended;
    app = undefined;
    await eventually('the icon to go', async () =>
      (await registeredItems(desktop.bus)).length === 0 ? true : undefined,
    );
  };
  const sees = (holds: (node: AccessibleNode) => boolean) =>
    waitInTree(desktop, 'coop-tray', (windows) => windows.flatMap(allNodes).find(holds), 30_000);
  const seesHeading = (name: string) =>
    sees((node) => node.role === 'heading' && node.name.includes(name));
  /** The page names its window. */
  const seesPage = (name: string) =>
    sees((node) => node.role === 'frame' && node.name.startsWith(name));
  const toolTip = async (words: string) => {
    const tray = await findTrayItem(desktop.bus, 30_000);
    return tray.waitFor(({ tooltip }) => tooltip.includes(words), 30_000);
  };
  const inRoot = (path: string) => join(root.folder, path);

  test('apt-get takes it with what it depends on, and nothing else is needed', async () => {
    await apt('install', '--no-install-recommends', root.bring(olderDeb));
    const linked = await root.run('ldd', `${installDir}/coop-tray`);
    expect(linked).not.toContain('not found');
    expect(await answer('--version')).toBe(`Coop Tray ${version}, with Electron ${electron}\n`);
    expect(await root.run('dpkg-query', '-W', '-f=${Version}', 'coop-tray')).toMatch(
      new RegExp(`^${olderVersion}~`),
    );
    // What others do for us when a package brings such files.
    expect(existsSync(inRoot(`usr/share/applications/${appId}.desktop`))).toBe(true);
  });

  test('a member starts it, sees the icon, tries the demo and opens the window', async () => {
    start();
    await seesHeading('Connect to your co-op');
    await pressButton(desktop, 'coop-tray', 'Try the demo');
    await toolTip('Demo:');
    await seesPage('Today – Pine Lane Co-op');
    await quit();
  });

  test('a co-op is joined, and is still there after an upgrade below the running app', async () => {
    start(`--coop=${coop.documentUrl}`);
    await toolTip('All services are working');

    await apt('install', '--no-install-recommends', root.bring(deb));
    expect(await root.run('dpkg-query', '-W', '-f=${Version}', 'coop-tray')).toMatch(
      new RegExp(`^${version.replace('-', '~')}~`),
    );
    // The old one goes on with the files that it has open.
    await (await findTrayItem(desktop.bus)).choose('Open Coop Tray');
    await seesPage('Today – Maple Street');
    await quit();

    start();
    await toolTip('All services are working');
    await quit();
    expect(await answer('candidates', 'services')).toContain('calls\tCalls (BigBlueButton)\n');
    expect(await answer('status', 'calls')).toMatch(/^✓ up {2}Calls \(BigBlueButton\)/);
  });

  test('removed and purged, it leaves nothing but what is the member’s', async () => {
    await apt('remove', 'coop-tray');
    expect(
      ['usr/bin/coop-tray', installDir.slice(1)].filter((path) => existsSync(inRoot(path))),
    ).toEqual([]);
    // Once removed, apt no longer knows a package that came as a file.
    await root.run('dpkg', '--purge', 'coop-tray');
    const known = readFileSync(inRoot('var/lib/dpkg/status'), 'utf8');
    expect(known).not.toContain('Package: coop-tray\n');
    const left = readdirSync(inRoot('usr/share'), { recursive: true }).filter((path) =>
      /coop-?tray/i.test(String(path)),
    );
    expect(left).toEqual([]);
    expect(readdirSync(profile)).toContain('coop.json');
    rmSync(profile, { recursive: true, force: true });
  });
});
