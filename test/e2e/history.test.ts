/** A service's past on its page: what happened is there, can be read without seeing, saved, and found again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { startApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { violations } from './violations.ts';

let scene: Scene;
let page: Page;
const complaints: string[] = [];
const calm = '1 of 16 degraded: Staging site';
const calls = /Calls/;

async function showCalls(on: Page): Promise<void> {
  await on.getByRole('main').getByRole('button', { name: calls }).first().click();
  await on.getByRole('heading', { level: 1, name: calls }).waitFor();
  await on.getByRole('heading', { name: 'Response time' }).waitFor();
}

beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  page = await scene.app.page();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip === calm, 40_000);
  await scene.coop.service('calls').take('down');
  await tray.waitFor((now) => now.tooltip.includes('Calls'), 40_000);
  await scene.coop.service('calls').take('up');
  await tray.waitFor((now) => now.tooltip === calm, 40_000);
  await showCalls(page);
});
afterAll(() => scene.stop());

test('today’s bar, the incident and the figures tell of it', async () => {
  const bars = page.getByRole('toolbar', { name: 'The last 90 days' }).getByRole('button');
  expect(await bars.count()).toBe(90);
  expect(await bars.last().getAttribute('aria-label')).toMatch(/: down \d+ sec, up .*not watched/);
  expect(await bars.first().getAttribute('aria-label')).toMatch(/: not watched 1 day$/);
  await page.getByText(/^down .*, for \d+ sec$/).waitFor();
  await page.getByText('The server refuses the connection').waitFor();
  expect(await page.getByText(/^Not counted: .*not watched/).count()).toBe(3);
});

test('the days can be gone through with the arrow keys', async () => {
  const today = page.getByRole('toolbar').getByRole('button').last();
  await today.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const told = await focused();
  expect(told).toMatch(/not watched/);
  await page.locator('p', { hasText: told ?? '' }).waitFor();
  await page.keyboard.press('End');
  expect(await focused()).toMatch(/: down/);
});

test('the chart is drawn under the policy of the page, and is a table too', async () => {
  await page.locator('article canvas').waitFor();
  await page.getByText('As a table, in ms').click();
  await page.getByRole('columnheader', { name: 'slowest' }).waitFor();
  await page.getByRole('button', { name: '7 days' }).click();
  await page.getByRole('button', { name: '7 days', pressed: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('no fault that axe can see, nor anything cut off at 360 pixels', async () => {
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 900, height: 620 });
});

test('it is saved where the member says', async () => {
  const path = join(scene.app.profile, 'saved.csv');
  await scene.app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await page.getByText('Saved').waitFor();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^service,period,start,up_s/);
  expect(lines[1]).toMatch(/^calls,hour,20/);
});

test('it is there after a restart', async () => {
  await scene.app.stop();
  const again = await startApp(scene.desktop, {
    executable: inject('executable'),
    profile: scene.app.profile,
    args: ['--show'],
  });
  const page = await again.page();
  await showCalls(page);
  await page.getByText(/^down .*, for \d+ sec$/).waitFor();
  await again.stop();
});
