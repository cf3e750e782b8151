/**
 * Other programs cannot control the app: switches that a release ignores. Playwright, which controls it, opens the
 * inspector.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startDesktop } from '../desktop/index.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { listen, send } from '../servers/http.ts';
import { startApp } from './app.ts';

async function freePort(): Promise<number> {
  const listener = await listen((_request, response) => send(response, {}));
  await listener.stop();
  return Number(new URL(listener.url).port);
}

/** Starts the app as a member does, with a switch; resolves once its icon is there. */
async function startWith(switches: readonly string[]): Promise<ChildProcess> {
  const desktop = await startDesktop();
  onTestFinished(desktop.stop);
  const app = spawn(
    desktop.wrap(inject('executable')),
    [`--user-data-dir=${desktop.makeFolder('profile')}`, ...switches],
    { env: desktop.env, cwd: '/', stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = once(app, 'exit');
  onTestFinished(async () => {
    app.kill();
    await ended;
  });
  await findTrayItem(desktop.bus);
  return app;
}

test('Chromium’s remote debugging does not open beside a closed inspector', async () => {
  const port = await freePort();
  await startWith([`--remote-debugging-port=${port}`]);
  const socket = connect(port, '127.0.0.1');
  const found = await once(socket, 'connect').then(
    () => 'open',
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect(found).toBe('ECONNREFUSED');
});

test('nor does it answer in a pipe', async () => {
  const app = await startWith(['--remote-debugging-pipe']);
  const [, , , asking, answering] = app.stdio;
  let heard = '';
  answering?.on('data', (piece: Buffer) => (heard += String(piece)));
  asking?.on('error', () => undefined);
  (asking as Writable).write('{"id":1,"method":"Browser.getVersion"}\0');
  await pause(1000);
  expect(heard).toBe('');
});

test('no variable opens the developer tools of a packaged app', async () => {
  const desktop = await startDesktop();
  onTestFinished(desktop.stop);
  const env = { ...desktop.env, COOP_TRAY_DEVTOOLS: '1' };
  const app = await startApp(
    { ...desktop, env },
    { executable: inject('executable'), args: ['--show'] },
  );
  onTestFinished(app.stop);
  await app.page();
  const opened = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    return contents?.isDevToolsOpened();
  });
  expect(opened).toBe(false);
});
