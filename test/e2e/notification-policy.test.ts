/** Notification settings from the tray and the window: pause, mute, acknowledgement, quiet hours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
let window: AppWindow;
beforeAll(async () => {
  scene = await setScene({ args: ['--show'], down: 'shortlinks' });
  tray = await scene.tray();
  window = await scene.window();
  await statusPage(window).open();
  await tray.waitFor((now) => now.tooltip === '1 of 16 down: Shortlinks');
});
afterAll(() => scene.stop());

const toldOf = (service: string) =>
  scene.notifications.all().filter((one) => one.summary.includes(service));
const mark = () => statusPage(window).markAsKnown('Shortlinks');

test('a service is muted from the tray, and leaves the overall state', async () => {
  await tray.choose('Shortlinks: down', 'Mute until it recovers');
  await tray.waitFor((now) => now.tooltip === 'All services are working, 1 service muted');
  await window.page.getByRole('heading', { name: 'Muted', exact: true }).waitFor();
  await window.button('Unmute Shortlinks').click();
  await tray.waitFor((now) => now.tooltip === '1 of 16 down: Shortlinks');
});

test('trouble is marked as known with the keyboard, and the focus comes back', async () => {
  const { page } = window;
  await statusPage(window).openDetails('Details of Shortlinks');
  await statusPage(window).unfold();
  await mark().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('el looks after it on Friday');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Known: el looks after it on Friday').waitFor();
  await tray.waitFor((now) => now.menu.some((one) => one.label.endsWith('(known)')));
  await window.button(/^Undo/).click();
  await mark().click();
  await page.keyboard.press('Escape');
  expect((await window.focused()).label).toBe('Mark as known: Shortlinks');
});

test('a pause holds what happens, and what still stands is told when it ends', async () => {
  await window.goTo('Status');
  await tray.choose('Pause notifications', 'Until I resume them');
  await window.page.getByText('Notifications are paused').waitFor();
  await scene.coop.service('calls').take('down');
  await tray.waitFor((now) => now.tooltip.startsWith('2 of 16 down: '));
  expect(toldOf('Calls')).toEqual([]);
  await tray.choose('Notifications paused', 'Resume notifications');
  await scene.notifications.waitFor(
    (one) => one.summary === 'During quiet hours: Calls (BigBlueButton) is down',
  );
});

test('quiet hours are kept as they are typed', async () => {
  const { page } = window;
  await window.goTo('Settings');
  await page.getByText('Suggested by your co-op.').waitFor();
  for (const day of await page.getByRole('checkbox', { name: /^[A-Z][a-z]{2}$/ }).all()) {
    await day.uncheck();
  }
  await page.getByText('No days selected').waitFor();
  await tray.waitFor((now) => now.menu.some((one) => one.label === 'Notifications paused'));
  await page.getByLabel('Pause notifications outside my working hours').uncheck();
  await tray.waitFor((now) => now.menu.some((one) => one.label === 'Pause notifications'));
});
