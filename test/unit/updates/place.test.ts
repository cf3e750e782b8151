/** Where the app may replace itself, and what a member does everywhere else. */
import { expect, test } from 'vitest';
import { leaveAppDir, withoutAppDir } from '../../../main/platform/app-dir-env.ts';
import type { Place, PlaceFacts } from '../../../shared/updates/place.ts';
import { commandOf, isSuse, placeOf } from '../../../shared/updates/place.ts';

const path = '/home/ana/Apps/Coop.AppImage';
const bare: PlaceFacts = {
  platform: 'linux',
  arch: 'x64',
  programPath: '/opt/coop-tray/coop-tray',
  appImage: undefined,
  appDir: undefined,
  file: undefined,
  isFlatpak: false,
  isSnap: false,
  packageType: undefined,
  isSuse: false,
};
const writable = { path, isFile: true, isFolderWritable: true };
const appImage = {
  ...bare,
  programPath: '/tmp/.mount_CoopX/coop-tray',
  appImage: path,
  appDir: '/tmp/.mount_CoopX',
};
const byHand = (kind: string, target?: string) => ({
  how: 'by-hand',
  kind,
  ...(target === undefined ? {} : { target }),
});

const packaged = (kind: 'deb' | 'rpm', installer: string) => ({
  ...byHand(kind, `linux-x64-${kind}`),
  installer,
});

test.each<[what: string, facts: PlaceFacts, place: object]>([
  [
    'an AppImage in a folder of one’s own',
    { ...appImage, file: writable },
    { how: 'replace', kind: 'appimage', target: 'linux-x64-appimage', path },
  ],
  [
    'one that a link leads to: the file itself is replaced',
    { ...appImage, appImage: '/home/ana/bin/coop', file: writable },
    { how: 'replace', kind: 'appimage', target: 'linux-x64-appimage', path },
  ],
  [
    'for another processor',
    { ...appImage, arch: 'arm64', file: writable },
    { how: 'replace', kind: 'appimage', target: 'linux-arm64-appimage', path },
  ],
  [
    'in a folder that cannot be changed',
    { ...appImage, file: { ...writable, isFolderWritable: false } },
    byHand('appimage-fixed', 'linux-x64-appimage'),
  ],
  // darkharasho/axibridge#50, KittyCAD/modeling-app#4474: deleted while it ran.
  ['that is gone', appImage, byHand('appimage-gone', 'linux-x64-appimage')],
  [
    'that is a folder',
    { ...appImage, file: { ...writable, isFile: false } },
    byHand('appimage-gone', 'linux-x64-appimage'),
  ],
  // toeverything/AFFiNE#6023: unlink '1'.
  ['APPIMAGE=1', { ...appImage, appImage: '1' }, byHand('appimage-gone', 'linux-x64-appimage')],
  // electron-userland/electron-builder#4046, TheAssassin/AppImageLauncher#314.
  [
    'started by AppImageLauncher',
    {
      ...appImage,
      appImage: '/run/user/1000/appimagelauncherfs/0001.AppImage',
      file: writable,
    },
    byHand('appimage-mounted', 'linux-x64-appimage'),
  ],
  ['deb', { ...bare, packageType: 'deb' }, packaged('deb', 'apt')],
  ['rpm', { ...bare, packageType: 'rpm' }, packaged('rpm', 'dnf')],
  ['rpm on openSUSE', { ...bare, packageType: 'rpm', isSuse: true }, packaged('rpm', 'zypper')],
  ['a package that is not ours', { ...bare, packageType: 'pacman' }, byHand('folder')],
  ['an unpacked folder', bare, byHand('folder')],
  ['Nix', { ...bare, programPath: '/nix/store/abc-coop-tray/bin/coop-tray' }, byHand('nix')],
  ['Flatpak', { ...bare, isFlatpak: true }, { how: 'store', kind: 'flatpak' }],
  ['Snap', { ...bare, isSnap: true }, { how: 'store', kind: 'snap' }],
  // The variables of another AppImage, a terminal for instance, are inherited.
  [
    'a package that another AppImage started',
    { ...appImage, programPath: '/opt/coop-tray/coop-tray', file: writable, packageType: 'deb' },
    packaged('deb', 'apt'),
  ],
  [
    'a folder beside that of another AppImage',
    { ...appImage, programPath: '/tmp/.mount_CoopXY/coop-tray', file: writable },
    byHand('folder'),
  ],
  [
    'APPIMAGE without where it is mounted',
    { ...appImage, appDir: undefined, file: writable },
    byHand('folder'),
  ],
  [
    'Flatpak with APPIMAGE',
    { ...appImage, file: writable, isFlatpak: true },
    { how: 'store', kind: 'flatpak' },
  ],
  ['macOS', { ...bare, platform: 'darwin', arch: 'arm64' }, byHand('mac', 'mac-arm64-dmg')],
  ['Windows', { ...bare, platform: 'win32' }, byHand('windows', 'windows-x64-nsis')],
])('%s', (_what, facts, place) => {
  expect(placeOf(facts)).toEqual(place);
});

