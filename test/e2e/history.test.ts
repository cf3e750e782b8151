/**
 * A service's history on its page: past events are listed, readable by screen reader, exportable, and there after a
 * restart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let window: AppWindow;
let page: Page;
const complaints: string[] = [];
const calm = 'All services are working';
const calls = /Calls/;

async function showCalls(): Promise<void> {
  await statusPage(window).open();
  await statusPage(window).openDetails(calls);
  await window.shows(calls);
  await page.getByRole('heading', { name: 'Response time' }).waitFor();
}
function take(next: AppWindow): void {
  window = next;
  page = next.page;
}

beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  take(await scene.window());
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip === calm, 40_000);
  await scene.coop.service('calls').take('down');
  await tray.waitFor((now) => now.tooltip.includes('Calls'), 40_000);
  await scene.coop.service('calls').take('up');
  await tray.waitFor((now) => now.tooltip === calm, 40_000);
  await showCalls();
});
afterAll(() => scene.stop());

test('today’s bar, the incident and the figures tell of it', async () => {
  const bars = page.getByRole('slider', { name: 'Last 90 days' });
  expect(await bars.getAttribute('aria-valuemax')).toBe('90');
  expect(await bars.getAttribute('aria-valuetext')).toMatch(/: down \d+ sec, up .*no data/);
  await page.getByText(/^down .*, for \d+ sec$/).waitFor();
  await page.getByText('The server is refusing connections.').waitFor();
  expect(await page.getByText(/^Not counted: .*no data/).count()).toBe(3);
});

test('the days can be gone through with the arrow keys', async () => {
  const bars = page.getByRole('slider', { name: 'Last 90 days' });
  await bars.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const day = (await bars.getAttribute('aria-valuetext')) ?? '';
  expect(day).toMatch(/no data/);
  await page.locator('p', { hasText: day }).waitFor();
  await page.keyboard.press('Home');
  expect(await bars.getAttribute('aria-valuetext')).toMatch(/: no data 1 day$/);
  await page.keyboard.press('End');
  expect(await bars.getAttribute('aria-valuetext')).toMatch(/: down \d+ sec/);
});

test('the chart is drawn under the policy of the page, and is a table too', async () => {
  await page.locator('article canvas').waitFor();
  await page.getByText('Show as table (ms)').click();
  await page.getByRole('columnheader', { name: 'slowest' }).waitFor();
  await page.getByRole('button', { name: '7 days' }).click();
  await page.getByRole('button', { name: '7 days', pressed: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('no fault that axe can see, nor anything cut off at 360 pixels', async () => {
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('it is saved where the member says', async () => {
  const path = join(scene.app.profile, 'saved.csv');
  await scene.app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Export CSV…' }).click();
  await page.getByText('Saved').waitFor();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^service,period,start,up_s/);
  expect(lines[1]).toMatch(/^calls,hour,20/);
});

test('it is there after a restart', async () => {
  take(await scene.restart());
  await showCalls();
  await page.getByText(/^down .*, for \d+ sec$/).waitFor();
});
