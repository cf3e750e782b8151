/** Links and quick open in the packaged app: found by keyboard alone, opened, copied, and there without a network. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let window: AppWindow;
let page: Page;

beforeAll(async () => {
  scene = await setScene({ args: ['--show'], links: true });
  await follow(await scene.window());
  await window.goTo('Links');
  await link('calls').waitFor();
});
afterAll(() => scene.stop());

async function follow(next: AppWindow): Promise<void> {
  window = next;
  page = next.page;
  // Nothing is opened for real.
  await scene.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => void opened.push(url);
  });
}
const opened = () =>
  scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as readonly string[]);
const opens = (address: string) =>
  eventually('the browser', async () => ((await opened()).includes(address) ? true : undefined));
const link = (keyword: string) =>
  page.getByRole('button', { name: `Open ${keyword}`, exact: true });
const field = () => page.getByRole('combobox');
const clipboard = () => scene.app.electron.evaluate(({ clipboard }) => clipboard.readText());

test('the page shows the links in groups, masks what is secret, and names lines that are wrong', async () => {
  await page.getByRole('heading', { level: 2, name: 'handbook' }).waitFor();
  await page.getByText('zoom.example/j/5550100?pwd=…').waitFor();
  expect(await page.content()).not.toContain('MapleSecret');
  await page.getByText('3 lines of Short links need attention').click();
  await page.getByText('leads in a circle').first().waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('a link is opened whole, and copied short and long', async () => {
  await link('zoom').click();
  await opens('https://zoom.example/j/5550100?pwd=MapleSecret');
  await page.getByRole('button', { name: 'Copy short link: gh' }).click();
  await eventually('the short address', async () =>
    (await clipboard()) === 'https://link.maple.example/gh' ? true : undefined,
  );
  await page.getByRole('button', { name: 'Copy full address: gh' }).click();
  await eventually('the full address', async () =>
    (await clipboard()) === 'https://go.maple.example/forge' ? true : undefined,
  );
});

test('by keyboard alone: Ctrl+K, a few letters with a slip, and Enter', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('elecitons');
  await page.getByRole('option', { name: /élections/, selected: true }).waitFor();
  expect(await window.violations()).toEqual([]);
  await page.keyboard.press('Enter');
  await field().waitFor({ state: 'detached' });
  await opens('https://go.maple.example/%C3%A9lections');
});

test('an argument goes along', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('issue 282');
  await page.getByRole('option', { name: /issue with “282”/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await opens('https://forge.maple.example/issues/282');
});

test('what was picked comes first the next time; Escape clears, then closes', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fin');
  const first = () => page.getByRole('option').first().textContent();
  const before = await first();
  await page.getByRole('option', { name: /notes-finance/ }).click();
  await opens('https://notes.maple.example/finance');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fi');
  await page.getByRole('option', { name: /notes-finance/, selected: true }).waitFor();
  expect(before).not.toContain('notes-finance');
  await page.keyboard.press('Escape');
  expect(await field().inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await field().waitFor({ state: 'detached' });
});

test('the tray opens it', async () => {
  await (await scene.tray()).choose('Quick open…');
  await field().waitFor();
  await page.keyboard.press('Escape');
});

test('at a start without a network, the links are those of before', async () => {
  await scene.coop.goOffline();
  await follow(await scene.restart());
  await window.goTo('Links');
  await link('calls').click();
  await opens('https://go.maple.example/calls');
  await scene.coop.goOnline();
});

test('the terminal prints a link', async () => {
  const command = scene.desktop.wrap(inject('executable'));
  const words = [`--user-data-dir=${scene.app.profile}`, 'open', 'issue', '7', '--print'];
  const { env } = scene.desktop;
  const { stdout } = await promisify(execFile)(command, words, { env, cwd: '/' });
  expect(stdout).toBe('https://forge.maple.example/issues/7\n');
});
