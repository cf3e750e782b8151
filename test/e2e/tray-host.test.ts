/** The tray while the app runs: it comes late, goes, comes back, or is a name and nothing more. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { createProcesses } from '../desktop/processes.ts';
import type { NotificationRecord } from '../desktop/notifications.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import { findTrayItem, registeredItems } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { startWatcher } from '../servers/tray-watcher.ts';
import { startX11Tray } from '../servers/x11-tray.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { pace } from './scene.ts';

let coop: StandInCoop;
beforeEach(async () => {
  coop = await startCoop(pace);
  onTestFinished(coop.stop);
});

async function sit(tray: boolean): Promise<[Desktop, NotificationRecord]> {
  const desktop = await startDesktop({ tray });
  onTestFinished(desktop.stop);
  const notifications = await recordNotifications(desktop);
  onTestFinished(notifications.stop);
  return [desktop, notifications];
}
async function start(desktop: Desktop): Promise<RunningApp> {
  const app = await startApp(desktop, {
    executable: inject('executable'),
    args: [`--coop=${coop.documentUrl}`],
  });
  onTestFinished(() => app.stop().catch(() => undefined));
  return app;
}
const told = ({ all }: NotificationRecord) =>
  all().filter((one) => one.summary === 'No tray icon on this desktop').length;
const missing = 'This desktop doesn’t show tray icons.';
const windowState = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return 'none';
    if (window.isMinimized()) return 'minimised';
    return window.isVisible() ? 'shown' : 'hidden';
  });
const close = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const reaches = async (app: RunningApp, state: string) => {
  let last = '';
  await eventually(`the window to be ${state}`, async () => {
    last = await windowState(app);
    return last === state ? true : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${last}`);
  });
};

test('a panel that starts after the app shows the icon, and the sentence is taken back', async () => {
  const [desktop, notifications] = await sit(false);
  const app = await start(desktop);
  const page = await app.page();
  await page.getByText(missing).waitFor();
  await close(app);
  await reaches(app, 'minimised');
  await desktop.startPanel();
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  await reaches(app, 'none');
  await tray.choose('Open Coop Tray');
  await reaches(app, 'shown');
  const again = await app.page();
  await again.getByRole('heading', { name: 'All services are working' }).waitFor();
  expect(await again.getByText(missing).count()).toBe(0);
  await close(app);
  await reaches(app, 'hidden');
  expect(told(notifications)).toBe(1);
});

test('a panel that restarts is not spoken of, and one that stays away leaves a window', async () => {
  const [desktop, notifications] = await sit(true);
  const app = await start(desktop);
  await (
    await findTrayItem(desktop.bus)
  ).waitFor((now) => now.tooltip.startsWith('All services are working'));
  await desktop.stopPanel();
  await desktop.startPanel();
  await (
    await findTrayItem(desktop.bus)
  ).waitFor((now) => now.tooltip.startsWith('All services are working'));
  expect(await windowState(app)).toBe('none');
  expect(told(notifications)).toBe(0);
  await desktop.stopPanel();
  await reaches(app, 'minimised');
  await notifications.waitFor((one) => one.summary === 'No tray icon on this desktop');
  await (await app.page()).getByText(missing).waitFor();
  await desktop.startPanel();
  await reaches(app, 'none');
  await findTrayItem(desktop.bus);
  expect(await registeredItems(desktop.bus)).toHaveLength(1);
  expect(told(notifications)).toBe(1);
});

// Betterbird 430, sway 3994: a window that asks to be minimized stays, and nothing draws it any more.
test('where no window can be minimized, one that is closed goes, and another start brings it back', async () => {
  const desktop = await startDesktop({ kind: 'sway', tray: false });
  onTestFinished(desktop.stop);
  const app = await startApp(desktop, {
    executable: inject('executable'),
    args: [`--coop=${coop.documentUrl}`, '--ozone-platform=wayland'],
  });
  onTestFinished(() => app.stop().catch(() => undefined));
  const isThere = (there: boolean) =>
    eventually(`${there ? 'a' : 'no'} window`, async () =>
      (await desktop.windows()).length > 0 === there ? true : undefined,
    );
  await (await app.page()).getByText(missing).waitFor();
  await isThere(true);
  await close(app);
  await isThere(false);
  const again = [`--user-data-dir=${app.profile}`, '--show', '--ozone-platform=wayland'];
  await promisify(execFile)(desktop.wrap(inject('executable')), again, { env: desktop.env });
  await isThere(true);
});

// Other answers of such a name: test/integration/desktop/tray-bus.test.ts.
test('a name whose owner has no host is no tray', async () => {
  const [desktop, notifications] = await sit(false);
  const watcher = await startWatcher(desktop.busAddress);
  onTestFinished(watcher.stop);
  watcher.answer({ hosted: false });
  const app = await start(desktop);
  await (await app.page()).getByText(missing).waitFor();
  await notifications.waitFor((one) => one.summary === 'No tray icon on this desktop');
  await close(app);
  await reaches(app, 'minimised');
});

test('a watcher that loses the icon gets it again', async () => {
  const [desktop, notifications] = await sit(false);
  const watcher = await startWatcher(desktop.busAddress);
  onTestFinished(watcher.stop);
  watcher.answer({ hosted: true, items: [] });
  const app = await start(desktop);
  await eventually('the icon to be announced twice', () =>
    watcher.announced().length >= 2 ? true : undefined,
  );
  watcher.answer({ hosted: true, items: watcher.announced().map((name) => `${name}/Item`) });
  watcher.signal('StatusNotifierItemRegistered');
  await app.electron.evaluate(({ app: main }) => main.emit('activate'));
  const page = await app.page();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  expect(await page.getByText(missing).count()).toBe(0);
  await close(app);
  // Hidden, or closed and gone once the list was read: never left among the windows.
  await eventually('the window to go', async () =>
    ['hidden', 'none'].includes(await windowState(app)) ? true : undefined,
  );
  expect(told(notifications)).toBe(0);
});

test('a tray of the older protocol is one, as long as it is there', async () => {
  const [desktop, notifications] = await sit(false);
  const end = await startX11Tray(Number(desktop.env['DISPLAY']?.slice(1)));
  const app = await start(desktop);
  await app.electron.evaluate(({ app: main }) => main.emit('activate'));
  const page = await app.page();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  // Longer than the app takes to report a missing tray.
  await expect(page.getByText(missing).waitFor({ timeout: 6000 })).rejects.toThrow('Timeout');
  expect(told(notifications)).toBe(0);
  end();
  await page.getByText(missing).waitFor();
  await close(app);
  await reaches(app, 'minimised');
});

test('an icon in a real tray of that kind is one', async () => {
  const [desktop, notifications] = await sit(false);
  const trays = createProcesses(desktop.env);
  onTestFinished(trays.stop);
  trays.start([desktop.wrap('trayer')]);
  const isThere = (title: string) =>
    eventually(title, async () =>
      (await desktop.windows()).includes(title) ? true : undefined,
    ).catch(async (error: Error) => {
      const others = (await desktop.windows()).join(', ');
      throw new Error(`${error.message}, beside ${others}\n${trays.complaints()}`);
    });
  await isThere('panel');
  const app = await start(desktop);
  // The icon is a window of its own, named after the program.
  await isThere('coop-tray');
  await app.electron.evaluate(({ app: main }) => main.emit('activate'));
  const page = await app.page();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  await close(app);
  await reaches(app, 'hidden');
  expect(told(notifications)).toBe(0);
});
