/**
 * Behind a proxy that the desktop's own settings name, as KDE keeps them: everything is reached through it, and nothing
 * around it, since the names in use exist behind the proxy only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { readKeyring } from '../desktop/keyring.ts';
import { eventually } from '../desktop/wait.ts';
import { makeCertificate } from '../servers/certificates.ts';
import type { Listener } from '../servers/http.ts';
import { listen, send } from '../servers/http.ts';
import type { HttpStandIn } from '../servers/proxy/http.ts';
import { startHttpProxy } from '../servers/proxy/http.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import { windowOf } from './pages/window.ts';
import { filesIn } from './traces.ts';

const login = { user: 'ada', password: 'maple-geheim-77' };
const hosts = ['forum', 'pads', 'witness'].map((one) => `${one}.maple.example`);
const [forum = '', pads = '', witness = ''] = hosts;

let desktop: Desktop;
let proxy: HttpStandIn;
let plain: Listener;
let secure: Listener;
let script: Listener;
let app: RunningApp;
let window: AppWindow;

beforeAll(async () => {
  const hello = (_request: unknown, response: Parameters<typeof send>[0]) =>
    send(response, { body: 'hello' });
  plain = await listen(hello);
  secure = await listen(hello, {
    certificate: await makeCertificate({ host: pads, endsInDays: 90 }),
  });
  proxy = await startHttpProxy();
  script = await listen((_request, response) =>
    send(response, {
      headers: { 'content-type': 'application/x-ns-proxy-autoconfig' },
      body: `function FindProxyForURL(url, host) { return "PROXY 127.0.0.1:${proxy.port}"; }`,
    }),
  );
  desktop = await startDesktop();
});
afterAll(async () => {
  await app.stop();
  await desktop.stop();
  for (const one of [plain, secure, script, proxy]) await one.stop();
});

const folder = (name: string) => desktop.makeFolder(name);

/** The desktop's settings, in the file of KDE. */
function setProxy(lines: readonly string[]): void {
  const text = ['[Proxy Settings]', ...lines, ''].join('\n');
  writeFileSync(join(desktop.env['HOME'] ?? '', '.config', 'kioslaverc'), text);
}
const manual = () => [
  'ProxyType=1',
  `httpProxy=http://127.0.0.1 ${proxy.port}`,
  `httpsProxy=http://127.0.0.1 ${proxy.port}`,
];

async function start(profile?: string): Promise<void> {
  const document = join(folder('coop'), 'coop.json');
  writeFileSync(document, JSON.stringify(coop()));
  const kde = { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' };
  app = await startApp(
    { ...desktop, env: { ...desktop.env, ...kde } },
    {
      executable: inject('executable'),
      args: [`--coop=${document}`, '--show'],
      ...(profile === undefined ? {} : { profile }),
    },
  );
  window = windowOf(await app.page());
}

function coop(): object {
  const pace = { intervalS: 5, damping: { confirmS: 1 } };
  return {
    version: 1,
    name: 'Maple',
    witnesses: [{ url: `http://${witness}:${plain.port}/`, contains: 'hello' }],
    services: [
      { id: 'forum', name: 'Forum', ...pace, probe: probeOf(`http://${forum}:${plain.port}/`) },
      {
        id: 'pads',
        name: 'Pads',
        ...pace,
        probe: { ...probeOf(`https://${pads}:${secure.port}/`), certificate: { trust: 'any' } },
      },
    ],
  };
}
const probeOf = (url: string) => ({ type: 'http', url });

/** Everything is up, so it came through the proxy: no other name server knows the hosts. */
const allUp = () => window.shows('All services are working');

test('services behind the proxy of the desktop are up, and nothing was reached around it', async () => {
  setProxy(manual());
  await start();
  await allUp();
  const asked = proxy.asked().join(' ');
  for (const host of [forum, pads]) expect(asked).toContain(host);
  // Nor does Chromium ask for anything of its own.
  const known = (one: string) => hosts.some((host) => one.includes(host));
  expect(proxy.asked().filter((one) => !known(one))).toEqual([]);
  // No proxy script, so no process for one.
  const names = await app.electron.evaluate(({ app: it }) =>
    it.getAppMetrics().map(({ name, type }) => name ?? type),
  );
  expect(names.join(' ')).not.toMatch(/proxy/i);
});

test('details and settings say so, and a test has a verdict', async () => {
  const status = statusPage(window);
  await status.open();
  await status.openDetails('Pads');
  await window.page.getByText(`Checked through the proxy 127.0.0.1:${proxy.port}`).waitFor();
  await window.goTo('Settings');
  const network = window.page.getByRole('region', { name: 'Network' });
  await network
    .getByText(`Through the proxy 127.0.0.1:${proxy.port}, from your system’s settings`)
    .waitFor();
  await network.getByRole('button', { name: 'Test connection' }).click();
  await network.getByText(new RegExp(`${witness} answered through 127.0.0.1`)).waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('a proxy that wants a login is one sentence, and no service is down', async () => {
  await window.goTo('Today');
  proxy.setLogin(`${login.user}:${login.password}`);
  await window.shows('Your network’s proxy wants a name and password');
  await window.page.getByText('Nothing can be checked until you enter them').waitFor();
  await statusPage(window).open();
  expect(await window.page.getByRole('main').getByText('Down', { exact: true }).count()).toBe(0);
  await window.goTo('Today');
});

test('a login is asked for once, and is in the keyring alone', async () => {
  await window.button('Open network settings').click();
  // The field is far down the page.
  await window.page
    .locator('input:focus')
    .and(window.page.getByLabel('Name for the proxy'))
    .waitFor();
  const user = window.page.getByLabel('Name for the proxy');
  const password = window.page.getByLabel('Password for the proxy');
  await user.fill(login.user);
  await password.fill('not this one');
  await password.press('Enter');
  await window.page.getByRole('alert').filter({ hasText: 'didn’t accept' }).waitFor();
  expect([await user.inputValue(), await password.inputValue()]).toEqual([login.user, '']);
  await password.fill(login.password);
  await password.press('Enter');
  await window.page.getByText('Coop Tray signs in to the proxy').waitFor();
  await window.goTo('Today');
  await allUp();
  const kept = await readKeyring(desktop, `proxy:http://127.0.0.1:${proxy.port}`);
  expect(kept).toContain(login.password);
  const { profile } = app;
  await app.stop();
  const leaks = filesIn(profile).filter(({ bytes }) => bytes.includes(login.password));
  expect(leaks.map(({ name }) => name)).toEqual([]);
});

test('after a restart, by a script this time, nothing is asked', async () => {
  setProxy(['ProxyType=2', `Proxy Config Script=${script.url}/proxy.pac`]);
  await start(app.profile);
  await allUp();
  expect(await window.button('Open network settings').count()).toBe(0);
});

test('what the member sets counts more: without a proxy the names are nowhere', async () => {
  await window.goTo('Settings');
  await window.page.getByLabel('No proxy').check();
  const before = proxy.asked().length;
  await window.goTo('Today');
  await eventually(
    'no service to be seen as up',
    async () =>
      (await window.page
        .getByRole('heading', { level: 1, name: 'All services are working' })
        .count()) === 0
        ? true
        : undefined,
    30_000,
  );
  expect(proxy.asked().length).toBe(before);
});
