/** A member's first minutes: no dead end without an address, the built-in demo, and what a new member is asked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { NotificationRecord } from '../desktop/notifications.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import type { AppWindow } from './pages/window.ts';
import { windowOf } from './pages/window.ts';
import { pace } from './scene.ts';

const timeoutMs = 60_000;

let coop: StandInCoop;
let desktop: Desktop;
let notifications: NotificationRecord;
let app: RunningApp;
let tray: TrayItem;
let window: AppWindow;

beforeAll(async () => {
  coop = await startCoop(pace);
  desktop = await startDesktop();
  notifications = await recordNotifications(desktop);
  app = await startApp(desktop, { executable: inject('executable') });
  tray = await findTrayItem(desktop.bus);
  window = windowOf(await app.page());
  await window.shows('Connect to your co-op');
  await noteConnections();
});
afterAll(async () => {
  await app.stop();
  notifications.stop();
  await desktop.stop();
  await coop.stop();
});

/** Notes where main connects to from now on, except on this machine's own sockets, and what it looks up. */
async function noteConnections(): Promise<void> {
  await app.electron.evaluate(({ session }) => {
    const places: string[] = [];
    Reflect.set(globalThis, 'places', places);
    const { prototype } = process.getBuiltinModule('node:net').Socket;
    const connect = Reflect.get(prototype, 'connect') as (...given: unknown[]) => unknown;
    const noting = new Proxy(connect, {
      apply: (target, socket, given: unknown[]) => {
        const { host, port } = given.flat(2)[0] as { host?: string; port?: number };
        if (port !== undefined) places.push(`${host}:${port}`);
        return Reflect.apply(target, socket, given);
      },
    });
    Reflect.set(prototype, 'connect', noting);
    const dns = process.getBuiltinModule('node:dns');
    const lookup = Reflect.get(dns, 'lookup') as (...given: unknown[]) => unknown;
    Reflect.set(dns, 'lookup', (...given: unknown[]) => {
      places.push(String(given[0]));
      return Reflect.apply(lookup, dns, given);
    });
    // What was imported by its name keeps the original otherwise.
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      if (/^(https?|wss?):/.test(details.url)) places.push(details.url);
      answer({});
    });
  });
}
const connections = () =>
  app.electron.evaluate(() => Reflect.get(globalThis, 'places') as readonly string[]);

/** The window that a click opens in the place of this one. */
async function replaced(press: () => Promise<void>): Promise<AppWindow> {
  const opened = app.electron.waitForEvent('window', { timeout: timeoutMs });
  await press();
  return windowOf(await opened);
}

const demoFolder = () => join(app.profile, 'demo');

test('an address without a document says what to do, and keeps the focus', async () => {
  expect((await window.focused()).tag).toBe('INPUT');
  const address = `${new URL(coop.documentUrl).origin}/none.json`;
  await window.page.keyboard.type(address);
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('heading', { name: 'What you can do' }).waitFor();
  expect((await window.focused()).tag).toBe('INPUT');
  await window.press('Copy a message for your admins');
  await window.page.getByText(/^Copied\./).waitFor();
  const copied = await app.electron.evaluate(async ({ clipboard }) => clipboard.readText());
  expect(copied).toContain('/.well-known/coop-tray.json');
  expect(copied).toContain('"version": 1');
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBe(0);
});

test('connections and look-ups are noted: so those of the demo would be', async () => {
  expect(await connections()).toContain(new URL(coop.documentUrl).host);
  await window.call('coop.join', { source: 'none.invalid' });
  expect(await connections()).toContain('none.invalid');
});

test('the demo says that it is one, everywhere', async () => {
  const before = (await connections()).length;
  window = await replaced(() => window.button('Try the demo').click());
  // A backup at risk is what is worst there.
  await window.shows('Passwords backup is overdue');
  await tray.waitFor((now) => now.tooltip === 'Demo: All services are working', timeoutMs);
  expect(existsSync(demoFolder())).toBe(true);
  await window.goTo('Settings');
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBe(0);
  const pages = [
    'Calls',
    'Feedback',
    'News',
    'Backups',
    'Emergency',
    'Settings',
    'Status',
    'Today',
  ];
  for (const page of pages) {
    await window.goTo(page);
    await window.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await window.page.getByText(/^This is a demo\./).isVisible()).toBe(true);
  }
  expect((await connections()).slice(before)).toEqual([]);
}, 120_000);

