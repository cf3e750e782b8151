/** Feedback in the packaged app: from the tray to “sent” with a picture, by mouse and by keyboard; and what arrives. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { feedbackField } from '../../shared/feedback/matrix-message.ts';
import { faultOf } from '../../shared/feedback/picture.ts';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { FeedbackPage } from './pages/feedback.ts';
import { feedbackPage } from './pages/feedback.ts';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import type { Content } from './talking.ts';
import { signInToMatrix, staffOf } from './talking.ts';

const run = promisify(execFile);

const words = 'The menu of /home/ana/site is gone, write to ana@example.org.';

let talk: Talk;
let scene: Scene;
let window: AppWindow;
let feedback: FeedbackPage;
let page: Page;

beforeAll(async () => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places });
  take(await scene.window());
  await signInToMatrix(window, talk);
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

function take(next: AppWindow): void {
  window = next;
  feedback = feedbackPage(next);
  page = next.page;
}

/** The room's messages, newest first. */
async function inRoom(): Promise<readonly Content[]> {
  const events = await staffOf(talk).inRoom(talk.betaRoom);
  return events.filter(({ type }) => type === 'm.room.message').map(({ content }) => content);
}

async function openFromTray(): Promise<void> {
  await (await scene.tray()).choose('Send feedback…');
  take(await scene.window());
  await feedback.words().waitFor();
}

/** Records mouse presses, and key presses that neither move the focus nor type. */
async function watchPresses(): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const presses: string[] = [];
    Object.assign(globalThis, { presses });
    const note = (what: string | null | undefined) => presses.push(what ?? '');
    const target = (event: Event) => (event.target as Element).closest('button, label, summary');
    addEventListener('pointerdown', (event) => note(target(event)?.textContent), true);
    addEventListener(
      'keydown',
      ({ key, ctrlKey }) => {
        if (key === 'Enter') note(ctrlKey ? 'Control+Enter' : key);
      },
      true,
    );
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'presses') as readonly string[]);
}

/** Resolves once there are `count` messages. */
async function arrived(count: number): Promise<readonly Content[]> {
  return eventually('what was sent', async () => {
    const found = await inRoom();
    return found.length === count ? found : undefined;
  });
}

test('by mouse: from the tray to “sent” with a picture; nothing else is asked for', async () => {
  await openFromTray();
  const presses = await watchPresses();
  await feedback.words().fill(words);
  await feedback.takePicture();
  await feedback.send().click();
  await feedback.sent(words).waitFor();
  expect(await presses()).toEqual(['Capture screen', 'SendCtrl+Enter']);
  const [picture, message] = await arrived(2);
  expect(message?.['body']).toContain('The menu of /home/[name]/site is gone, write to [e-mail].');
  expect(picture).toMatchObject({ msgtype: 'm.image', info: { mimetype: 'image/png' } });
  const bytes = talk.matrix.uploaded(String(picture?.['url']));
  expect(bytes && faultOf(bytes)).toBeUndefined();
  // The screen at its original size, 1280 by 800.
  expect([bytes?.readUInt32BE(16), bytes?.readUInt32BE(20)]).toEqual([1280, 800]);
});

test('by keyboard alone', async () => {
  await page.reload();
  await openFromTray();
  const presses = await watchPresses();
  // The focus is in the text field.
  await page.keyboard.type('By keyboard');
  await window.press('Capture screen');
  await feedback.picture().waitFor();
  await page.keyboard.press('Control+Enter');
  await feedback.sent('By keyboard').waitFor();
  expect(await presses()).toEqual(['Enter', 'Control+Enter']);
  expect((await window.focused()).tag).toBe('OUTPUT');
  expect((await arrived(4))[1]?.['body']).toContain('By keyboard');
});

/** What the first picture has by now: it is drawn a moment after its canvas is there. */
const drawn = () =>
  feedback
    .picture()
    .first()
    .evaluate((it) => {
      const { width, height } = it as HTMLCanvasElement;
      const pen = (it as HTMLCanvasElement).getContext('2d');
      const at = (x: number, y: number) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
      return { size: [width, height], corner: at(0, 0), edge: at(width - 1, 0) };
    });

