/**
 * Status pages: their states next to our own checks, maintenance without alarm, and a page that is not a status page.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { statusPage } from './pages/status.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
let page: Page;
beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  tray = await scene.tray();
  const window = await scene.window();
  page = window.page;
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  await statusPage(window).open();
});
afterAll(() => scene.stop());

const well = { Chat: 'up', Files: 'up' } as const;
const callsAre = (verdict: string) =>
  tray.waitFor((now) => now.menu.some((one) => one.label === `Calls (BigBlueButton): ${verdict}`));

test('a page that disagrees with us is told as such', async () => {
  await scene.coop.service('calls').take('down');
  await callsAre('down');
  await page
    .getByText('Its own status page says it’s up, but from your computer it isn’t working.')
    .waitFor();
  await page.getByRole('button', { name: 'Details of Calls (BigBlueButton)' }).click();
  await page.getByRole('region', { name: 'Status page' }).getByText('Our monitor: up').waitFor();
});

test('its incident explains, and is text whatever it holds', async () => {
  const title = '<img src=x onerror=alert(1)> A cable was cut';
  scene.coop.page('monitor').say({ says: { Calls: 'down', ...well }, incident: title });
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText(title).first().waitFor();
  expect(await page.locator('main img').count()).toBe(0);
  await page.getByRole('button', { name: 'Back to all services' }).click();
});

test('planned maintenance alarms nobody, and its end tells what is left', async () => {
  const before = scene.notifications.all().length;
  scene.coop.page('monitor').say({ says: { Calls: 'maintenance', ...well } });
  await page.getByRole('button', { name: 'Check now' }).click();
  await callsAre('in maintenance');
  expect(scene.notifications.all()).toHaveLength(before);
  scene.coop.page('monitor').say({ says: { Calls: 'up', ...well } });
  await page.getByRole('button', { name: 'Check now' }).click();
  await callsAre('down');
  await scene.coop.service('calls').take('up');
  await scene.notifications.waitFor((one) => one.summary === 'Calls (BigBlueButton) is up again');
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
});

test('a page that answers with something else is a calm note', async () => {
  const before = scene.notifications.all().length;
  scene.coop.page('hoster').trouble('html');
  await eventually(
    'the note',
    async () => {
      await page.getByRole('button', { name: 'Check now' }).click({ timeout: 2000 });
      const note = page.getByText('The status page “Our hoster” can’t be read.');
      return (await note.count()) > 0 ? true : undefined;
    },
    20_000,
  );
  await page.getByText('It answers with a web page instead of data.').waitFor();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  expect(scene.notifications.all()).toHaveLength(before);
});
