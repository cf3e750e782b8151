/**
 * Acknowledgements shared between members, in the packaged app: sent through the outbox, and shown next to the service.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { feedbackPage, sentState } from './pages/feedback.ts';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import type { Event, Staff } from './talking.ts';
import { signInToMatrix, staffOf } from './talking.ts';

let talk: Talk;
let sam: Staff;
let scene: Scene;
let tray: TrayItem;
let window: AppWindow;

beforeAll(async () => {
  talk = await startTalk();
  sam = staffOf(talk);
  scene = await setScene({
    args: ['--show'],
    talk: talk.places,
    desktop: { keyring: true },
    down: 'shortlinks',
  });
  tray = await scene.tray();
  window = await scene.window();
  await tray.waitFor((now) => now.tooltip === '1 of 16 down: Shortlinks');
  await statusPage(window).openDetails('Details of Shortlinks');
  await statusPage(window).unfold();
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

const mark = () => statusPage(window).markAsKnown('Shortlinks');
const share = () => window.page.getByRole('checkbox', { name: 'Also tell the others' });

async function inRoom(): Promise<readonly Event[]> {
  return (await sam.inRoom(talk.acknowledgements)).filter(
    ({ content }) => 'coop.tray.ack' in content,
  );
}
const arrived = (state: string) =>
  eventually(`one that is ${state}`, async () =>
    (await inRoom()).find(({ content }) => Object(content['coop.tray.ack']).state === state),
  );
let ids = 0;
async function samSays(field: object): Promise<void> {
  ids += 1;
  const atUtc = new Date().toISOString();
  const said = { v: 1, id: `s${ids}`, service: 'shortlinks', atUtc, sinceUtc: atUtc, ...field };
  const content = { msgtype: 'm.text', body: 'Seen', 'coop.tray.ack': said };
  await sam.say(talk.acknowledgements, 'm.room.message', content);
}

test('who is not signed in is told how the others could be told, and nothing is offered', async () => {
  await mark().click();
  const { page } = window;
  await page.getByText('To tell the others too, sign in to Matrix').waitFor();
  expect(await share().count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('it says where it goes and who reads it; without a choice nothing is sent', async () => {
  const { page, button } = window;
  await signInToMatrix(window, talk);
  await mark().click();
  const where = page.getByText(
    /^Posts to Servers \(#servers:localhost\) as @ada:localhost\. Everyone/,
  );
  await where.waitFor();
  expect(await share().isChecked()).toBe(false);
  expect(await window.violations()).toEqual([]);
  await page.getByRole('textbox').fill('only for me');
  await button('Mark as known').click();
  await page.getByText('Known: only for me', { exact: true }).waitFor();
  await button(/^Undo/).click();
  await mark().waitFor();
});

test('with it, the room has it in words and for apps, and the list says where it is', async () => {
  const { page } = window;
  await mark().focus();
  await page.keyboard.press('Enter');
  await share().waitFor();
  await page.keyboard.type('el looks after it on Friday');
  for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.getByText('Known and shared: el looks after it on Friday').waitFor();
  const { sender, content } = await arrived('seen');
  // Exactly one: the earlier acknowledgement was private.
  expect(await inRoom()).toHaveLength(1);
  expect([sender, content['body']]).toEqual([
    talk.member.userId,
    expect.stringMatching(/^Known: Shortlinks\. el looks after it on Friday\nState: down, since 2/),
  ]);
  expect(content['coop.tray.ack']).toMatchObject({ v: 1, service: 'shortlinks' });
  await window.goTo('Feedback');
  await feedbackPage(window).list();
  const item = page.getByRole('listitem', {
    name: 'Known: Shortlinks. el looks after it on Friday',
    exact: true,
  });
  await item.getByText(sentState).waitFor();
  await item.getByText(/^to Servers · /).waitFor();
  await window.goTo('Status');
  await statusPage(window).openDetails('Details of Shortlinks');
  await statusPage(window).unfold();
});

test('what another member has seen stands beside the service, as text, and in the menu', async () => {
  const { page } = window;
  await window.button('Undo and tell the others').click();
  await arrived('withdrawn');
  await samSays({ state: 'seen', note: '<b>Help</b> is on its way' });
  await page.getByText(/^sam, \d+:\d+: <b>Help<\/b> is on its way/).waitFor();
  await mark().waitFor();
  await tray.waitFor((now) =>
    now.menu.some((one) => one.label === 'Shortlinks: down (known by sam)'),
  );
  expect((await tray.read()).tooltip).toBe('1 of 16 down: Shortlinks');
  expect(await window.violations()).toEqual([]);
  await samSays({ state: 'withdrawn' });
  await page.getByText(/^sam, \d+:\d+: /).waitFor({ state: 'detached' });
});
