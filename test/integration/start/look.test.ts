import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { displayFault, displayOf, lookAtLock } from '../../../main/platform/startup-check.ts';

let folder: string;
let profile: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-look-'));
  profile = join(folder, 'profile');
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

function listen(path: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => server.listen(path, resolve));
}

describe('the lock', () => {
  test('a folder that can be used is left as it was', async () => {
    mkdirSync(profile);
    expect((await lookAtLock(profile, folder)).folders).toEqual([
      { path: profile },
      { path: folder },
    ]);
    expect([readdirSync(profile), readdirSync(folder)]).toEqual([[], ['profile']]);
  });

  test.each<[string, () => string, string]>([
    ['a file in its place', () => file(), 'EEXIST'],
    ['a file on the way to it', () => join(file(), 'deeper'), 'ENOTDIR'],
    ['a link that leads round in a circle', () => circle(), 'ELOOP'],
  ])('%s is told by the error of the file system', async (_what, make, error) => {
    const path = make();
    const { folders, answers } = await lookAtLock(path, folder);
    expect([folders[0], answers]).toEqual([{ path, error }, false]);
  });

  function file(): string {
    writeFileSync(profile, '');
    return profile;
  }
  function circle(): string {
    symlinkSync(profile, profile);
    return join(profile, 'deeper');
  }

  test('one that was left behind has a holder who does not answer', async () => {
    mkdirSync(profile);
    symlinkSync('mini-pc-2-417', join(profile, 'SingletonLock'));
    symlinkSync(join(folder, 'gone'), join(profile, 'SingletonSocket'));
    expect(await lookAtLock(profile, folder)).toMatchObject({
      holderPid: 417,
      answers: false,
    });
  });

  test('whoever listens at its socket answers', async () => {
    mkdirSync(profile);
    await listen(join(folder, 'socket'));
    symlinkSync(join(folder, 'socket'), join(profile, 'SingletonSocket'));
    expect((await lookAtLock(profile, folder)).answers).toBe(true);
  });
});

/** No real display has this number. */
const number = 54_321;
const nowhere = { XDG_RUNTIME_DIR: '/nowhere' };
const wayland = { WAYLAND_DISPLAY: 'wayland-7', ...nowhere };
const session = { XDG_SESSION_TYPE: 'wayland' };

describe.runIf(process.platform === 'linux')('the display', () => {
  test.each([
    ['there is none', {}, [], 'no-display'],
    ['nothing answers at it', { DISPLAY: `:${number}` }, [], 'display-silent'],
    ['nothing answers at its screen', { DISPLAY: `unix:${number}.0` }, [], 'display-silent'],
    [
      'it is one of Wayland, beside one of X11',
      { DISPLAY: 'desk.example:0', ...wayland },
      [],
      undefined,
    ],
    ['nothing answers at the one of Wayland', wayland, [], 'display-silent'],
    ['nobody knows where that would be', { WAYLAND_DISPLAY: 'wayland-7' }, [], 'display-silent'],
    ['a session of Wayland names none', { ...session, ...nowhere }, [], 'no-display'],
    ['it is on another machine', { DISPLAY: 'desk.example:0' }, [], undefined],
    ['another platform is asked for', {}, ['--ozone-platform=headless'], undefined],
  ])('it is told when %s', async (_what, env, argv, code) => {
    expect((await displayFault({ env, argv }))?.code).toBe(code);
  });

  test.each([
    ['by its name', 'wayland-7', () => ({ WAYLAND_DISPLAY: 'wayland-7', XDG_RUNTIME_DIR: folder })],
    [
      'by its path',
      'wayland-7',
      () => ({ WAYLAND_DISPLAY: join(folder, 'wayland-7'), ...nowhere }),
    ],
    ['as the usual one', 'wayland-0', () => ({ ...session, XDG_RUNTIME_DIR: folder })],
  ])('one of Wayland is found %s', async (_how, name, env) => {
    await listen(join(folder, name));
    const environment = { env: env(), argv: [] };
    expect([displayOf(environment), await displayFault(environment)]).toEqual([
      'wayland',
      undefined,
    ]);
  });

  test('one that listens apart from the file system is a display', async () => {
    await listen(`\0/tmp/.X11-unix/X${number}`);
    expect(await displayFault({ env: { DISPLAY: `:${number}` }, argv: [] })).toBeUndefined();
  });
});
