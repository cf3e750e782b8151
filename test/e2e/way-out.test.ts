/** The witnesses are gone for good: any answering service proves that the member is online. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let tray: TrayItem;
const calm = 'All services are working';
const timeoutMs = 40_000;

beforeAll(async () => {
  scene = await setScene();
  tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
  await scene.coop.loseWitnesses();
});
afterAll(() => scene.stop());

test('a service that falls is told, and its recovery', async () => {
  await scene.coop.service('chat').take('down');
  await scene.notifications.waitFor((one) => one.summary.endsWith('is down'), timeoutMs);
  await tray.waitFor((now) => now.tooltip.startsWith('1 of 16 down'), timeoutMs);
  await scene.coop.service('chat').take('up');
  await scene.notifications.waitFor((one) => one.summary.endsWith('is up again'), timeoutMs);
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
});

test('with the services gone as well it is offline, and the first of them to answer ends that', async () => {
  const before = scene.notifications.all().length;
  await scene.coop.goOffline();
  await tray.waitFor((now) => now.tooltip === 'You’re offline', timeoutMs);
  await scene.coop.goOnline();
  await scene.coop.loseWitnesses();
  await tray.waitFor((now) => now.tooltip === calm, timeoutMs);
  expect(scene.notifications.all()).toHaveLength(before);
});
