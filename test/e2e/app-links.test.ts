/** Links into the app: what each start by one does, and that none does more than show or ask. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import { startApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
});
afterAll(() => scene.stop());

/** A second start, as the desktop makes one for a link. */
async function launch(profile: string, ...args: string[]) {
  const { desktop } = scene;
  const child = spawn(desktop.wrap(inject('executable')), [`--user-data-dir=${profile}`, ...args], {
    env: desktop.env,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'exit')) as [number | null];
  const [stdout, stderr] = await printed;
  return { code, stdout, stderr };
}
const follow = (...args: string[]) => launch(scene.app.profile, ...args);
const windows = () =>
  scene.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
/** Two links within a second are one. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 1100));
const source = async () => {
  const window = await scene.window();
  const { coop } = (await window.ask('snapshot.get')) as { coop: { source: string } };
  return coop.source;
};

test('a hostile one does nothing: no window, no page, no program', async () => {
  const trap = join(scene.desktop.env['HOME'] ?? '', 'trap');
  const hostile = [
    'cooptray:quit',
    'cooptray://open/today',
    'cooptray:open/../settings',
    'cooptray:join?coop=https://evil.example/',
    'cooptray:join?coop=evil.example&coop=hypha.coop',
    'cooptray:javascript:alert(1)',
    `cooptray:open/today" --gpu-launcher="touch ${trap}`,
    `cooptray:open/${'a'.repeat(100_000)}`,
  ];
  for (const link of hostile) {
    const ended = await follow(link);
    expect([link, ended]).toMatchObject([link, { code: 1, stdout: '' }]);
    expect(ended.stderr).toContain('This isn’t a link that Coop Tray opens.');
  }
  expect([await windows(), existsSync(trap)]).toEqual([0, false]);
});

test('a service opens its page, whatever stands beside the link', async () => {
  const ended = await follow('--coop=evil.example', 'cooptray:service/calls', '--hidden');
  expect(ended).toMatchObject({
    code: 0,
    stdout: 'Coop Tray is already running, and has the link.\n',
  });
  const window = await scene.window();
  await window.shows('Calls (BigBlueButton)');
  expect(await window.page.getByRole('dialog').count()).toBe(0);
});

test('a page opens, and a crowd of links opens one', async () => {
  await nextTurn();
  const links = ['emergency', 'settings', 'backups', 'status'].map(
    (page) => `cooptray:open/${page}`,
  );
  await Promise.all(links.map((link) => follow(link)));
  expect(await windows()).toBe(1);
});

test('another co-op is asked about with both addresses, and nothing is asked of it before', async () => {
  await nextTurn();
  const before = await source();
  await follow('cooptray:join?coop=%C3%A9rable.invalid');
  const window = await scene.window();
  const name = `Leave ${before} and join xn--rable-9ra.invalid?`;
  const dialog = window.page.getByRole('dialog', { name });
  await dialog.waitFor();
  expect((await window.focused()).text).toBe('Cancel');
  await nextTurn();
  await follow('cooptray:join?coop=evil.invalid');
  expect(await dialog.isVisible()).toBe(true);
  expect(await source()).toBe(before);
  expect(await window.violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Leave and join' }).click();
  await dialog.getByRole('alert').getByText('xn--rable-9ra.invalid').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await source()).toBe(before);
});

test('the first start by a link has the address filled in, and waits', async () => {
  const app = await startApp(scene.desktop, {
    executable: inject('executable'),
    args: ['cooptray:join?coop=maple.invalid'],
  });
  onTestFinished(() => app.stop().catch(() => undefined));
  const page = await app.page();
  const field = page.getByLabel('Web address of your co-op');
  await eventually('the address', async () =>
    (await field.inputValue()) === 'maple.invalid' ? true : undefined,
  );
  await page.getByText('A link or another app filled in this address.').waitFor();
});

test('a first start by a hostile one ends at once', async () => {
  const profile = scene.desktop.makeFolder('profile');
  expect(await launch(profile, 'cooptray:quit')).toMatchObject({ code: 1, stdout: '' });
});
