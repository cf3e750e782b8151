/** A start always ends with something visible: an icon, a window, a dialog, or a line in the terminal. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startCoop } from '../servers/coop/index.ts';
import { startApp } from './app.ts';
import { pace } from './scene.ts';

const run = promisify(execFile);

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop.stop());

type Start = Readonly<{ profile?: string; extraArgs?: readonly string[]; env?: NodeJS.ProcessEnv }>;

/** `ended` resolves with the exit code and the output. */
function launch({ profile, extraArgs = [], env = {} }: Start) {
  const args = [...(profile === undefined ? [] : [`--user-data-dir=${profile}`]), ...extraArgs];
  const child = spawn(desktop.wrap(inject('executable')), args, {
    env: { ...desktop.env, ...env },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = once(child, 'exit').then(async ([code]) => {
    const [stdout, stderr] = await printed;
    return { code: code as number | null, stdout, stderr };
  });
  return { ended };
}

/** Waits for the dialog, and confirms it. */
async function agreeToBox(): Promise<void> {
  const { env } = desktop;
  const xdotool = (...args: string[]) => run('xdotool', args, { env });
  const window = await eventually('the box', async () => {
    const found = await xdotool('search', '--onlyvisible', '--name', '^Coop Tray$').catch(() => {});
    return found?.stdout.trim().split('\n').at(-1);
  });
  await xdotool('windowactivate', '--sync', window);
  await xdotool('key', '--clearmodifiers', 'Return');
}

/** Owned by root when the tests run as root, so that the user cannot write there; closed to all others in any case. */
function closedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-closed-'));
  chmodSync(folder, 0o555);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function fileFor(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'coop-tray-file-')), 'temporary');
  chmodSync(join(file, '..'), 0o755);
  writeFileSync(file, '');
  onTestFinished(() => rmSync(join(file, '..'), { recursive: true, force: true }));
  return file;
}

test.each<[string, () => Start, string]>([
  [
    'a profile that may not be written',
    () => ({ profile: closedFolder() }),
    'isn’t allowed to write in',
  ],
  [
    'a home that may not be written',
    () => ({ env: { HOME: closedFolder(), XDG_CONFIG_HOME: '' } }),
    'isn’t allowed to write in',
  ],
  [
    'a folder for passing files that may not be written',
    () => ({ profile: desktop.makeFolder('profile'), env: { TMPDIR: closedFolder() } }),
    'isn’t allowed to write in',
  ],
  [
    'a file in the place of that folder',
    () => ({ profile: desktop.makeFolder('profile'), env: { TMPDIR: fileFor() } }),
    'something else is there',
  ],
])('with %s, a box says so, and the exit code is 1', async (_what, how, said) => {
  const { ended } = launch(how());
  await agreeToBox();
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
});

test.each([
  ['no display', '', 'neither DISPLAY nor WAYLAND_DISPLAY is set'],
  ['a display at which nothing answers', ':54321', 'nothing answers at the display :54321'],
])('with %s, a line says so, and the exit code is 1', async (_what, DISPLAY, said) => {
  const start = { profile: desktop.makeFolder('profile'), env: { DISPLAY } };
  const { code, stderr } = await launch(start).ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
});

test('a second start says what it did, and another co-op that it names is asked about', async () => {
  const [coop, other] = [await startCoop(pace), await startCoop(pace)];
  onTestFinished(coop.stop);
  onTestFinished(other.stop);
  const app = await startApp(desktop, {
    executable: inject('executable'),
    args: [`--coop=${coop.documentUrl}`],
  });
  onTestFinished(() => app.stop().catch(() => undefined));
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  const again = (...extraArgs: string[]) => launch({ profile: app.profile, extraArgs }).ended;

  const opened = 'Coop Tray is already running. Its window is now open.';
  expect(await again()).toMatchObject({ code: 0, stdout: `${opened}\n` });
  const page = await app.page();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();

  const moved = await again(`--coop=${other.documentUrl}`);
  expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining(other.documentUrl) });
  await page.getByText(`was opened with another co-op: ${other.documentUrl}`).waitFor();
  expect(await page.getByText(coop.documentUrl, { exact: true }).isVisible()).toBe(true);
  // The accounts, which load after the page, have a button of that name as well.
  await page.locator('details').getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('navigation').waitFor();
});

test('a second start that names the first co-op finds it written where it is asked for', async () => {
  const coop = await startCoop(pace);
  onTestFinished(coop.stop);
  const app = await startApp(desktop, { executable: inject('executable') });
  onTestFinished(() => app.stop().catch(() => undefined));
  const page = await app.page();
  const field = page.getByLabel('Web address of your co-op');
  await field.waitFor();
  const extraArgs = [`--coop=${coop.documentUrl}`];
  expect((await launch({ profile: app.profile, extraArgs }).ended).code).toBe(0);
  await eventually('the address in the field', async () =>
    (await field.inputValue()) === coop.documentUrl ? true : undefined,
  );
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
});

test('a lock that another computer left in the profile, or this one under another name, is taken over', async () => {
  const profile = desktop.makeFolder('profile');
  symlinkSync('mini-pc-2-417', join(profile, 'SingletonLock'));
  symlinkSync(join(profile, 'gone'), join(profile, 'SingletonSocket'));
  launch({ profile });
  await findTrayItem(desktop.bus);
});

// electron 4688, nw.js 4090: Chromium ended with a signal there, and nothing was to be seen.
test('a temporary folder with a long path keeps nobody from starting', async () => {
  const TMPDIR = desktop.makeFolder('t'.repeat(80));
  const profile = desktop.makeFolder('profile');
  launch({ profile, env: { TMPDIR } });
  await findTrayItem(desktop.bus);
  const again = launch({ profile, env: { TMPDIR } });
  expect(await again.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('already') });
});
