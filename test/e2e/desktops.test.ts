/** What matters on every desktop, on each that can be had here: icon, menu, window and notifications. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { KindName } from '../desktop/kinds.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startCoop } from '../servers/coop/index.ts';
import { startNotificationServer } from '../servers/notification-server.ts';
import type { Scene } from './scene.ts';
import { pace, setScene } from './scene.ts';

const names: Readonly<Record<KindName, string>> = {
  xfce: 'Xfce: xfce4-panel and dunst on X11',
  mate: 'MATE: mate-panel and dunst on X11',
  lxqt: 'LXQt: lxqt-panel and lxqt-notificationd on X11',
  sway: 'sway: waybar and mako on Wayland, without XWayland',
  strict: 'a watcher as strict as GNOME’s, and dunst on X11',
};

/** Electron before 38 starts anew to get it, which the tests' own connection to the app would not survive. */
const argsOn = (kind: KindName) => (kind === 'sway' ? ['--ozone-platform=wayland'] : []);

const calm = 'All services are working';

const isOpen = async (desktop: Desktop) =>
  (await desktop.windows()).some((title) => title.endsWith('Coop Tray'));

describe.each(Object.entries(names) as [KindName, string][])('on %s', (kind, name) => {
  let scene: Scene;
  let tray: TrayItem;
  let startedMs: number;
  beforeAll(async () => {
    startedMs = performance.now();
    scene = await setScene({ desktop: { kind }, args: argsOn(kind) });
    tray = await scene.tray();
  });
  afterAll(async () => {
    await scene.stop();
    console.log(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  });
  const closeWindow = () =>
    scene.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const windowIs = (there: boolean) =>
    eventually(`${there ? 'a' : 'no'} window`, async () =>
      (await isOpen(scene.desktop)) === there ? true : undefined,
    );
  const countIs = (count: number) =>
    eventually(`${count} notifications`, async () =>
      (await scene.notifications.count()) === count ? true : undefined,
    );
  const becomes = async (id: string, way: 'down' | 'up') => {
    await scene.coop.service(id).take(way);
    await tray.choose('Check now');
  };

  test('the icon says the state, is large enough for a scaled screen, and is seen as one', async () => {
    const { sizes } = await tray.waitFor((now) => now.tooltip.startsWith(calm));
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(48);
    await windowIs(false);
    expect(scene.notifications.all()).toEqual([]);
  });

  test('a click on the icon opens the window', async () => {
    await tray.activate();
    await (await scene.window()).shows(calm);
    await windowIs(true);
    await closeWindow();
    await windowIs(false);
  });

  test('the menu opens it too, and its items do what they say', async () => {
    await tray.choose('Open Coop Tray');
    await windowIs(true);
    await tray.choose('Pause notifications', 'Until I resume them');
    await tray.waitFor((now) => now.menu.some((one) => one.label === 'Notifications paused'));
    await tray.choose('Notifications paused', 'Resume notifications');
    await tray.waitFor((now) => now.menu.some((one) => one.label === 'Pause notifications'));
    await closeWindow();
    await windowIs(false);
  });

  test('trouble changes the icon and is told, with buttons that do what they say', async () => {
    const { icon } = await tray.read();
    await scene.notifications.dismissAll();
    await becomes('calls', 'down');
    const told = await scene.notifications.waitFor((one) => one.summary.startsWith('Calls'));
    expect([...told.actions.keys()]).toEqual(['Details', 'Mute for 1 hour']);
    await tray.waitFor((now) => now.icon !== icon);
    await countIs(1);
    await scene.notifications.press('Details');
    await (await scene.window()).shows(/^Calls/);
    await windowIs(true);
    await countIs(0);
    await closeWindow();
  });

  test('what is told anew takes the place of what was told, and can be muted from there', async () => {
    await becomes('calls', 'up');
    await scene.notifications.waitFor((one) => one.summary.endsWith('is up again'));
    await countIs(1);
    const before = scene.notifications.all().length;
    await becomes('calls', 'down');
    const again = await scene.notifications.waitFor(
      (one) => scene.notifications.all().indexOf(one) >= before && one.summary.endsWith('is down'),
    );
    // LXQt's would keep the buttons of the one before.
    expect(again.replacesId > 0).toBe(kind !== 'lxqt');
    await countIs(1);
    expect([...again.actions.keys()]).toContain('Mute for 1 hour');
    await scene.notifications.press('Mute for 1 hour');
    await tray.waitFor((now) => now.tooltip === `${calm}, 1 service muted`);
    await countIs(0);
  });

  // Electron 43709, Shelly-ALPM 1299: waybar gives no token.
  test.each(kind === 'sway' ? ['2'] : [])('a click brings it from workspace %s', async (other) => {
    const go = (workspace: string) =>
      promisify(execFile)('swaymsg', ['workspace', workspace], { env: scene.desktop.env });
    await tray.activate();
    await windowIs(true);
    await go(other);
    await windowIs(false);
    await tray.activate();
    await windowIs(true);
    await closeWindow();
    await windowIs(false);
  });

  const pictureSizes = kind === 'strict' ? [48] : [];
  test.each(pictureSizes)('a picture of %i that was cleared away comes back', async (size) => {
    rmSync(await tray.pictureFolder(), { recursive: true });
    await scene.desktop.stopPanel();
    await scene.desktop.startPanel();
    const { sizes } = await (await findTrayItem(scene.desktop.bus)).read();
    expect(sizes).toEqual([size]);
  });
});

test('without XWayland the app starts by itself, and a click on a notification lets it come to the front', async () => {
  const coop = await startCoop(pace);
  onTestFinished(coop.stop);
  const desktop = await startDesktop({ kind: 'sway', notifications: false });
  onTestFinished(desktop.stop);
  const server = await startNotificationServer(desktop.busAddress);
  onTestFinished(server.stop);
  const start = (...args: readonly string[]) =>
    spawn(desktop.wrap(inject('executable')), [`--user-data-dir=${profile}`, ...args], {
      env: { ...desktop.env, WAYLAND_DEBUG: '1' },
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const profile = desktop.makeFolder('profile');
  let said = '';
  start(`--coop=${coop.documentUrl}`).stderr.on(
    'data',
    (data: Buffer) => (said += data.toString()),
  );
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith(calm));

  await coop.service('calls').take('down');
  await tray.choose('Check now');
  const id = await eventually(
    'the notification',
    () => [...server.screen()].find(([, one]) => one.title.endsWith('is down'))?.[0],
  );
  server.invoke(id, 'default', 'token-of-the-click');
  await eventually('a window', async () => ((await isOpen(desktop)) ? true : undefined));
  await eventually('leave to come to the front', () =>
    said.includes('.activate("token-of-the-click"') ? true : undefined,
  );
  // The lock, by which the token was handed on, is held again: otherwise this one would stay.
  expect(await once(start('--ozone-platform=wayland'), 'exit')).toEqual([0, null]);
  await tray.choose('Quit');
  await eventually('no icon', async () =>
    (await tray.read().catch(() => undefined)) === undefined ? true : undefined,
  );
});
