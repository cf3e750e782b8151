/**
 * Rules of the document: one notification for a root cause, a standby offered first, and where to meet when everything
 * is down.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
const calm = 'All services are working';
const timeoutMs = 30_000;

beforeAll(async () => {
  scene = await setScene();
  tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
});
afterAll(() => scene.stop());

test('what stands on a service falls and comes back with it, in one notification each', async () => {
  const ids = ['website', 'forum', 'shortlinks'];
  for (const id of ids) await scene.coop.service(id).take('down');
  const told = await scene.notifications.waitFor(
    (one) => one.summary === 'Website is down, affecting 2 other services',
    timeoutMs,
  );
  expect(told.body).toContain('Emergency page in Coop Tray');
  await tray.waitFor((now) =>
    now.menu.some((one) => one.label === 'Website: down, affecting 2 other services'),
  );
  for (const id of ids) await scene.coop.service(id).take('up');
  await scene.notifications.waitFor(
    (one) => one.summary === 'Website is up again, and so are 2 other services',
    timeoutMs,
  );
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
});

test('a fresh standby is offered before anything else', async () => {
  await scene.coop.service('passwords').take('down');
  // It may replace the previous notification, and is then one line of it.
  await scene.notifications.waitFor(
    (one) =>
      /Passbolt|refusing/.test(one.body + one.summary) &&
      one.body.includes(' is available (data from '),
    timeoutMs,
  );
  const { menu } = await tray.waitFor((now) =>
    now.menu.some((one) =>
      one.items.some(({ label }) => label.includes('read-only copy is available')),
    ),
  );
  const passwords = menu.find((one) => one.label === 'Passwords (Passbolt): down');
  expect(passwords?.items[0]?.label).toContain('read-only copy is available (data from');
  expect(passwords?.items[1]?.label).toContain('Use the sealed envelope');
  await scene.coop.service('passwords').take('up');
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
});

test('the menu leads to the emergency card, and it is read with everything gone', async () => {
  await scene.coop.goOffline();
  // The menu is set after the tooltip.
  await tray.waitFor((now) => now.menu[0]?.label === 'You’re offline', timeoutMs);
  await tray.choose('Emergency');
  const page = await scene.app.page();
  await page.getByRole('heading', { level: 1, name: 'If everything is down' }).waitFor();
  await page.getByText('+1 555 0101').waitFor();
  await page.getByRole('button', { name: 'Email El' }).waitFor();
  await scene.coop.goOnline();
});
