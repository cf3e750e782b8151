/** The main job: services in the tray, a notification when one goes down, and the recovery. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import { registeredItems } from '../desktop/tray.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
beforeAll(async () => {
  scene = await setScene();
  tray = await scene.tray();
});
afterAll(() => scene.stop());

const labels = async () =>
  (await tray.read()).menu.filter((one) => !one.separator).map((one) => one.label);

test('the tray says the worst state first, in words', async () => {
  const { icon } = await tray.waitFor((now) => now.tooltip === 'All services are working');
  expect(await labels()).toEqual([
    'All services are working',
    expect.stringMatching(
      /^Planned maintenance, .*: Nightly updates$|^Maintenance until .*: Nightly/,
    ),
    'Open Coop Tray',
    'Emergency',
    'Check now',
    'Pause notifications',
    'Quit',
  ]);
  expect(icon).toBeTruthy();
  expect(await registeredItems(scene.desktop.bus)).toHaveLength(1);
});

test('what was well all along is no notification', () => {
  expect(scene.notifications.all()).toEqual([]);
});

test('a service that goes down is told once, with what to do instead', async () => {
  const before = await tray.read();
  await scene.coop.service('calls').take('down');
  const told = await scene.notifications.waitFor(
    (one) => one.summary === 'Calls (BigBlueButton) is down',
  );
  expect(told.body).toContain('The server is refusing connections.');
  expect(told.body).toContain('Use the phone line');
  // A higher urgency would break through Do Not Disturb.
  expect(told.hints['urgency']).toBe(1);
  const after = await tray.waitFor((now) => now.tooltip === '1 of 16 down: Calls (BigBlueButton)');
  expect(after.icon).not.toBe(before.icon);
  expect((await labels())[1]).toBe('Calls (BigBlueButton): down');
  const calls = after.menu.find((one) => one.label === 'Calls (BigBlueButton): down');
  expect(calls?.items[0]?.label).toBe('Use the phone line, +1 555 0100 for now.');
});

test('a click on the notification opens the service', async () => {
  expect(scene.app.electron.windows()).toHaveLength(0);
  await scene.notifications.clickNewest();
  const page = await scene.app.page();
  await page.getByRole('heading', { level: 1, name: 'Calls (BigBlueButton)' }).waitFor();
  // Its history says the same further down.
  await page.getByText('down since').first().waitFor();
});

test('its recovery is told, and the tray is calm again', async () => {
  await scene.coop.service('calls').take('up');
  await scene.notifications.waitFor((one) => one.summary === 'Calls (BigBlueButton) is up again');
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
});

test('several that go down together are one notification', async () => {
  const before = scene.notifications.all().length;
  const ids = ['chat', 'homeserver', 'pads'];
  // A notification that follows shortly repeats the one before it, so there may be more lines than these.
  const told = (verdict: string) =>
    scene.notifications.waitFor(
      (one) =>
        one.body.split('\n').filter((line) => line.endsWith(`: ${verdict}`)).length >= ids.length,
      30_000,
    );
  for (const id of ids) await scene.coop.service(id).take('down');
  await told('down');
  for (const id of ids) await scene.coop.service(id).take('up');
  await told('up');
  expect(scene.notifications.all().length - before).toBeLessThanOrEqual(3);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'), 30_000);
});

test('maintenance is shown and alarms nobody', async () => {
  const before = scene.notifications.all().length;
  await scene.coop.service('files').take('maintenance');
  await tray.waitFor((now) =>
    now.menu.some((one) => one.label === 'Files (Nextcloud): in maintenance'),
  );
  await scene.coop.service('files').take('up');
  await tray.waitFor((now) => !now.menu.some((one) => one.label.startsWith('Files')));
  expect(scene.notifications.all()).toHaveLength(before);
});

test('“Quit” ends the app and its icon', async () => {
  const ended = scene.app.electron.waitForEvent('close');
  // An app that quits may not answer the click.
  await tray.choose('Quit').catch(() => undefined);
  await ended;
  expect(await registeredItems(scene.desktop.bus)).toEqual([]);
});
