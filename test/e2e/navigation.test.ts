/** Navigation in the window: back and forward by keys, to a page from the tray, and out to the licences. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { eventually } from '../desktop/wait.ts';
import { statusPage } from './pages/status.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const run = promisify(execFile);

let scene: Scene;
let page: Page;
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.tagName);
const website = () => page.getByRole('button', { name: /^Website, / });

beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  const window = await scene.window();
  page = window.page;
  await heading('All services are working');
  await statusPage(window).open();
});
afterAll(() => scene.stop());

test('Alt with the arrows leads back and forward, and the focus comes along', async () => {
  await website().click();
  await heading('Website');
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await heading('Settings');
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('Website');
  expect(await focused()).toBe('H1');
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('All services are working');
  // The row that the member came from.
  await website().and(page.locator(':focus')).waitFor();
  // The page that the window opened on, beyond which there is none.
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => page.title(), { timeout: 15_000 }).toMatch(/^Today – /);
  await page.keyboard.press('Alt+ArrowRight');
  await website().waitFor();
  await page.keyboard.press('Alt+ArrowRight');
  await heading('Website');
  await page.keyboard.press('Alt+ArrowRight');
  await heading('Settings');
  expect(await focused()).toBe('H1');
});

test('from where the tray has led, back leads to where the member was', async () => {
  await (await scene.tray()).choose('Emergency');
  await heading('If everything is down');
  expect(await focused()).toBe('H1');
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('Settings');
});

test('a dialog has to be answered first', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await website().click();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await heading('Website');
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('All services are working');
});

test('the side buttons of the mouse do the same', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Calls' }).click();
  await heading('Echo test');
  const press = (button: string) =>
    run('xdotool', ['mousemove', '500', '400', 'click', button], { env: scene.desktop.env });
  await press('8');
  await heading('All services are working');
  await press('9');
  await heading('Echo test');
});

test('the settings open the licences of the package, which lie beside the archive', async () => {
  await scene.app.electron.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Reflect.set(globalThis, 'opened', path);
      return Promise.resolve('');
    };
  });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open licences' }).click();
  const opened = await eventually<unknown>('the file to be opened', () =>
    scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened')),
  );
  expect(opened).toMatch(/app\.asar\.unpacked\/out\/app\/licences\.txt$/);
  const text = readFileSync(String(opened), 'utf8');
  for (const name of ['react', 'matrix-js-sdk', 'libsql', '@fontsource-variable/inter'])
    expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
  expect(existsSync(join(dirname(inject('executable')), 'LICENSES.chromium.html'))).toBe(true);
});
