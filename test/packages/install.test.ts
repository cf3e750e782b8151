/** The packages in a newly installed system: installed, started by an ordinary user, upgraded below them, removed. */
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { installDir } from '../../build/linux/metadata.ts';
import { appId } from '../../shared/identity.ts';
import { pressButton } from '../desktop/accessible-tree.ts';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { CleanRoot } from './clean-root.ts';
import { cleanRootIn } from './clean-root.ts';
import { createMember } from './member.ts';
import { rpmIn, tellOfLibraries } from './rpm-root.ts';
import { olderVersion } from './setup.ts';

const { deb, olderDeb, rpm, olderRpm, version, electron, rootDir } = inject('packages');
const about = `Coop Tray ${version}, with Electron ${electron}\n`;

/** Only root may install a system. */
describe.skipIf(rootDir === undefined)('on a newly installed system', () => {
  let root: CleanRoot;
  let desktop: Desktop;
  let coop: StandInCoop;
  let profile: string;
  let member: Awaited<ReturnType<typeof createMember>>;

  beforeAll(async () => {
    root = cleanRootIn(rootDir ?? '');
    [desktop, coop] = await Promise.all([startDesktop({ assistive: true }), startCoop()]);
    profile = desktop.makeFolder('profile');
    member = await createMember(root, desktop, profile);
  });
  afterAll(async () => {
    member?.kill();
    await desktop?.stop();
    await coop?.stop();
  });

  const apt = (...words: string[]) => root.run('apt-get', '-qq', '-y', ...words);
  const inRoot = (path: string) => join(root.folder, path);
  const packageType = () =>
    readFileSync(inRoot(`${installDir}/resources/package-type`), 'utf8').trim();
  /** What is left of the app in the system. */
  const leftovers = () => [
    ...['usr/bin/coop-tray', installDir.slice(1)].filter((path) => existsSync(inRoot(path))),
    ...readdirSync(inRoot('usr/share'), { recursive: true }).filter((path) =>
      /coop-?tray/i.test(String(path)),
    ),
  ];

  test('apt-get takes the deb with what it depends on, and nothing else is needed', async () => {
    await apt('install', '--no-install-recommends', root.bring(olderDeb));
    const linked = await root.run('ldd', `${installDir}/coop-tray`);
    expect(linked).not.toContain('not found');
    expect(await member.answer('--version')).toBe(about);
    expect(await root.run('dpkg-query', '-W', '-f=${Version}', 'coop-tray')).toMatch(
      new RegExp(`^${olderVersion}~`),
    );
    expect(packageType()).toBe('deb');
    // What others do for us when a package brings such files.
    expect(existsSync(inRoot(`usr/share/applications/${appId}.desktop`))).toBe(true);
  });

  test('a member starts it, sees the icon, tries the demo and opens the window', async () => {
    member.start();
    await member.seesHeading('Connect to your co-op');
    await pressButton(desktop, 'coop-tray', 'Try the demo');
    await member.toolTip('Demo:');
    await member.seesPage('Today – Pine Lane Co-op');
    await member.quit();
  });

  test('an upgrade below the running app is said in its window, and a click there restarts it', async () => {
    member.start(`--coop=${coop.documentUrl}`);
    await member.toolTip('All services are working');

    await apt('install', '--no-install-recommends', root.bring(deb));
    expect(await root.run('dpkg-query', '-W', '-f=${Version}', 'coop-tray')).toMatch(
      new RegExp(`^${version.replace('-', '~')}~`),
    );
    await member.seesItem('Restart Coop Tray');
    // The old one goes on with the files that it has open.
    await member.open();
    await member.seesPage('Today – Maple Street');
    await member.seesHeading(`Coop Tray ${version} is installed: restart the app to use it`);
    await member.restarts(() => pressButton(desktop, 'coop-tray', 'Restart Coop Tray'));

    await member.toolTip('All services are working');
    await member.seesPage('Today – Maple Street');
    expect(await member.items()).not.toContain('Restart Coop Tray');
    await member.quit();
    expect(await member.answer('candidates', 'services')).toContain('calls\tCalls (BigBlueButton)');
    expect(await member.answer('status', 'calls')).toMatch(/^✓ up {2}Calls \(BigBlueButton\)/);
  });

  test('removed and purged, the deb leaves nothing but what is the member’s', async () => {
    await apt('remove', 'coop-tray');
    // Once removed, apt no longer knows a package that came as a file.
    await root.run('dpkg', '--purge', 'coop-tray');
    const known = readFileSync(inRoot('var/lib/dpkg/status'), 'utf8');
    expect(known).not.toContain('Package: coop-tray\n');
    expect(leftovers()).toEqual([]);
    expect(readdirSync(profile)).toContain('coop.json');
  });

  test('rpm refuses the rpm without the libraries, the keyring’s among them, and takes it with them', async () => {
    mkdirSync(inRoot('var/lib/rpm'), { recursive: true });
    await rpmIn(root, '--initdb');
    const refused = await rpmIn(root, '-U', '--test', olderRpm).catch(String);
    for (const missing of ['libsecret-1.so.0()(64bit)', 'libX11-xcb.so.1()(64bit)', 'xdg-utils'])
      expect(refused).toContain(`${missing} is needed by coop-tray`);

    await tellOfLibraries(root);
    await rpmIn(root, '-U', olderRpm);
    // Owners, modes and contents are those of the package.
    expect(await rpmIn(root, '-V', 'coop-tray')).toBe('');
    expect(await member.answer('--version')).toBe(about);
    expect(packageType()).toBe('rpm');
  });

  test('an upgrade of the rpm below the running app is said in the menu, which restarts it', async () => {
    member.start();
    await member.toolTip('All services are working');
    await rpmIn(root, '-U', rpm);
    expect(await rpmIn(root, '-q', 'coop-tray')).toContain(`coop-tray-${version}~standin-1`);
    expect(await rpmIn(root, '-V', 'coop-tray')).toBe('');
    await member.seesItem('Restart Coop Tray');
    await member.restarts(() => member.choose('Restart Coop Tray'));
    await member.toolTip('All services are working');
    await member.quit();
  });

  test('erased, the rpm leaves nothing but what is the member’s', async () => {
    await rpmIn(root, '-e', 'coop-tray');
    expect(leftovers()).toEqual([]);
    expect(readdirSync(profile)).toContain('coop.json');
  });
});