test.each<[Place, string | undefined]>([
  [{ how: 'by-hand', kind: 'deb', installer: 'apt' }, 'sudo apt install ./coop.pkg'],
  [{ how: 'by-hand', kind: 'rpm', installer: 'dnf' }, 'sudo dnf install ./coop.pkg'],
  [
    { how: 'by-hand', kind: 'rpm', installer: 'zypper' },
    'sudo zypper install --allow-unsigned-rpm ./coop.pkg',
  ],
  [{ how: 'by-hand', kind: 'nix' }, undefined],
  [{ how: 'by-hand', kind: 'windows' }, undefined],
  [{ how: 'store', kind: 'snap' }, undefined],
])('what to type for %j', (place, command) => {
  expect(commandOf(place, 'coop.pkg')).toBe(command);
  expect(commandOf(place, undefined)).toBeUndefined();
});

test.each([
  ['ID="opensuse-leap"\nID_LIKE="suse opensuse"', true],
  ['NAME="SLES"\nID="sles"\nVERSION_ID="12.5"', true],
  ['ID=gecko\nID_LIKE=suse', true],
  ['ID=fedora\nID_LIKE="rhel"\nHOME_URL="https://opensuse.example/"', false],
  ['', false],
])('%j is of SUSE: %s', (osRelease, is) => {
  expect(isSuse(osRelease)).toBe(is);
});

test('the next version starts without the paths of the old AppImage', () => {
  const env = {
    APPDIR: '/tmp/.mount_CoopX',
    APPIMAGE: path,
    ARGV0: './Coop.AppImage',
    OWD: '/home/ana',
    HOME: '/home/ana',
    LD_LIBRARY_PATH: '/tmp/.mount_CoopX/usr/lib',
    PATH: '/tmp/.mount_CoopX:/tmp/.mount_CoopX/usr/sbin:/usr/bin:/bin',
    XDG_DATA_DIRS: '/tmp/.mount_CoopXY/share:/usr/share',
    LANG: '',
  };
  expect(withoutAppDir(env)).toEqual({
    HOME: '/home/ana',
    PATH: '/usr/bin:/bin',
    XDG_DATA_DIRS: '/tmp/.mount_CoopXY/share:/usr/share',
    LANG: '',
  });
  expect(withoutAppDir({ HOME: '/', PATH: '/bin' })).toEqual({ HOME: '/', PATH: '/bin' });
});

// TryQuiet/quiet 3453, AppImageKit 922: no link opened, because the browser loaded the libraries of the AppImage.
test('what the app starts is not given what AppRun has exported, and the app still knows where it is', () => {
  const env: NodeJS.ProcessEnv = {
    APPDIR: '/tmp/.mount_CoopX',
    APPIMAGE: path,
    OWD: '/tmp/.mount_CoopX',
    PATH: '/tmp/.mount_CoopX:/tmp/.mount_CoopX/usr/sbin:/usr/bin',
    LD_LIBRARY_PATH: '/tmp/.mount_CoopX/usr/lib',
    GSETTINGS_SCHEMA_DIR: '/tmp/.mount_CoopX/usr/share/glib-2.0/schemas:/opt/schemas',
    HOME: '/home/ana',
  };
  leaveAppDir(env);
  expect(env).toEqual({
    APPDIR: '/tmp/.mount_CoopX',
    APPIMAGE: path,
    OWD: '/tmp/.mount_CoopX',
    PATH: '/usr/bin',
    GSETTINGS_SCHEMA_DIR: '/opt/schemas',
    HOME: '/home/ana',
  });
  const installed = { HOME: '/home/ana', LD_LIBRARY_PATH: '/opt/x' };
  leaveAppDir(installed);
  expect(installed).toEqual({ HOME: '/home/ana', LD_LIBRARY_PATH: '/opt/x' });
});
