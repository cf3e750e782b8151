/** How the app finds out how it got onto this computer, with variables that it may have from others. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsOf } from '../../../main/features/updates/facts.ts';
import { programAgain, withRealFolders } from '../../../main/platform/app-dir-env.ts';
import { programOf } from '../../../shared/autostart/program.ts';
import { placeOf } from '../../../shared/updates/place.ts';

let folder: string;
let appImage: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'coop-tray-facts-')));
  appImage = join(folder, 'Coop.AppImage');
  writeFileSync(appImage, '');
  for (const name of ['real/mount', 'opt/resources'])
    mkdirSync(join(folder, name), { recursive: true });
  symlinkSync(join(folder, 'real'), join(folder, 'tmp'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const placeIn = async (
  program: string,
  env: Readonly<Record<string, string>>,
  osRelease = 'ID=debian\n',
) =>
  placeOf(
    await factsOf({
      env,
      platform: 'linux',
      arch: 'x64',
      programPath: join(folder, program),
      resourcesPath: join(folder, 'opt/resources'),
      osRelease: async () => osRelease,
    }),
  );
const startedAtLogin = async (program: string, env: Readonly<Record<string, string>>) =>
  programOf({
    execPath: join(folder, program),
    isInstalled: true,
    isFlatpak: false,
    env: await withRealFolders(env),
  });

const again = (program: string, env: Readonly<Record<string, string>>) =>
  programAgain(env, join(folder, program));

// The program knows itself by its real path; the variable has the one through the link.
test('an AppImage is known as one where its folder is reached by a link', async () => {
  const env = { APPIMAGE: appImage, APPDIR: join(folder, 'tmp/mount') };
  expect(await placeIn('real/mount/coop-tray', env)).toMatchObject({
    how: 'replace',
    path: appImage,
  });
  expect(await startedAtLogin('real/mount/coop-tray', env)).toBe(appImage);
  expect(await again('real/mount/coop-tray', env)).toBe(appImage);
});

test('a snap is known as one where its folder is reached by a link', async () => {
  const env = { SNAP: join(folder, 'tmp/mount') };
  expect(await placeIn('real/mount/coop-tray', env)).toEqual({ how: 'store', kind: 'snap' });
  expect(await startedAtLogin('real/mount/coop-tray', env)).toEqual({ not: 'sandboxed' });
});

test.each([
  ['ID=fedora\n', 'dnf'],
  ['NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'zypper'],
])('a package of %j is installed by %s', async (osRelease, installer) => {
  writeFileSync(join(folder, 'opt/resources/package-type'), 'rpm');
  expect(await placeIn('opt/coop-tray', {}, osRelease)).toMatchObject({ kind: 'rpm', installer });
});

test.each([
  ['an editor that is a snap', { SNAP: '/snap/code/1' }],
  ['a terminal that is a Flatpak', { FLATPAK_ID: 'org.example.Terminal' }],
  ['a terminal that is an AppImage', { APPIMAGE: '/home/sam/T.AppImage', APPDIR: '/tmp/.mount_T' }],
])(
  'a package that was started from %s is a package, and its updates are its own',
  async (_what, env) => {
    writeFileSync(join(folder, 'opt/resources/package-type'), 'deb\n');
    expect(await placeIn('opt/coop-tray', env)).toMatchObject({ how: 'by-hand', kind: 'deb' });
    expect(await again('opt/coop-tray', env)).toBe(join(folder, 'opt/coop-tray'));
  },
);
