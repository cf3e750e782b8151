/** The switch on Linux: what the desktop has, what a member turns, and what goes wrong. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AutostartFileDeps } from '../../../main/desktop/autostart-file.ts';
import { createAutostartFile } from '../../../main/desktop/autostart-file.ts';
import { machineDisk } from '../../../main/platform/profile-disk.ts';
import { autostartEntry } from '../../../shared/autostart/entry.ts';
import type { AutostartFault, AutostartState } from '../../../shared/autostart/state.ts';

let configDir: string;
beforeEach(() => (configDir = mkdtempSync(join(tmpdir(), 'coop-tray-test-'))));
afterEach(() => rmSync(configDir, { recursive: true, force: true }));

const program = '/usr/bin/coop-tray';
const ours = autostartEntry(program);
const path = () => join(configDir, 'autostart', 'io.github.hyphacoop.CoopTray.desktop');
const read = () => (existsSync(path()) ? readFileSync(path(), 'utf8') : undefined);
const make = (more: Partial<AutostartFileDeps> = {}) =>
  createAutostartFile({ configDir, program, desktop: 'GNOME', disk: machineDisk, ...more });
function put(text: string): void {
  mkdirSync(join(configDir, 'autostart'), { recursive: true });
  writeFileSync(path(), text);
}
function failing(code: string): AutostartFileDeps['disk'] {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
  return { ...machineDisk, write: fail, remove: fail };
}

test('is off at first, turned on, and off again, and leaves nothing behind', async () => {
  const file = make();
  expect(await file.state()).toEqual({ state: 'off', path: path() });
  expect(existsSync(join(configDir, 'autostart'))).toBe(false);
  expect(await file.set(true)).toEqual({ state: 'on', path: path() });
  expect(read()).toBe(ours);
  expect(await file.set(false)).toEqual({ state: 'off', path: path() });
  expect(readdirSync(join(configDir, 'autostart'))).toEqual([]);
});

test('what the desktop has turned off stays off, until the member turns it on', async () => {
  put(`${ours}Hidden=true\n`);
  const file = make();
  expect(await file.state()).toMatchObject({ state: 'off-outside' });
  await file.repair();
  expect(await file.state()).toMatchObject({ state: 'off-outside' });
  expect(await file.set(true)).toMatchObject({ state: 'on' });
  expect(read()).toBe(ours);
});

// lxqt/lxqt-session#563: members with two desktops.
test('what is only for another desktop is off here, until the member turns it on', async () => {
  put(`${ours}OnlyShowIn=KDE;\n`);
  expect(await make().state()).toMatchObject({ state: 'off-outside' });
  expect(await make({ desktop: 'KDE' }).state()).toMatchObject({ state: 'on' });
  expect(await make().set(true)).toMatchObject({ state: 'on' });
});

describe('what is not ours', () => {
  const isLeftAlone = async (state: AutostartState) => {
    const file = make();
    expect(await file.state()).toEqual({ state, path: path() });
    await file.repair();
    expect(await file.set(true)).toEqual({ state, path: path() });
    expect(await file.set(false)).toEqual({ state, path: path() });
  };

  test('a file of somebody else', async () => {
    const foreign = '[Desktop Entry]\nType=Application\nExec=/usr/bin/other\n';
    put(foreign);
    await isLeftAlone('foreign');
    expect(read()).toBe(foreign);
  });

  test('a link, even to a file of ours', async () => {
    mkdirSync(join(configDir, 'autostart'));
    writeFileSync(join(configDir, 'kept.desktop'), ours);
    symlinkSync('../kept.desktop', path());
    await isLeftAlone('foreign');
    expect(readFileSync(join(configDir, 'kept.desktop'), 'utf8')).toBe(ours);
  });

  test('a link to nothing', async () => {
    mkdirSync(join(configDir, 'autostart'));
    symlinkSync('../gone', path());
    await isLeftAlone('foreign');
  });

  test('a folder', async () => {
    mkdirSync(path(), { recursive: true });
    await isLeftAlone('foreign');
  });

  test('what is too large for a desktop entry', async () => {
    put(`${ours}#${'x'.repeat(70_000)}`);
    await isLeftAlone('unreadable');
  });

  test('what cannot be read', async () => {
    put(ours);
    const read = () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
    const file = make({ disk: { ...machineDisk, read } });
    expect(await file.set(true)).toEqual({ state: 'unreadable', path: path() });
  });
});

test.each<[string, AutostartFault]>([
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'failed'],
])('with %s, what is there stays and is said, and so is why: %s', async (code, fault) => {
  expect(await make({ disk: failing(code) }).set(true)).toEqual({
    state: 'off',
    path: path(),
    fault,
  });
  put(ours);
  expect(await make({ disk: failing(code) }).set(false)).toEqual({
    state: 'on',
    path: path(),
    fault,
  });
});

test('a file in the place of the folder is a fault, and stays', async () => {
  writeFileSync(join(configDir, 'autostart'), 'mine');
  expect(await make().set(true)).toMatchObject({ state: 'off', fault: 'failed' });
  expect(readFileSync(join(configDir, 'autostart'), 'utf8')).toBe('mine');
});

describe('after an update or a move', () => {
  test('the file names the program that runs', async () => {
    put(autostartEntry('/home/sam/Coop-0.9.AppImage'));
    await make({ program: '/home/sam/Coop-1.0.AppImage' }).repair();
    expect(read()).toBe(autostartEntry('/home/sam/Coop-1.0.AppImage'));
  });

  test('a file that is right is not written', async () => {
    put(ours);
    chmodSync(path(), 0o640);
    const write = () => Promise.reject(new Error('written'));
    await make({ disk: { ...machineDisk, write } }).repair();
    expect(read()).toBe(ours);
  });

  test('without a file none is made', async () => {
    await make().repair();
    expect(existsSync(join(configDir, 'autostart'))).toBe(false);
  });

  test('a disk that is full is no error of the start', async () => {
    put(autostartEntry('/old'));
    await expect(make({ disk: failing('ENOSPC') }).repair()).resolves.toBeUndefined();
  });
});