test('what is cut away or blacked out is nowhere in what arrives', async () => {
  await feedback.words().fill('Cut');
  await feedback.takePicture();
  await page.getByText('Crop and black out by keyboard').click();
  const kept = page.getByRole('group', { name: 'Kept part' });
  await kept.getByRole('spinbutton', { name: 'Width' }).fill('300');
  await kept.getByRole('spinbutton', { name: 'Height' }).fill('200');
  await window.button('Add a blacked-out part').click();
  const covered = page.getByRole('group', { name: 'Blacked out 1' });
  await covered.getByRole('spinbutton', { name: 'Left' }).fill('0');
  await covered.getByRole('spinbutton', { name: 'Width' }).fill('100');
  await covered.getByRole('spinbutton', { name: 'Top' }).fill('0');
  expect(await window.violations()).toEqual([]);
  await window.button('Attach').click();
  await window.button('Remove image').waitFor();
  const background = [0xb9, 0xc8, 0xc4, 255];
  await expect
    .poll(drawn, { timeout: 15_000 })
    .toEqual({ size: [300, 200], corner: [0, 0, 0, 255], edge: background });
});

test('what was taken out is listed, and stays in where the member wants it', async () => {
  await feedback.words().fill('Ask ana@example.org or bob@example.org');
  await feedback.openPreview();
  const { leaveIn } = feedback;
  await leaveIn('bob@example.org').check();
  const shown = feedback.shownPart(0);
  await eventually('the preview', async () =>
    (await shown.textContent())?.includes('Ask [e-mail] or bob@example.org') ? true : undefined,
  );
  expect(await leaveIn('ana@example.org').isChecked()).toBe(false);
  expect(await window.violations()).toEqual([]);
  await feedback.closePreview();
  await feedback.words().fill(words);
});

test('the preview is what arrives, byte for byte', async () => {
  await page.getByRole('checkbox', { name: /^Include technical details/ }).check();
  await feedback.openPreview();
  await page.getByText(/^Sent to Beta room/).waitFor();
  const shown = await feedback.rawParts(3);
  expect(await window.violations()).toEqual([]);
  const file = await feedback.shownPart(2).textContent();
  await feedback.closePreview();
  await feedback.send().click();
  await feedback.sent(words).waitFor();
  const [log, picture, message] = await arrived(7);
  expect(JSON.stringify(message)).toBe(shown[0]);
  expect(message?.[feedbackField]).toMatchObject({
    v: 1,
    kind: 'comment',
    about: { what: 'other' },
  });
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
  await window.button('Capture screen').click();
  await page.getByText('Which window or screen?').waitFor();
  expect(await window.violations()).toEqual([]);
  await window.button('Screen 1').waitFor();
  await window.button('Screen 2').press('Enter');
  await window.button('Attach').click();
  await window.button('Remove image').waitFor();
  await expect.poll(drawn, { timeout: 15_000 }).toMatchObject({ size: [640, 800] });
});

test('a draft outlives a kill -9', async () => {
  await feedback.words().fill('Not to be lost');
  const outbox = join(scene.app.profile, 'outbox');
  const isKept = () =>
    existsSync(outbox) &&
    readdirSync(outbox, { encoding: 'utf8' }).some(
      (name) =>
        name.endsWith('.json') &&
        readFileSync(join(outbox, name), 'utf8').includes('Not to be lost'),
    );
  await eventually('the draft on the disk', () => isKept() || undefined);
  const dead = scene.app.electron.process();
  dead.kill('SIGKILL');
  await eventually('the app’s end', () => dead.signalCode ?? undefined);
  take(await scene.restart());
  await window.goTo('Feedback');
  expect(await feedback.words().inputValue()).toBe('Not to be lost');
});

test('a key opens it from anywhere, once the member wants it', async () => {
  await window.goTo('Settings');
  const choice = page.getByRole('checkbox', { name: /^Send feedback from anywhere/ });
  expect(await choice.isChecked()).toBe(false);
  await choice.check();
  const isRegistered = () =>
    scene.app.electron.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Alt+F'),
    );
  await eventually('the key', async () => (await isRegistered()) || undefined);
  await choice.uncheck();
  await eventually('the key given back', async () => !(await isRegistered()) || undefined);
});

test('a service’s page leads to feedback on that service', async () => {
  await window.goTo('Status');
  await statusPage(window).openDetails(/Website/);
  await window.button('Send feedback').click();
  expect(await feedback.about()).toBe('Website');
  expect(await feedback.words().inputValue()).toBe('');
});

test('a notification of an outage leads to feedback on that service, by keyboard', async () => {
  await scene.coop.service('pads').take('down');
  await scene.notifications.waitFor((one) => one.summary === 'Pads (HedgeDoc) is down');
  await scene.notifications.clickNewest();
  await window.shows('Pads (HedgeDoc)');
  await window.press('Send feedback');
  await feedback.words().waitFor();
  expect(await feedback.about()).toBe('Pads (HedgeDoc)');
});
