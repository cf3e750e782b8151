import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openInBrowser } from '../../../main/cli/browser.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'coop-tray-browser-'));
  vi.stubEnv('PATH', dir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

/** A program in place of the desktop's: notes the words it is given, one a line, and ends with `code`. */
async function installOpener(code: number): Promise<() => Promise<string[]>> {
  const opener = join(dir, 'xdg-open');
  const notes = join(dir, 'words');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}'\nexit ${code}\n`);
  await chmod(opener, 0o755);
  return async () => (await readFile(notes, 'utf8')).trimEnd().split('\n');
}

test.each([
  'https://calls.example/b/one?room=a&name=b',
  'https://pads.example/$(touch%20x)/`id`;x|y',
  'https://pads.example/a b "c" \'d\'',
])('passes %j on as one word, which no shell reads', async (address) => {
  const words = await installOpener(0);
  await openInBrowser(address);
  expect(await words()).toEqual([address]);
});

test('a program that fails is a failure', async () => {
  await installOpener(3);
  await expect(openInBrowser('https://calls.example/')).rejects.toThrow('xdg-open failed');
});

test('so is one that is not there', async () => {
  await expect(openInBrowser('https://calls.example/')).rejects.toThrow('ENOENT');
});
