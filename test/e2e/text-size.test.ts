/** Larger text, small windows and contrast themes. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { eventually } from '../desktop/wait.ts';
import { startApp } from './app.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const run = promisify(execFile);

let scene: Scene;
let window: AppWindow;
let page: Page;
beforeAll(async () => {
  scene = await setScene({ args: ['--show'], backups: true });
  take(await scene.window());
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => scene.stop());

function take(next: AppWindow): void {
  window = next;
  page = next.page;
}

const zoom = () =>
  scene.app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0,
  );
const isZoomed = (factor: number) =>
  eventually(`a zoom of ${factor}`, async () =>
    Math.abs((await zoom()) - factor) < 0.01 ? true : undefined,
  );
/** Real keys and clicks, as the desktop sends them. */
const desktop = (...args: string[]) => run('xdotool', args, { env: scene.desktop.env });
/** Playwright has the page believe that it is active, but keys go where the desktop sends them. */
async function toFront(): Promise<void> {
  const shown = await eventually('the window to be seen', async () => {
    const search = desktop('search', '--onlyvisible', '--name', 'Coop Tray$');
    const { stdout } = await search.catch(() => ({ stdout: '' }));
    return stdout.trim().split('\n')[0] || undefined;
  });
  await desktop('windowactivate', '--sync', shown);
}
const pagesOfRail = () => page.getByRole('navigation').getByRole('button').count();

describe('the text grows and shrinks', () => {
  test('with the keys and the wheel', async () => {
    await toFront();
    await desktop('key', 'ctrl+plus');
    await isZoomed(1.1);
    await desktop('key', 'ctrl+KP_Add');
    await isZoomed(1.25);
    await desktop('key', 'ctrl+minus');
    await isZoomed(1.1);
    await desktop('mousemove', '640', '400', 'keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl');
    await isZoomed(1.25);
    await desktop('key', 'ctrl+0');
    await isZoomed(1);
  });

  test('in the settings, and stays so', async () => {
    await window.goTo('Settings');
    await page.getByLabel('Text size').selectOption('200%');
    await isZoomed(2);
    take(await scene.restart());
    await isZoomed(2);
    await toFront();
    await desktop('key', 'ctrl+0');
    await isZoomed(1);
  });
});

describe.each([
  ['200 % of the usual window', 450, 310],
  ['400 % of a screen', 320, 256],
])('at %s', (_what, width, height) => {
  beforeAll(() => page.setViewportSize({ width, height }));
  afterAll(() => page.setViewportSize({ width: 900, height: 620 }));

  test('every page has most of the room, and nothing to scroll sideways', async () => {
    const count = await pagesOfRail();
    for (let at = 1; at <= count; at += 1) {
      await page.keyboard.press(`Control+${at}`);
      await page
        .getByRole('navigation')
        .getByRole('button')
        .nth(at - 1)
        .and(page.locator('[aria-current]'))
        .waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const found = await page.evaluate(() => {
        const main = document.querySelector('main');
        return {
          asideMain: main ? main.scrollWidth - main.clientWidth : 0,
          asideWindow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          below: document.documentElement.scrollHeight - document.documentElement.clientHeight,
          isHalf: (main?.clientHeight ?? 0) >= innerHeight / 2,
        };
      });
      const name = await page.title();
      expect({ name, ...found }).toEqual({
        name,
        asideMain: 0,
        asideWindow: 0,
        below: 0,
        isHalf: true,
      });
    }
  });
});

describe('under a contrast theme', () => {
  beforeAll(() => page.emulateMedia({ forcedColors: 'active' }));
  afterAll(() => page.emulateMedia({ forcedColors: 'none' }));

  /** How many colours a picture of it has: what was drawn by a fill that the theme removes has but one. */
  const coloursOf = async (selector: string) => {
    const path = join(scene.desktop.makeFolder('picture'), 'it.png');
    await page.locator(selector).first().screenshot({ path });
    const { stdout } = await run('identify', ['-format', '%k', path]);
    return Number(stdout);
  };

  test('the current page stands out in the rail', async () => {
    await window.goTo('Backups');
    const outline = await page
      .locator('nav [aria-current]')
      .evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(outline).toBe('solid');
  });

  test('the strip of days and its legend are drawn', async () => {
    await window.goTo('Status');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Website/ })
      .first()
      .click();
    expect(await coloursOf('main [role=slider]')).toBeGreaterThan(1);
    expect(await coloursOf('main [class*=swatch]')).toBeGreaterThan(1);
  });
});

test('no press of a button leaves the focus nowhere', async () => {
  // “Call”, “Email” and “Open licences” would start programs that outlive the app.
  await scene.app.electron.evaluate(({ shell }) => {
    shell.openExternal = async () => undefined;
    shell.openPath = async () => '';
  });
  const lost: string[] = [];
  const count = await pagesOfRail();
  for (let at = 1; at <= count; at += 1) {
    await page.keyboard.press(`Control+${at}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Of a list, one is like the other.
    const buttons = page.locator('main button:not(li:not(:first-child) *)');
    for (let button = 0; button < (await buttons.count()); button += 1) {
      const one = buttons.nth(button);
      if (!(await one.isVisible())) continue;
      const name = `${await page.title()}: ${await one.textContent()}`;
      await one.focus();
      await page.keyboard.press('Enter');
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
      );
      if (await page.evaluate(() => document.activeElement === document.body)) lost.push(name);
      if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
      await page.keyboard.press(`Control+${at}`);
    }
  }
  expect(lost).toEqual([]);
}, 120_000);

test('on a small screen that is scaled by two, the window fits', async () => {
  const scaled = await startApp(scene.desktop, {
    executable: inject('executable'),
    args: ['--force-device-scale-factor=2', '--show'],
  });
  await (await scaled.page()).getByRole('heading', { level: 1 }).waitFor();
  const { window: bounds, screen: room } = await scaled.electron.evaluate(
    ({ BrowserWindow, screen }) => ({
      window: BrowserWindow.getAllWindows()[0]?.getBounds(),
      screen: screen.getPrimaryDisplay().workArea,
    }),
  );
  expect(room.width).toBe(640);
  // An odd number of physical pixels is rounded up.
  expect(bounds?.width).toBeLessThanOrEqual(room.width + 1);
  expect(bounds?.height).toBeLessThanOrEqual(room.height);
  await scaled.stop();
});
