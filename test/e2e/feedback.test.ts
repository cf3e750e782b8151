/** Feedback in the packaged app: from the tray to “sent” with a picture, by mouse and by keyboard; and what arrives. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { feedbackField } from '../../shared/feedback/matrix-message.ts';
import { faultOf } from '../../shared/feedback/picture.ts';
import { eventually } from '../desktop/wait.ts';
import { findTrayItem } from '../desktop/tray.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import type { Content } from './talking.ts';
import { signInToMatrix, staffOf } from './talking.ts';
import { violations } from './violations.ts';

const run = promisify(execFile);

/** From the tray's click to “sent”. */
const mostActions = 5;
const words = 'The menu of /home/ana/site is gone, write to ana@example.org.';

let talk: Talk;
let scene: Scene;
let app: RunningApp;
let page: Page;

beforeAll(async () => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places });
  app = scene.app;
  page = await app.page();
  await signInToMatrix(page, talk);
});
afterAll(async () => {
  await app.stop();
  await scene.stop();
  await talk.stop();
});

/** What is in the room, the newest first. */
async function inRoom(): Promise<readonly Content[]> {
  const events = await staffOf(talk).inRoom(talk.betaRoom);
  return events.filter(({ type }) => type === 'm.room.message').map(({ content }) => content);
}

/** The menu is made anew with every news of a service: what was read a moment ago may be another one. */
async function openFromTray(): Promise<void> {
  const tray = await findTrayItem(scene.desktop.bus);
  await eventually('the tray’s item', () =>
    tray.choose('Give feedback…').then(
      () => true,
      () => undefined,
    ),
  );
  page = await app.page();
  await field().waitFor();
}

