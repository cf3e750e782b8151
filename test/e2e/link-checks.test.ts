/**
 * Checking links, the key for quick open, and the page of money in the packaged app. Names of the stand-in co-op's links
 * are nowhere to be found, which says nothing of the links.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkChecksState } from '../../shared/links/checks.ts';
import { eventually } from '../desktop/wait.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const run = promisify(execFile);

let scene: Scene;
let window: AppWindow;
let page: Page;

beforeAll(async () => {
  scene = await setScene({ args: ['--show'], links: true, money: true });
  window = await scene.window();
  page = window.page;
});
afterAll(() => scene.stop());

const summary = () => page.locator('summary', { hasText: 'Check links' });
const start = () => page.getByRole('button', { name: /^Check \d+ links$/ });
const field = () => page.getByRole('combobox', { name: 'Search links, services and pages' });
const progress = () => page.getByRole('progressbar', { name: 'Check links' });

test('links are checked on demand only, until it is stopped', async () => {
  await window.goTo('Links');
  await summary().click();
  await page.getByText('it’s enough if one member').waitFor();
  await start().click();
  await progress().waitFor();
  await page.getByText(/^Couldn’t tell: \d+$/).waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await progress().waitFor({ state: 'detached' });
});

test('it goes on without the window, and no name that is not found makes a link dead', async () => {
  await start().click();
  await progress().waitFor();
  const count = () =>
    scene.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await scene.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.close(),
  );
  await eventually('no window', async () => (await count()) === 0 || undefined);
  await (await scene.tray()).choose('Quick open…');
  window = await scene.window();
  page = window.page;
  await field().waitFor();
  await page.keyboard.press('Escape');
  const state = () =>
    window.ask('links.checks') as Promise<Pick<LinkChecksState, 'run' | 'due' | 'checks'>>;
  // A host with fifteen links takes half a minute.
  await eventually('the end', async () => !(await state()).run || undefined, 50_000);
  const { due, checks } = await state();
  expect(due).toBe(0);
  expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['unclear']));
});

test('a key opens quick open from any program, once the member wants it', async () => {
  const press = () => run('xdotool', ['key', 'ctrl+alt+k'], { env: scene.desktop.env });
  await window.goTo('Settings');
  const choice = page.getByRole('checkbox', { name: /^Quick open from anywhere/ });
  expect(await choice.isChecked()).toBe(false);
  await choice.check();
  const isRegistered = () =>
    scene.app.electron.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Alt+K'),
    );
  await eventually('the key', async () => (await isRegistered()) || undefined);
  await press();
  await field().waitFor();
  await page.keyboard.press('Escape');
  // It leads to the page of links.
  await window.goTo('Settings');
  await choice.uncheck();
  await eventually('the key given back', async () => !(await isRegistered()) || undefined);
});

test('the page of money has the balance of a day, and leads to where to contribute', async () => {
  await scene.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => void opened.push(url);
  });
  await window.goTo('Money');
  await page.getByText(/^Balance as of/).waitFor();
  await page.getByText(/12,845\.50/).waitFor();
  await page.getByText('Not reported').waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Contribute to Maple Street' }).click();
  const opened = () =>
    scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as readonly string[]);
  const [address] = await eventually('the browser', async () => {
    const all = await opened();
    return all.length > 0 ? all : undefined;
  });
  expect(new URL(address ?? '').pathname).toBe('/maple-street/donate');
});