test('an outage, an echo test and a reply to feedback of the demo come, from nowhere', async () => {
  const before = (await connections()).length;
  // All at once, since each takes its time.
  await window.call('echo.start', { instanceIds: ['partner'] });
  await window.goTo('Feedback');
  // It opens on what came back on earlier feedback.
  await window.page.getByText('Fixed', { exact: true }).waitFor();
  await window.page.getByRole('tab', { name: 'Write' }).click();
  await window.page.getByRole('textbox').first().fill('The demo works.');
  await window.page.getByRole('button', { name: /^Send/ }).first().click();
  const told = await notifications.waitFor((one) => one.summary.includes('Calls'), timeoutMs);
  expect(told.summary).toBe('Demo: Calls is down');
  await notifications.waitFor((one) => one.body.includes('In your own co-op'), timeoutMs);
  await eventually(
    'the result of an echo test',
    async () => {
      const { results } = (await window.ask('echo.get')) as {
        results: readonly { id: string; verdict: { blame: string } }[];
      };
      const own = results.find(({ id }) => !id.startsWith('demo-'));
      return own?.verdict.blame === 'server' ? true : undefined;
    },
    timeoutMs,
  );
  expect((await connections()).slice(before)).toEqual([]);
}, 120_000);

test('the history and the news of the demo are there to be looked at', async () => {
  const before = (await connections()).length;
  await window.goTo('News');
  await window.page.getByText('The pads have moved.').waitFor();
  const history = (await window.ask('history.get', { serviceId: 'chat', range: 'quarter' })) as {
    strip: readonly unknown[];
    incidents: readonly { kind: string }[];
  };
  expect(history.strip).toHaveLength(90);
  expect(history.incidents.map(({ kind }) => kind)).toContain('down');
  expect((await connections()).slice(before)).toEqual([]);
});

test('a link of the demo opens nothing', async () => {
  await app.electron.evaluate(({ shell }) => {
    Reflect.set(shell, 'openExternal', async () => Reflect.set(globalThis, 'hasOpened', true));
  });
  await window.call('link.open', { serviceId: 'calls', which: 'page' });
  await notifications.waitFor((one) => one.summary.includes('Links don’t open'), timeoutMs);
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'hasOpened'))).toBeUndefined();
});

test('leaving the demo leads back to the first screen, and leaves nothing', async () => {
  window = await replaced(() => window.button('Leave the demo').click());
  await window.shows('Connect to your co-op');
  await tray.waitFor((now) => !now.tooltip.startsWith('Demo'), timeoutMs);
  await eventually('no folder of the demo', () => (existsSync(demoFolder()) ? undefined : true));
  expect(existsSync(join(app.profile, 'coop.json'))).toBe(false);
});

test('who joins is asked once how to be told, and told once that the app stays in the tray', async () => {
  await window.page.keyboard.type(coop.documentUrl);
  await window.page.keyboard.press('Enter');
  await window.shows('How do you want to be told?');
  expect((await window.focused()).tag).toBe('H1');
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBe(0);
  await window.page.getByRole('radio', { name: 'Only the ones I use' }).check();
  await window.press('Done');
  await window.page.getByRole('navigation').waitFor();
  const { policy } = (await window.ask('snapshot.get')) as {
    policy: { scope: { onlyStarred: boolean }; setBy: string };
  };
  expect([policy.scope.onlyStarred, policy.setBy]).toEqual([true, 'coop']);

  const close = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  const told = await notifications.waitFor((one) => one.summary === 'Coop Tray keeps running');
  expect(told.body).toContain('“Quit”');
  await tray.activate();
  window = windowOf(await app.page());
  await window.page.getByRole('navigation').waitFor();
  await close();
  await tray.activate();
  await (await app.page()).getByRole('navigation').waitFor();
  const times = notifications.all().filter((one) => one.summary === 'Coop Tray keeps running');
  expect(times).toHaveLength(1);
});