const field = () => page.getByRole('textbox', { name: 'In your words' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const sent = () => page.getByText('Broken: Coop Tray (build 0.1.0): Sent', { exact: true });
const canvas = () => page.locator('canvas');

/** Once so many messages are there. */
async function arrived(count: number): Promise<readonly Content[]> {
  return eventually('what was sent', async () => {
    const found = await inRoom();
    return found.length === count ? found : undefined;
  });
}

/** Presses Tab until the focus is on what begins so. */
async function reach(what: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const label = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (label.startsWith(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${what}`);
}

test('by mouse: from the tray to “sent”, with a picture, in few actions', async () => {
  let actions = 0;
  const act = async (work: () => Promise<unknown>) => {
    actions += 1;
    await work();
  };
  // The click that opens the menu, which the panel draws.
  await act(async () => undefined);
  await act(openFromTray);
  await act(() => field().fill(words));
  await act(() => button('Picture of the screen').click());
  await canvas().waitFor();
  await act(() => button('Send to Beta room').click());
  await sent().waitFor();
  expect(actions).toBeLessThanOrEqual(mostActions);
  const [picture, message] = await arrived(2);
  expect(message?.['body']).toContain('The menu of /home/[name]/site is gone, write to [e-mail].');
  expect(picture).toMatchObject({ msgtype: 'm.image', info: { mimetype: 'image/png' } });
  const bytes = talk.matrix.uploaded(String(picture?.['url']));
  expect(bytes && faultOf(bytes)).toBeUndefined();
  // Of the screen as it was, 1280 by 800.
  expect([bytes?.readUInt32BE(16), bytes?.readUInt32BE(20)]).toEqual([1280, 800]);
});

test('by keyboard alone', async () => {
  let actions = 1;
  await page.reload();
  actions += 1;
  await openFromTray();
  // The focus waits where one writes.
  actions += 1;
  await page.keyboard.type('By keyboard');
  await reach('Picture of the screen');
  actions += 1;
  await page.keyboard.press('Enter');
  await canvas().waitFor();
  actions += 1;
  await page.keyboard.press('Control+Enter');
  await sent().waitFor();
  expect(actions).toBeLessThanOrEqual(mostActions);
  const focused = await page.evaluate(() => document.activeElement?.tagName);
  expect(focused).toBe('OUTPUT');
  expect((await arrived(4))[1]?.['body']).toContain('By keyboard');
});

test('what is cut away or blacked out is nowhere in what arrives', async () => {
  await field().fill('Cut');
  await button('Picture of the screen').click();
  await canvas().waitFor();
  await page.getByText('Cut and black out with the keyboard').click();
  const kept = page.getByRole('group', { name: 'Part that is kept' });
  await kept.getByRole('spinbutton', { name: 'Width' }).fill('300');
  await kept.getByRole('spinbutton', { name: 'Height' }).fill('200');
  await button('Black out a part').click();
  const covered = page.getByRole('group', { name: 'Blacked out 1' });
  await covered.getByRole('spinbutton', { name: 'Left' }).fill('0');
  await covered.getByRole('spinbutton', { name: 'Width' }).fill('100');
  await covered.getByRole('spinbutton', { name: 'Top' }).fill('0');
  expect(await violations(page)).toEqual([]);
  await button('Use this picture').click();
  await button('Remove the picture').waitFor();
  const [width, height, corner, edge] = await canvas()
    .first()
    .evaluate((it) => {
      const { width, height } = it as HTMLCanvasElement;
      const pen = (it as HTMLCanvasElement).getContext('2d');
      const at = (x: number, y: number) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
      return [width, height, at(0, 0), at(width - 1, 0)] as const;
    });
  expect([width, height, corner]).toEqual([300, 200, [0, 0, 0, 255]]);
  // The virtual desktop’s own colour.
  expect(edge).toEqual([0xb9, 0xc8, 0xc4, 255]);
});

test('what was taken out is listed, and stays in where the member wants it', async () => {
  await field().fill('Ask ana@example.org or bob@example.org');
  await page.getByText('See exactly what is sent').click();
  const leaveIn = (text: string) => page.getByRole('checkbox', { name: `Leave in: ${text}` });
  await leaveIn('bob@example.org').check();
  const shown = page.locator('form > details > div > section pre').first();
  await eventually('the preview', async () =>
    (await shown.textContent())?.includes('Ask [e-mail] or bob@example.org') ? true : undefined,
  );
  expect(await leaveIn('ana@example.org').isChecked()).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.getByText('See exactly what is sent').click();
  await field().fill(words);
});

test('the preview is what arrives, byte for byte', async () => {
  await page.getByRole('checkbox', { name: /^Send along what the app knows/ }).check();
  await page.getByText('See exactly what is sent').click();
  await page.getByText(/^Goes to Beta room/).waitFor();
  const raw = page.locator('details details pre');
  await eventually('three parts', async () => ((await raw.count()) === 3 ? true : undefined));
  expect(await violations(page)).toEqual([]);
  const shown = await raw.allTextContents();
  const file = await page
    .locator('form > details > div > section')
    .nth(2)
    .locator('> pre')
    .textContent();
  await button('Send to Beta room').click();
  await sent().waitFor();
  const [log, picture, message] = await arrived(7);
  expect(JSON.stringify(message)).toBe(shown[0]);
  expect(message?.[feedbackField]).toMatchObject({ v: 1, kind: 'broken' });
  expect(picture).toMatchObject(JSON.parse(shown[1] ?? '') as Content);
  expect(log).toMatchObject(JSON.parse(shown[2] ?? '') as Content);
  expect(talk.matrix.uploaded(String(log?.['url']))?.toString()).toBe(file);
  const bytes = talk.matrix.uploaded(String(picture?.['url']));
  expect([bytes?.readUInt32BE(16), bytes?.readUInt32BE(20)]).toEqual([300, 200]);
});

test('of several screens the member chooses one, by keyboard too', async () => {
  const monitors = { left: '640/169x800/211+0+0', right: '640/169x800/211+640+0' };
  const xrandr = (...args: string[]) => run('xrandr', args, { env: { ...scene.desktop.env } });
  onTestFinished(async () => {
    await xrandr('--delmonitor', 'left');
    await xrandr('--delmonitor', 'right');
  });
  await xrandr('--setmonitor', 'left', monitors.left, 'screen');
  await xrandr('--setmonitor', 'right', monitors.right, 'none');
  await button('Picture of the screen').click();
  await page.getByText('Which window or screen?').waitFor();
  expect(await violations(page)).toEqual([]);
  await button('Screen 1').waitFor();
  await button('Screen 2').press('Enter');
  await button('Use this picture').click();
  await button('Remove the picture').waitFor();
  const size = await canvas()
    .first()
    .evaluate((it) => [(it as HTMLCanvasElement).width, (it as HTMLCanvasElement).height]);
  expect(size).toEqual([640, 800]);
});

test('a draft outlives a kill -9', async () => {
  await field().fill('Not to be lost');
  const outbox = join(app.profile, 'outbox');
  const isKept = () =>
    existsSync(outbox) &&
    readdirSync(outbox, { encoding: 'utf8' }).some(
      (name) =>
        name.endsWith('.json') &&
        readFileSync(join(outbox, name), 'utf8').includes('Not to be lost'),
    );
  await eventually('the draft on the disk', () => isKept() || undefined);
  const dead = app.electron.process();
  dead.kill('SIGKILL');
  await eventually('the app’s end', () => dead.signalCode ?? undefined);
  app = await startApp(scene.desktop, {
    executable: inject('executable'),
    profile: scene.app.profile,
    args: ['--show'],
  });
  page = await app.page();
  await button('Feedback').click();
  expect(await field().inputValue()).toBe('Not to be lost');
});

test('a key opens it from anywhere, once the member wants it', async () => {
  await button('Settings').click();
  const choice = page.getByRole('checkbox', { name: /^Give feedback from anywhere/ });
  expect(await choice.isChecked()).toBe(false);
  await choice.check();
  const isRegistered = () =>
    app.electron.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Alt+F'),
    );
  await eventually('the key', async () => (await isRegistered()) || undefined);
  await choice.uncheck();
  await eventually('the key given back', async () => !(await isRegistered()) || undefined);
});

test('a service’s page leads to feedback on that service', async () => {
  await button('Status').click();
  await page
    .getByRole('button', { name: /Website/ })
    .first()
    .click();
  await button('Give feedback').click();
  const about = page.getByRole('combobox', { name: 'What is it about?' });
  expect(await about.locator('option:checked').textContent()).toBe('Website');
  expect(await field().inputValue()).toBe('');
});

test('a notification of an outage leads to feedback on that service, by keyboard', async () => {
  await scene.coop.service('pads').take('down');
  await scene.notifications.waitFor((one) => one.summary === 'Pads (HedgeDoc) is down');
  await scene.notifications.clickNewest();
  await page.getByRole('heading', { level: 1, name: 'Pads (HedgeDoc)' }).waitFor();
  await reach('Give feedback');
  await page.keyboard.press('Enter');
  await field().waitFor();
  const about = page.getByRole('combobox', { name: 'What is it about?' });
  expect(await about.locator('option:checked').textContent()).toBe('Pads (HedgeDoc)');
});
