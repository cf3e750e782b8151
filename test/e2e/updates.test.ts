/**
 * An update of the packaged app: offered by a server on loopback, downloaded and installed at two clicks, and started.
 * What the AppImage is to the app is a small program here; nothing may ask for the rights of an administrator.
 */
import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startDesktop } from '../desktop/index.ts';
import type { Desktop } from '../desktop/index.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { Feed } from '../servers/updates/feed.ts';
import { startFeed } from '../servers/updates/feed.ts';
import { always, fileOf, manifestOf } from '../servers/updates/manifests.ts';
import { makeKey } from '../servers/updates/signer.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import type { AppWindow } from './pages/window.ts';
import { windowOf } from './pages/window.ts';
import { pace } from './scene.ts';

let coop: StandInCoop;
let desktop: Desktop;
let feed: Feed;
let app: RunningApp;
let window: AppWindow;
let folder: string;
let appImage: string;
let tools: string;

const program = (version: string) =>
  Buffer.from(
    `#!/bin/sh\necho ${version} "$@" > "$(dirname "$0")/started"\nexit\n${'#'.repeat(3_000_000)}\n`,
  );

beforeAll(async () => {
  coop = await startCoop(pace);
  desktop = await startDesktop();
  folder = desktop.makeFolder('apps');
  appImage = join(folder, 'Coop.AppImage');
  tools = desktop.makeFolder('tools');
  writeFileSync(appImage, program('old'));
  chmodSync(appImage, 0o755);
  const { uid, gid } = statSync(folder);
  chownSync(appImage, uid, gid);
  for (const name of ['pkexec', 'sudo', 'gksudo', 'kdesudo', 'beesu']) {
    writeFileSync(join(tools, name), `#!/bin/sh\ntouch ${folder}/asked-for-rights\n`);
    chmodSync(join(tools, name), 0o755);
  }
  const key = makeKey();
  feed = await startFeed(key);
  const fresh = program('new');
  const file = fileOf(fresh);
  const versions = { version: '99.0.0', minSupported: '0.1.0' };
  const manifest = manifestOf({ ...always, ...versions, files: [file] });
  feed.publish(manifest, { [file.name]: fresh });
  const executable = inject('executable');
  const env = {
    ...desktop.env,
    PATH: `${tools}:${desktop.env['PATH'] ?? process.env['PATH'] ?? ''}`,
    APPIMAGE: appImage,
    APPDIR: dirname(executable),
    COOP_TRAY_UPDATE_FEED: feed.url,
    COOP_TRAY_UPDATE_KEY: key.publicLine,
  };
  app = await startApp(
    { ...desktop, env },
    { executable, args: [`--coop=${coop.documentUrl}`, '--show'] },
  );
  window = windowOf(await app.page());
});
afterAll(async () => {
  await app.stop();
  await desktop.stop();
  await coop.stop();
  await feed.listener.stop();
});

test('an update is offered in the settings, on Today and in the tray, and nothing is downloaded', async () => {
  await window.goTo('Settings');
  await window.page.getByText('No check has succeeded yet.').waitFor();
  const updates = window.page.getByRole('region', { name: 'Updates' });
  await updates.getByRole('button', { name: 'Check now' }).click();
  await updates.getByRole('heading', { name: 'Version 99.0.0 is available' }).waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
  await window.goTo('Today');
  await window.page.getByRole('heading', { name: 'Coop Tray 99.0.0 is available' }).waitFor();
  const tray = await findTrayItem(desktop.bus);
  await tray.waitFor(({ menu }) =>
    menu.some(({ label }) => label === 'Coop Tray 99.0.0 is available'),
  );
  expect(feed.requests.map(({ what }) => what)).toEqual([
    'GET /stable.json',
    'GET /stable.json.sig',
  ]);
  expect(readdirSync(folder)).toEqual(['Coop.AppImage']);
});

test('two clicks later it is in place, starts with the same profile, and nobody asked for a password', async () => {
  await window.goTo('Settings');
  const updates = window.page.getByRole('region', { name: 'Updates' });
  await updates.getByRole('button', { name: 'Download (3 MB)' }).click();
  await updates.getByText('Version 99.0.0 is downloaded and verified.').waitFor();
  expect(readFileSync(appImage).equals(program('old'))).toBe(true);
  await updates.getByRole('button', { name: 'Install and restart' }).click();
  const started = await eventually('the new version', () => {
    const said = join(folder, 'started');
    // The file is there a moment before its line.
    return (existsSync(said) && readFileSync(said, 'utf8')) || undefined;
  });
  expect(started).toBe(`new --user-data-dir=${app.profile} --show\n`);
  expect(readFileSync(appImage).equals(program('new'))).toBe(true);
  expect(statSync(appImage).mode & 0o777).toBe(0o755);
  expect(readdirSync(folder).toSorted()).toEqual(['Coop.AppImage', 'started']);
});
