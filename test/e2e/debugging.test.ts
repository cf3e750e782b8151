/** Other programs do not drive the app: what a release leaves closed. Playwright, which drives it, opens the inspector. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { startDesktop } from '../desktop/index.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { listen, send } from '../servers/http.ts';
import { startApp } from './app.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function freePort(): Promise<number> {
  const listener = await listen((_request, response) => send(response, {}));
  await listener.stop();
  return Number(new URL(listener.url).port);
}

test('Chromium’s remote debugging does not open beside a closed inspector', async () => {
  const desktop = await startDesktop();
  stops.push(desktop.stop);
  const port = await freePort();
  const app = spawn(
    desktop.wrap(inject('executable')),
    [`--user-data-dir=${desktop.makeFolder('profile')}`, `--remote-debugging-port=${port}`],
    { env: desktop.env, cwd: '/', stdio: 'ignore' },
  );
  const ended = once(app, 'exit');
  stops.push(async () => {
    app.kill();
    await ended;
  });
  await findTrayItem(desktop.bus);
  const socket = connect(port, '127.0.0.1');
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
});

test('no variable opens the developer tools of a packaged app', async () => {
  const desktop = await startDesktop();
  stops.push(desktop.stop);
  const env = { ...desktop.env, COOP_TRAY_DEVTOOLS: '1' };
  const app = await startApp(
    { ...desktop, env },
    { executable: inject('executable'), args: ['--show'] },
  );
  stops.push(app.stop);
  await app.page();
  const opened = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    return contents?.isDevToolsOpened();
  });
  expect(opened).toBe(false);
});
