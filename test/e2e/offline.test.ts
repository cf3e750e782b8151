/** Our own line: offline, a captive portal, sleep. No false alarms, and nothing unknown is shown as OK. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { TrayItem } from '../desktop/tray.ts';
import { statusPage } from './pages/status.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
let page: Page;
const calm = 'All services are working';

beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  tray = await scene.tray();
  const window = await scene.window();
  page = window.page;
  await statusPage(window).open();
});
beforeEach(async () => {
  await tray.waitFor((now) => now.tooltip === calm, 40_000);
});
afterAll(() => scene.stop());

test('when the network goes, everything is unknown and one line says why', async () => {
  await scene.coop.goOffline();
  await tray.waitFor((now) => now.tooltip === 'You’re offline', 30_000);
  await page.getByRole('heading', { level: 1, name: 'You’re offline' }).waitFor();
  expect(await page.getByText(/, \d+ ms/).count()).toBe(0);
  await scene.coop.goOnline();
});

test('a sign-in page is told apart from a failure', async () => {
  await scene.coop.captivePortal();
  await tray.waitFor((now) => now.tooltip === 'Your network needs you to sign in', 30_000);
  await page.getByText('Open a browser and sign in').waitFor();
  await scene.coop.goOnline();
});

test('a sleep stops the checks, and waking waits for the network', async () => {
  const power = (event: 'suspend' | 'resume') =>
    scene.app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
  await power('suspend');
  await tray.waitFor((now) => now.tooltip === 'Waiting for the network');
  await scene.coop.goOffline();
  await power('resume');
  await tray.waitFor((now) => now.tooltip === 'Waiting for the network');
  await scene.coop.goOnline();
});

test('through all of it, nobody was alarmed', () => {
  expect(scene.notifications.all()).toEqual([]);
});
