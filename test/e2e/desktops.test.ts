/** What matters on every desktop, on each that can be had here: icon, menu, window and notifications. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { startDesktop } from '../desktop/index.ts';
import type { KindName } from '../desktop/kinds.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { Scene } from './scene.ts';
import { pace, setScene } from './scene.ts';

const names: Readonly<Record<KindName, string>> = {
  xfce: 'Xfce: xfce4-panel and dunst on X11',
  mate: 'MATE: mate-panel and dunst on X11',
  sway: 'sway: waybar and mako on Wayland, without XWayland',
  strict: 'a watcher as strict as GNOME’s, and dunst on X11',
};

/** Electron before 38 starts anew to get it, which the tests' own connection to the app would not survive. */
const argsOn = (kind: KindName) => (kind === 'sway' ? ['--ozone-platform=wayland'] : []);

const calm = 'Everything is working';

describe.each(Object.entries(names) as [KindName, string][])('%s', (kind, name) => {
  let scene: Scene;
  let tray: TrayItem;
  const startedMs = performance.now();
  beforeAll(async () => {
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
    eventually(`${there ? 'a' : 'no'} window`, async () => {
      const titles = await scene.desktop.windows();
      return titles.some((one) => one.endsWith('Coop Tray')) === there ? true : undefined;
    });
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
    await (await scene.window()).page.getByText('Notifications are paused').waitFor();
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
    expect([...told.actions.keys()]).toEqual(['Details', 'Mute for 1 hour', 'Send feedback']);
    expect(await tray.read()).not.toMatchObject({ icon });
    await countIs(1);
    await scene.notifications.press('Details');
    await (await scene.window()).shows(/^Calls/);
    await windowIs(true);
    await countIs(0);
    await closeWindow();
  });

  test('the notification leaves with the trouble, and a mute from it holds', async () => {
    await becomes('calls', 'up');
    await tray.waitFor((now) => now.tooltip.startsWith(calm));
    await becomes('shortlinks', 'down');
    await scene.notifications.waitFor((one) => one.summary === 'Shortlinks is down');
    await becomes('shortlinks', 'up');
    const back = await scene.notifications.waitFor(
      (one) => one.summary === 'Shortlinks is up again',
    );
    expect(back.replacesId).toBeGreaterThan(0);
    await scene.notifications.dismissAll();
    await becomes('calls', 'down');
    await eventually('the second time', () =>
      scene.notifications.all().filter((one) => one.summary.endsWith('is down')).length >= 3
        ? true
        : undefined,
    );
    await scene.notifications.press('Mute for 1 hour');
    await tray.waitFor((now) => now.tooltip === `${calm}, 1 service muted`);
    await countIs(0);
  });
});

test('without XWayland the app starts by itself, and quits from its menu', async () => {
  const coop = await startCoop(pace);
  onTestFinished(coop.stop);
  const desktop = await startDesktop({ kind: 'sway' });
  onTestFinished(desktop.stop);
  const profile = desktop.makeFolder('profile');
  const app = spawn(
    desktop.wrap(inject('executable')),
    [`--user-data-dir=${profile}`, `--coop=${coop.documentUrl}`],
    { env: desktop.env, cwd: '/', detached: true, stdio: 'ignore' },
  );
  onTestFinished(() => void app.kill('SIGKILL'));
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith(calm));
  await tray.activate();
  await eventually('the window', async () =>
    (await desktop.windows()).some((one) => one.endsWith('Coop Tray')) ? true : undefined,
  );
  await tray.choose('Quit');
  await eventually('no icon', async () =>
    (await tray.read().catch(() => undefined)) === undefined ? true : undefined,
  );
});
