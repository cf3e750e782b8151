/** The rule for the profile's small files: nothing unread is overwritten, and settings are kept. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileForm } from '../../../main/platform/profile-file.ts';
import { LeftAloneError } from '../../../main/platform/profile-file.ts';
import { createProfileFiles } from '../../../main/platform/profile-files.ts';
import { fakeClock } from '../clock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const form: FileForm = {
  name: 'peace',
  limitBytes: 60,
  version: 1,
  whole: v.object({ version: v.number(), notes: v.array(v.string()) }),
};
const good = '{"version":1,"notes":["a"]}';
const next = '{"version":1,"notes":["b"]}';
const path = () => join(folder, 'peace.json');
const asideName = 'peace.damaged-2026-11-24T14-00-00Z.json';

/** A profile file with this content, written at a known time. */
function profile(text?: string) {
  if (text !== undefined) {
    writeFileSync(path(), text);
    utimesSync(path(), Date.UTC(2026, 10, 24, 14) / 1000, Date.UTC(2026, 10, 24, 14) / 1000);
  }
  const clock = fakeClock();
  const files = createProfileFiles(folder, clock);
  return { clock, files, file: files.file(form) };
}

test('a file is read as it was written, without a draft or a copy beside it', async () => {
  const { file, files } = profile(good);
  expect(await file.load()).toBe(good);
  await file.save(next);
  expect([await file.load(), readdirSync(folder), files.troubles()]).toEqual([
    next,
    ['peace.json'],
    [],
  ]);
});

// labelme 2487, X-Road 164: a draft for every time that the app was killed while it wrote, with what was deleted since.
test('drafts of a run that was killed are gone, and nothing else', async () => {
  const draft = 'peace.json.0f0e9c0a-1d2b-4c3d-8e4f-5a6b7c8d9e0f';
  // The mark of this run may be on its way there.
  const running = 'running.json.0f0e9c0a-1d2b-4c3d-8e4f-5a6b7c8d9e0f';
  const others = ['peace.json.bak', 'peace.json.2026-11-24', asideName, running];
  for (const name of [draft, ...others]) writeFileSync(join(folder, name), good);
  const { file } = profile(good);
  await file.save(next);
  expect(readdirSync(folder).toSorted()).toEqual(['peace.json', ...others].toSorted());
});

test('of what is set while another write is under way the newest is kept', async () => {
  const { file } = profile(good);
  await Promise.all(['1', '2', '3', '4'].map((note) => file.save(`{"notes":["${note}"]}`)));
  expect(readFileSync(path(), 'utf8')).toBe('{"notes":["4"]}');
});

describe.each<[string, string]>([
  ['cut short', good.slice(0, -4)],
  ['empty', ''],
  ['of another kind', '[]'],
  ['with one odd entry', '{"version":1,"notes":["a",7]}'],
  ['with a version that is none', '{"version":"1","notes":[]}'],
  ['larger than any of ours', `{"version":1,"notes":["${'a'.repeat(60)}"]}`],
])('a file that is %s', (_what, text) => {
  test('is kept beside before anything is written over it, and the member is told where', async () => {
    const { file, files } = profile(text);
    await file.save(next);
    expect(readFileSync(join(folder, asideName), 'utf8')).toBe(text);
    expect(readFileSync(path(), 'utf8')).toBe(next);
    expect(files.troubles()).toEqual([
      { of: 'peace', fault: 'set-aside', path: join(folder, asideName) },
    ]);
  });

  test('is kept once, however often the app starts with it', async () => {
    for (let start = 0; start < 3; start += 1) await profile(text).file.load();
    expect(readdirSync(folder).toSorted()).toEqual([asideName, 'peace.json']);
  });
});

const newer = '{"version":2,"notes":{}}';

test.each<[string, (file: ReturnType<typeof profile>['file']) => Promise<void>]>([
  ['written over', (file) => file.save(next)],
  ['removed', (file) => file.remove()],
])('a file of a later version is read and never %s', async (_what, change) => {
  const { file, files } = profile(newer);
  expect(await file.load()).toBe(newer);
  await expect(change(file)).rejects.toThrow(LeftAloneError);
  expect([readFileSync(path(), 'utf8'), readdirSync(folder)]).toEqual([newer, ['peace.json']]);
  expect(files.troubles()).toEqual([{ of: 'peace', fault: 'newer', path: path() }]);
});

