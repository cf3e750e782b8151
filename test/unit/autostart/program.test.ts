/** Which program is started at login. */
import { expect, test } from 'vitest';
import type { Installation } from '../../../shared/autostart/program.ts';
import { programOf } from '../../../shared/autostart/program.ts';

const installed: Installation = {
  execPath: '/opt/CoopTray/coop-tray',
  isInstalled: true,
  isFlatpak: false,
  env: {},
};
const image = {
  execPath: '/tmp/.mount_CoopTrAb12/coop-tray',
  env: { APPIMAGE: '/home/sam/Coop.AppImage', APPDIR: '/tmp/.mount_CoopTrAb12' },
};

test.each<[string, Partial<Installation>, ReturnType<typeof programOf>]>([
  ['a package', { command: '/opt/CoopTray/coop-tray' }, '/usr/bin/coop-tray'],
  ['unpacked by hand', {}, '/opt/CoopTray/coop-tray'],
  [
    'unpacked by hand, beside a package',
    { execPath: '/home/sam/coop/coop-tray', command: '/opt/CoopTray/coop-tray' },
    '/home/sam/coop/coop-tray',
  ],
  // gridsync #247: the program inside has another path at each start.
  ['an AppImage', image, '/home/sam/Coop.AppImage'],
  [
    'an AppImage, its folder with a slash',
    { ...image, env: { ...image.env, APPDIR: '/tmp/.mount_CoopTrAb12/' } },
    '/home/sam/Coop.AppImage',
  ],
  [
    'a package, started from a terminal that is an AppImage',
    { env: { APPIMAGE: '/home/sam/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' } },
    '/opt/CoopTray/coop-tray',
  ],
  [
    'beside a folder that begins like it',
    { env: { APPIMAGE: '/home/sam/Editor.AppImage', APPDIR: '/opt/Coop' } },
    '/opt/CoopTray/coop-tray',
  ],
  [
    'an AppImage without its folder',
    { env: { APPIMAGE: '/x/Coop.AppImage' } },
    '/opt/CoopTray/coop-tray',
  ],
  [
    'an AppImage of a relative name',
    { ...image, env: { ...image.env, APPIMAGE: 'Coop.AppImage' } },
    '/tmp/.mount_CoopTrAb12/coop-tray',
  ],
  ['Flatpak', { isFlatpak: true }, { not: 'sandboxed' }],
  [
    'Snap',
    { execPath: '/snap/coop-tray/7/coop-tray', env: { SNAP: '/snap/coop-tray/7' } },
    { not: 'sandboxed' },
  ],
  [
    'a package, started from a terminal of a snap',
    { env: { SNAP: '/snap/code/1' } },
    '/opt/CoopTray/coop-tray',
  ],
  ['the sources', { isInstalled: false }, { not: 'uninstalled' }],
])('%s', (_what, more, expected) => {
  expect(programOf({ ...installed, ...more })).toEqual(expected);
});
