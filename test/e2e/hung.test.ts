/** Programs that the app talks to hang: the app does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { readKeyring } from '../desktop/keyring.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { Desktop, Neighbour } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { watchMain, worstPauseMs } from './main-delay.ts';
import { settingsPage } from './pages/settings.ts';
import { statusPage } from './pages/status.ts';
import type { Scene, SceneOptions } from './scene.ts';
import { setScene } from './scene.ts';

async function begin(options: SceneOptions = {}): Promise<Scene> {
  const scene = await setScene(options);
  onTestFinished(scene.stop);
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'), 40_000);
  return scene;
}
/** A frozen program is resumed before the desktop stops. */
function freeze(desktop: Desktop, neighbour: Neighbour): () => void {
  const thaw = desktop.freeze(neighbour);
  onTestFinished(thaw);
  return thaw;
}
/** A longer pause looks like a hang to a member; a shorter one may come from a busy machine. */
const pauseLimitMs = 500;

test('a notification server that hangs holds up nothing, and shows it once it goes on', async () => {
  const scene = await begin();
  const { coop, app, notifications } = scene;
  const tray = await scene.tray();
  const thaw = freeze(scene.desktop, 'notifications');
  await watchMain(app.electron);
  await coop.service('calls').take('down');
  await tray.waitFor((now) => now.tooltip === '1 of 16 down: Calls (BigBlueButton)');
  await tray.choose('Open Coop Tray');
  const window = await scene.window();
  const waiting = window.page.getByText('isn’t showing notifications right now');
  await waiting.waitFor();
  expect(await worstPauseMs(app.electron)).toBeLessThan(pauseLimitMs);
  thaw();
  await waiting.waitFor({ state: 'hidden' });
  await notifications.clickNewest();
  await window.shows('Calls (BigBlueButton)');
  const titles = notifications.all().map((one) => one.summary);
  expect(titles).toEqual(['Calls (BigBlueButton) is down']);
});

test('a keyring that hangs does not keep the icon away', async () => {
  const desktop = await startDesktop();
  onTestFinished(desktop.stop);
  freeze(desktop, 'keyring');
  const startMs = performance.now();
  const app = await startApp(desktop, { executable: inject('executable') });
  onTestFinished(() => app.stop().catch(() => undefined));
  await findTrayItem(desktop.bus);
  expect(performance.now() - startMs).toBeLessThan(10_000);
  await (await app.page()).getByLabel('Web address of your co-op').waitFor();
});

test('signing out while the keyring hangs is done at once, and the sign-in taken out later', async () => {
  const talk = await startTalk();
  onTestFinished(talk.stop);
  const scene = await begin({ args: ['--show'], talk: talk.places });
  const { desktop, app } = scene;
  const window = await scene.window();
  const settings = settingsPage(window);
  await settings.signInToMatrix(talk.member);
  const entry = `matrix:${talk.member.userId}`;
  const thaw = freeze(desktop, 'keyring');
  await watchMain(app.electron);
  const startMs = performance.now();
  await settings.signOutOf('Matrix');
  await window.page.getByText('Coop Tray will remove it as soon as possible.').waitFor();
  expect(performance.now() - startMs).toBeLessThan(8000);
  expect(await worstPauseMs(app.electron)).toBeLessThan(pauseLimitMs);
  expect(remembered(app)).toContain(entry);
  // The app quits although its request to the keyring is still pending.
  await app.stop();
  thaw();
  await scene.restart();
  await eventually('the sign-in to go', async () =>
    (await readKeyring(desktop, entry)) === 'nothing' ? true : undefined,
  );
  await eventually('its name to go', () => (remembered(app).includes(entry) ? undefined : true));
}, 120_000);

test.each(['bus', 'panel', 'notifications'] as const)(
  'the app ends in time while the %s hangs',
  async (neighbour) => {
    const scene = await begin({ args: ['--show'] });
    const window = await scene.window();
    freeze(scene.desktop, neighbour);
    await scene.coop.service('calls').take('down');
    await statusPage(window).isDown('Calls (BigBlueButton)');
    const startMs = performance.now();
    await scene.app.stop();
    expect(performance.now() - startMs).toBeLessThan(5000);
  },
);

/** The file that stores who is signed in; empty if missing. */
function remembered({ profile }: RunningApp): string {
  try {
    return readFileSync(join(profile, 'accounts.json'), 'utf8');
  } catch {
    return '';
  }
}