test.each<[string, (file: ReturnType<typeof profile>['file']) => Promise<void>]>([
  ['written over', (file) => file.save(next)],
  ['removed', (file) => file.remove()],
])('what cannot be read is not taken for empty, and never %s', async (_what, change) => {
  mkdirSync(path());
  const { file, files } = profile();
  await expect(file.load()).rejects.toThrow('EISDIR');
  await expect(change(file)).rejects.toThrow(LeftAloneError);
  expect(readdirSync(folder)).toEqual(['peace.json']);
  expect(files.troubles()).toEqual([{ of: 'peace', fault: 'unreadable', path: path() }]);
});

// vscode 194856, opencode-quota 265: the first setting put a file in the place of the link, and their dotfiles stood still.
describe('a file that is a link to the member’s dotfiles', () => {
  const target = () => join(folder, 'dotfiles', 'peace.json');
  beforeEach(() => {
    mkdirSync(join(folder, 'dotfiles'));
    // As stow and home-manager make them: over one more link, and relative.
    symlinkSync(join('dotfiles', 'peace.json'), join(folder, 'stow'));
    symlinkSync('stow', path());
  });

  test('stays one', async () => {
    writeFileSync(target(), good);
    const { file, files } = profile();
    expect(await file.load()).toBe(good);
    await file.save(next);
    expect(lstatSync(path()).isSymbolicLink()).toBe(true);
    expect([readFileSync(target(), 'utf8'), files.troubles()]).toEqual([next, []]);
    expect(readdirSync(join(folder, 'dotfiles'))).toEqual(['peace.json']);
  });

  test('goes with what it leads to: that holds what the member has deleted', async () => {
    writeFileSync(target(), good);
    const { file } = profile();
    await file.load();
    await file.remove();
    expect([readdirSync(folder), readdirSync(join(folder, 'dotfiles'))]).toEqual([
      ['dotfiles', 'stow'],
      [],
    ]);
    await file.save(next);
    expect(readFileSync(path(), 'utf8')).toBe(next);
  });

  test('and is damaged: what it held is kept', async () => {
    writeFileSync(target(), '{"version":1');
    const { file, files } = profile();
    await file.load();
    await file.save(next);
    const aside = files.troubles()[0]?.path ?? '';
    expect(aside).toContain('peace.damaged-');
    expect([readFileSync(aside, 'utf8'), readFileSync(target(), 'utf8')]).toEqual([
      '{"version":1',
      next,
    ]);
  });

  test('and leads to a disk that is not here yet: it is left alone, and told', async () => {
    const { file, files } = profile();
    await expect(file.load()).rejects.toThrow('ENOENT');
    await expect(file.save(next)).rejects.toThrow(LeftAloneError);
    expect(files.troubles()).toMatchObject([{ fault: 'unreadable' }]);
    writeFileSync(target(), good);
    expect(readFileSync(path(), 'utf8')).toBe(good);
  });
});

describe('a disk that takes nothing', () => {
  /** A link to a missing folder: nothing can be read or written until the folder exists. */
  function full() {
    const target = join(folder, 'later');
    symlinkSync(target, join(folder, 'profile'));
    const clock = fakeClock();
    const files = createProfileFiles(join(folder, 'profile'), clock);
    const kept = () => readFileSync(join(target, 'peace.json'), 'utf8');
    return { clock, files, file: files.file(form), kept, empty: () => mkdirSync(target) };
  }

  test('is told to who sets something and to the member, and tried again', async () => {
    const { clock, files, file, kept, empty } = full();
    await expect(file.save(good)).rejects.toThrow('profile');
    expect(files.troubles()).toMatchObject([{ of: 'peace', fault: 'unwritable' }]);
    empty();
    await clock.pass(30_000);
    await files.flush();
    expect([kept(), files.troubles(), clock.timers()]).toEqual([good, [], 0]);
  });

  test('is tried once more at the end of the app', async () => {
    const { clock, files, file, kept, empty } = full();
    await expect(file.save(good)).rejects.toThrow('profile');
    empty();
    await files.flush();
    expect([kept(), files.flush()]).toEqual([good, undefined]);
    files.dispose();
    expect(clock.timers()).toBe(0);
  });

  test('does not hold the end of the app up', async () => {
    const { files, file } = full();
    await expect(file.save(good)).rejects.toThrow('profile');
    await files.flush();
    expect(files.troubles()).toHaveLength(1);
  });
});

test('what is still on its way to the disk at the end of the app is waited for', async () => {
  const { file, files } = profile(good);
  void file.save(next);
  await files.flush();
  expect(readFileSync(path(), 'utf8')).toBe(next);
  expect(files.flush()).toBeUndefined();
});
