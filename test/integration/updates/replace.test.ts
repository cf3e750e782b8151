/** Putting a new version in the place of the old one, on disks that fail: there is always one that starts. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeDrafts } from '../../../main/features/updates/download.ts';
import { replaceFile } from '../../../main/features/updates/replace.ts';
import type { Ground } from './ground.ts';
import { bytes, file, layGround, placeAt, problemOf } from './ground.ts';

let ground: Ground;
let folder: string;
let target: string;
beforeEach(async () => {
  ground = await layGround();
  ({ folder, target } = ground);
});
afterEach(() => ground.clear());

describe('a new version', () => {
  test('takes the place, the name and the mode of the old one, which goes on', async () => {
    writeFileSync(target, '#!/bin/sh\necho old\n');
    chmodSync(target, 0o750);
    const before = statSync(target);
    await replaceFile(target, await ground.fetchIt(), file);
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(statSync(target).mode & 0o777).toBe(0o750);
    // Another file: the old one is still whole for who runs it.
    expect(statSync(target).ino).not.toBe(before.ino);
    expect(readdirSync(folder)).toEqual(['Coop.AppImage']);
  });

  // tauri-apps/tauri#10438, pbek/QOwnNotes#2342, AppImage/AppImageKit#181.
  test('can be started, even if the old one could not', async () => {
    chmodSync(target, 0o644);
    await replaceFile(target, await ground.fetchIt(), file);
    expect(statSync(target).mode & 0o777).toBe(0o744);
  });

  test('takes the place of the file, not of a link to it', async () => {
    const link = join(folder, 'coop');
    symlinkSync(target, link);
    const place = await placeAt(link, folder);
    expect(place).toMatchObject({ how: 'replace', path: target });
    if (place.how !== 'replace') return;
    await replaceFile(place.path, await ground.fetchIt(), file);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(link).equals(bytes)).toBe(true);
  });

  test.each<[string, (draft: string) => void]>([
    ['changed', (draft) => writeFileSync(draft, randomBytes(bytes.length))],
    ['cut short', (draft) => writeFileSync(draft, bytes.subarray(1))],
    ['longer', (draft) => writeFileSync(draft, Buffer.concat([bytes, bytes]))],
  ])('that was %s on the disk meanwhile is not installed', async (_what, change) => {
    const draft = await ground.fetchIt();
    change(draft);
    expect(await problemOf(replaceFile(target, draft, file))).toBe('wrong-file');
    ground.isUntouched();
  });

  test('has nothing to take the place of', async () => {
    const draft = await ground.fetchIt();
    rmSync(target);
    expect(await problemOf(replaceFile(target, draft, file))).toBe('gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a draft that is gone is no loss of the old version', async () => {
  const draft = await ground.fetchIt();
  rmSync(draft);
  expect(await problemOf(replaceFile(target, draft, file))).toBe('cut-short');
  ground.isUntouched();
});

test('what an app that was killed left behind is removed, and nothing else', async () => {
  const draft = await ground.fetchIt();
  const { mtimeMs } = statSync(draft);
  const mine = ['.coop-tray-update-notes.part', `${basename(draft)}.txt`];
  for (const name of mine) writeFileSync(join(folder, name), '');
  // Another profile may still be downloading it, or about to install it.
  await removeDrafts(folder, mtimeMs + 3 * 3_600_000);
  expect(readdirSync(folder)).toContain(basename(draft));
  await removeDrafts(folder, mtimeMs + 3 * 3_600_000 + 1);
  expect(readdirSync(folder)).toEqual([...mine, 'Coop.AppImage'].toSorted());
  await removeDrafts(join(folder, 'nowhere'), mtimeMs);
});

test('a package that does not fit is not begun', async () => {
  const huge = { ...file, sizeBytes: Number.MAX_SAFE_INTEGER };
  expect(await problemOf(ground.fetchIt({ file: huge }))).toBe('disk-full');
  expect(ground.feed.requests).toEqual([]);
  ground.isUntouched();
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
test.runIf(canMount)('a disk that fills up on the way', async () => {
  const full = join(folder, 'disk');
  mkdirSync(full);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'coop-tray-test', full]);
  try {
    const old = join(full, 'Coop.AppImage');
    writeFileSync(old, 'old');
    // There is room at first; then another program takes it.
    const onProgress = () =>
      void execFileSync('sh', ['-c', `cat /dev/zero > ${full}/other 2> /dev/null || true`]);
    expect(await problemOf(ground.fetchIt({ target: old, onProgress }))).toBe('disk-full');
    expect(readdirSync(full).toSorted()).toEqual(['Coop.AppImage', 'other']);
    expect(readFileSync(old, 'utf8')).toBe('old');
  } finally {
    execFileSync('umount', [full]);
  }
});

test.runIf(canMount)('a disk that cannot be written', async () => {
  const fixed = join(folder, 'disk');
  mkdirSync(fixed);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'coop-tray-test', fixed]);
  try {
    const old = join(fixed, 'Coop.AppImage');
    writeFileSync(old, 'old');
    execFileSync('mount', ['-o', 'remount,ro', fixed]);
    expect(await problemOf(ground.fetchIt({ target: old }))).toBe('not-writable');
    const place = await placeAt(old, fixed);
    expect(place).toMatchObject({ how: 'by-hand', kind: 'appimage-fixed' });
  } finally {
    execFileSync('umount', [fixed]);
  }
});
