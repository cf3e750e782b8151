/** A package manager replaces the files below the running app, in the ways that there are. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InstalledVersion } from '../../../main/platform/installed-version.ts';
import { followInstalledVersion } from '../../../main/platform/installed-version.ts';
import type { FakeClock } from '../../unit/clock.ts';
import { fakeClock } from '../../unit/clock.ts';

let folder: string;
let clock: FakeClock;
let installed: InstalledVersion;
let told: (string | undefined)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-resources-'));
  clock = fakeClock();
  told = [];
});
afterEach(() => {
  installed.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** The system says that a folder has changed when it gets to it. */
const patience = { timeout: 15_000 };

const file = () => join(folder, 'package-version');
/** Beside the old one, then in its place, as dpkg and rpm do. */
const put = (version: string) => {
  writeFileSync(`${file()}.dpkg-new`, `${version}\n`);
  renameSync(`${file()}.dpkg-new`, file());
};
const start = async (version?: string) => {
  if (version !== undefined) put(version);
  installed = await followInstalledVersion(clock, folder);
  installed.follow((other) => void told.push(other));
};
const settled = async (expected: readonly (string | undefined)[]) => {
  await vi.waitFor(async () => {
    await clock.pass(1000);
    expect(told).toEqual(expected);
  }, patience);
};

test('another version is told once, when its files have settled', async () => {
  await start('1.0.0');
  put('1.1.0');
  await vi.waitFor(() => expect(clock.timers()).toBe(1), patience);
  await clock.pass(9000);
  expect(told).toEqual([]);
  await settled(['1.1.0']);
  put('1.1.0');
  await vi.waitFor(() => expect(clock.timers()).toBe(1), patience);
  await settled(['1.1.0']);
  put('1.2.0');
  await settled(['1.1.0', '1.2.0']);
});

test('who follows later is told too', async () => {
  await start('1.0.0');
  put('1.1.0');
  await settled(['1.1.0']);
  const later: (string | undefined)[] = [];
  installed.follow((other) => void later.push(other));
  expect(later).toEqual(['1.1.0']);
});

test('a package that is removed asks for no restart, and takes the question back', async () => {
  await start('1.0.0');
  put('1.1.0');
  await settled(['1.1.0']);
  rmSync(file());
  await settled(['1.1.0', undefined]);
});

test('where the folder itself was replaced, the end of sleep finds it', async () => {
  await start('1.0.0');
  rmSync(folder, { recursive: true });
  const fresh = mkdtempSync(join(tmpdir(), 'coop-tray-resources-'));
  renameSync(fresh, folder);
  put('1.1.0');
  installed.look();
  await settled(['1.1.0']);
});

test('without a package nothing is followed', async () => {
  await start();
  put('1.1.0');
  installed.look();
  await clock.pass(60_000);
  await settled([]);
});
