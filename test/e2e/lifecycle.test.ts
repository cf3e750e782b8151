/** First run, single instance, no renderer while hidden, the last good copy, and a desktop without a tray. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Desktop, DesktopOptions } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { windowOf } from './pages/window.ts';
import { pace } from './scene.ts';

async function desktopFor(options?: DesktopOptions): Promise<Desktop> {
  const desktop = await startDesktop(options);
  onTestFinished(desktop.stop);
  return desktop;
}
async function start(desktop: Desktop, args: string[], profile?: string): Promise<RunningApp> {
  const app = await startApp(desktop, {
    executable: inject('executable'),
    args,
    ...(profile ? { profile } : {}),
  });
  onTestFinished(() => app.stop().catch(() => undefined));
  return app;
}
async function someCoop() {
  const coop = await startCoop(pace);
  onTestFinished(coop.stop);
  return coop;
}
const renderers = (app: RunningApp) =>
  app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().filter((one) => one.type === 'Tab').length,
  );

test('the first start asks for the co-op, says what is wrong, and takes it up', async () => {
  const coop = await someCoop();
  const desktop = await desktopFor();
  const app = await start(desktop, []);
  const page = await app.page();
  const field = page.getByLabel('Web address of your co-op');
  await field.fill('http://not-safe.example');
  await field.press('Enter');
  await page.getByText('Enter a web address such as example.coop').waitFor();
  await field.fill(`${coop.documentUrl}.none`);
  await field.press('Enter');
  await page.getByText('isn’t set up for Coop Tray yet').waitFor();
  await field.fill(coop.documentUrl);
  await field.press('Enter');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
});

/** The processes of renderers that there were until the next window has its page. */
const renderersOfNextWindow = (app: RunningApp) =>
  app.electron.evaluate(
    ({ app: main }) =>
      new Promise<number>((resolve) => {
        main.once('web-contents-created', (_event, contents) => {
          const seen = new Set<number>();
          const look = setInterval(() => {
            for (const { type, pid } of main.getAppMetrics()) if (type === 'Tab') seen.add(pid);
          }, 10);
          contents.once('did-finish-load', () => {
            clearInterval(look);
            resolve(seen.size);
          });
        });
      }),
  );

test('a hidden window gives its renderer back, and returns where the state is', async () => {
  const coop = await someCoop();
  const desktop = await desktopFor();
  const app = await start(desktop, [`--coop=${coop.documentUrl}`]);
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  expect(await renderers(app)).toBe(0);
  const started = renderersOfNextWindow(app);
  await tray.choose('Open Coop Tray');
  const page = await app.page();
  await page.getByRole('heading', { name: 'All services are working' }).waitFor();
  // An opener policy would make Chromium start a second one for the page, and end the first.
  expect(await started).toBe(1);
  expect(await renderers(app)).toBe(1);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await eventually(
    'the renderer to go',
    async () => ((await renderers(app)) === 0 ? true : undefined),
    25_000,
  );
  await tray.activate();
  await (await app.page()).getByRole('heading', { name: 'All services are working' }).waitFor();
});

test.each<[string, string[], string[]]>([
  ['no driver, and the network in main', [], []],
  ['all of Chromium, where a member asks for it', ['--whole-chromium'], ['Network Service']],
])('behind the icon: %s', async (_name, args, services) => {
  const coop = await someCoop();
  const desktop = await desktopFor();
  const app = await start(desktop, [`--coop=${coop.documentUrl}`, ...args]);
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  const seen = await app.electron.evaluate(({ app: main }) => ({
    services: main.getAppMetrics().flatMap((one) => (one.name === undefined ? [] : [one.name])),
    compositing: main.getGPUFeatureStatus().gpu_compositing,
    sandboxed: !main.commandLine.hasSwitch('no-sandbox'),
  }));
  const isLean = args.length === 0;
  expect(seen.services).toEqual(services);
  expect(seen.sandboxed).toBe(true);
  if (isLean) expect(seen.compositing).toMatch(/^disabled/);
});

test('a second start shows the window of the first', async () => {
  const coop = await someCoop();
  const desktop = await desktopFor();
  const app = await start(desktop, [`--coop=${coop.documentUrl}`]);
  await findTrayItem(desktop.bus);
  const second = spawn(desktop.wrap(inject('executable')), [`--user-data-dir=${app.profile}`], {
    env: desktop.env,
    cwd: '/',
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await (await app.page()).getByRole('heading', { level: 1 }).waitFor();
});

test('without the network, the last good copy is used and said so', async () => {
  const coop = await someCoop();
  const desktop = await desktopFor();
  const first = await start(desktop, [`--coop=${coop.documentUrl}`]);
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  await first.stop();
  await coop.goOffline();
  const second = await start(desktop, ['--show'], first.profile);
  const page = await second.page();
  await page.getByRole('heading', { name: 'You’re offline' }).waitFor();
  await windowOf(page).goTo('Status');
  await page.getByRole('button', { name: /^Calls \(BigBlueButton\), / }).waitFor();
});

test('a desktop without a place for tray icons is told so once, and keeps the window', async () => {
  const coop = await someCoop();
  const desktop = await desktopFor({ tray: false });
  const notifications = await recordNotifications(desktop);
  onTestFinished(notifications.stop);
  const app = await start(desktop, [`--coop=${coop.documentUrl}`]);
  const page = await app.page();
  await page.getByText('doesn’t show tray icons').waitFor();
  await notifications.waitFor((one) => one.summary === 'No tray icon on this desktop');
  const minimised = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.close();
    return window && !window.isDestroyed();
  });
  expect(minimised).toBe(true);
});
