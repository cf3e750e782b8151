/** Programs that the app talks to hang in the midst of it: the app does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, inject, test } from 'vitest';
import { readKeyring } from '../desktop/keyring.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { Desktop, Neighbour } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { watchMain, worstPauseMs } from './main-delay.ts';
import type { SceneOptions } from './scene.ts';
import { setScene } from './scene.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function begin(options: SceneOptions = {}) {
  const scene = await setScene(options);
  stops.push(scene.stop);
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip.startsWith('1 of 16'), 40_000);
  return { ...scene, tray };
}
/** A frozen program is thawed before the desktop is put away. */
function freeze(desktop: Desktop, neighbour: Neighbour): () => void {
  const thaw = desktop.freeze(neighbour);
  stops.push(thaw);
  return thaw;
}
/** What a member would take for an app that hangs. On a busy machine a pause is no proof below this. */
const pauseLimitMs = 500;

test('a notification server that hangs holds up nothing, and shows it once it goes on', async () => {
  const { desktop, coop, tray, app, notifications } = await begin();
  const thaw = freeze(desktop, 'notifications');
  await watchMain(app.electron);
  await coop.service('calls').take('down');
  await tray.waitFor((now) => now.tooltip === '1 of 16 down: Calls (BigBlueButton)');
  await tray.choose('Open Coop Tray');
  const page = await app.page();
  const waiting = page.getByText('is not showing notifications at the moment');
  await waiting.waitFor();
  expect(await worstPauseMs(app.electron)).toBeLessThan(pauseLimitMs);
  thaw();
  await waiting.waitFor({ state: 'hidden' });
  await notifications.clickNewest();
  await page.getByRole('heading', { level: 1, name: 'Calls (BigBlueButton)' }).waitFor();
  const titles = notifications.all().map((one) => one.summary);
  expect(titles).toEqual(['Calls (BigBlueButton) is down']);
});

test('a keyring that hangs does not keep the icon away', async () => {
  const desktop = await startDesktop();
  stops.push(desktop.stop);
  freeze(desktop, 'keyring');
  const startMs = performance.now();
  const app = await startApp(desktop, { executable: inject('executable') });
  stops.push(() => app.stop().catch(() => undefined));
  await findTrayItem(desktop.bus);
  expect(performance.now() - startMs).toBeLessThan(10_000);
  await (await app.page()).getByLabel('Domain, address or file').waitFor();
});

test('signing out while the keyring hangs is done at once, and the sign-in taken out later', async () => {
  const talk = await startTalk();
  stops.push(talk.stop);
  const { desktop, app } = await begin({ args: ['--show'], talk: talk.places });
  const page = await app.page();
  await signIn(page, talk.member);
  const entry = `matrix:${talk.member.userId}`;
  const thaw = freeze(desktop, 'keyring');
  await watchMain(app.electron);
  const startMs = performance.now();
  await page.getByRole('button', { name: 'Sign out of Matrix' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Coop Tray removes it as soon as the keyring lets it').waitFor();
  expect(performance.now() - startMs).toBeLessThan(8000);
  expect(await worstPauseMs(app.electron)).toBeLessThan(pauseLimitMs);
  expect(remembered(app)).toContain(entry);
  // The app ends, although its question to the keyring has not come back.
  await app.stop();
  thaw();
  const later = await startApp(desktop, {
    executable: inject('executable'),
    profile: app.profile,
    args: ['--show'],
  });
  stops.push(() => later.stop().catch(() => undefined));
  await eventually('the sign-in to go', async () =>
    (await readKeyring(desktop, entry)) === 'nothing' ? true : undefined,
  );
  await eventually('its name to go', () => (remembered(later).includes(entry) ? undefined : true));
}, 120_000);

test.each(['bus', 'panel', 'notifications'] as const)(
  'the app ends in time while the %s hangs',
  async (neighbour) => {
    const { desktop, app, coop } = await begin({ args: ['--show'] });
    await app.page();
    freeze(desktop, neighbour);
    await coop.service('calls').take('down');
    const page = await app.page();
    await page.getByRole('heading', { level: 1, name: '2 of 16 need attention' }).waitFor();
    const startMs = performance.now();
    await app.stop();
    expect(performance.now() - startMs).toBeLessThan(5000);
  },
);

async function signIn(
  page: Page,
  member: Readonly<{ name: string; userId: string; password: string }>,
): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('User name').fill(member.name);
  await page.getByLabel('Password').fill(member.password);
  await page.getByLabel('Password').press('Enter');
  await page.getByText(`Signed in as ${member.userId} on`).first().waitFor();
}

/** The file that says who was signed in; empty where there is none. */
function remembered({ profile }: RunningApp): string {
  try {
    return readFileSync(join(profile, 'accounts.json'), 'utf8');
  } catch {
    return '';
  }
}
