import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openInBrowser } from '../../../main/cli/browser.ts';
import { eventually } from '../../desktop/wait.ts';
import { fakeClock } from '../../unit/clock.ts';

let dir: string;
let clock: ReturnType<typeof fakeClock>;
beforeEach(async () => {
  clock = fakeClock();
  dir = await mkdtemp(join(tmpdir(), 'coop-tray-browser-'));
  vi.stubEnv('PATH', dir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

/** A program in place of the desktop's: notes the words it is given, one a line, and ends as `end` says. */
async function installOpener(end: string): Promise<() => Promise<string[]>> {
  const opener = join(dir, 'xdg-open');
  const notes = join(dir, 'words');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}'\n${end}\n`);
  await chmod(opener, 0o755);
  return async () => (await readFile(notes, 'utf8')).trimEnd().split('\n');
}

test.each([
  'https://calls.example/b/one?room=a&name=b',
  'https://pads.example/$(touch%20x)/`id`;x|y',
  'https://pads.example/a b "c" \'d\'',
])('passes %j on as one word, which no shell reads', async (address) => {
  const words = await installOpener('exit 0');
  await openInBrowser(address, clock);
  expect(await words()).toEqual([address]);
  expect(clock.timers()).toBe(0);
});

test('a program that fails is a failure', async () => {
  await installOpener('exit 3');
  await expect(openInBrowser('https://calls.example/', clock)).rejects.toThrow('xdg-open failed');
});

test('so is one that is not there', async () => {
  await expect(openInBrowser('https://calls.example/', clock)).rejects.toThrow('ENOENT');
});

// electron 4916, cli/cli 4110, toqueteos/webbrowser 4: where xdg-open becomes the browser, the command stayed until that was closed.
test('one that stays is left to itself, out of reach of this terminal', async () => {
  const note = join(dir, 'pid');
  await installOpener(
    `echo $$ > '${note}.new'; /bin/mv '${note}.new' '${note}'; exec /bin/sleep 60`,
  );
  let isOver = false;
  const opened = openInBrowser('https://calls.example/', clock).then(() => (isOver = true));
  const pid = Number(
    await eventually('the browser', () => readFile(note, 'utf8').catch(() => undefined)),
  );
  onTestFinished(() => void process.kill(pid));
  await clock.pass(4999);
  expect(isOver).toBe(false);
  await clock.pass(1);
  await opened;
  // Of its own process group.
  expect(process.kill(-pid, 0)).toBe(true);
});

// AppImageKit 922, Discord-AppImage 4: the browser was given the libraries of the AppImage.
test('it finds the environment that the AppImage found', async () => {
  vi.stubEnv('APPDIR', '/tmp/.mount_x');
  vi.stubEnv('LD_LIBRARY_PATH', '/tmp/.mount_x/usr/lib:/opt/x');
  const words = await installOpener(`echo "$LD_LIBRARY_PATH$APPDIR" >> '${join(dir, 'words')}'`);
  await openInBrowser('https://calls.example/', clock);
  expect(await words()).toEqual(['https://calls.example/', '/opt/x']);
});
