/** Replies in the packaged app: staff's reactions and messages, the member's answer, announcements and reports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { FeedbackPage } from './pages/feedback.ts';
import { feedbackPage } from './pages/feedback.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import type { Staff } from './talking.ts';
import { signInToMatrix, staffOf } from './talking.ts';

let talk: Talk;
let staff: Staff;
let scene: Scene;
let window: AppWindow;
let feedback: FeedbackPage;

beforeAll(async () => {
  talk = await startTalk({ outside: true });
  staff = staffOf(talk);
  scene = await setScene({ args: ['--show'], talk: talk.places, desktop: { keyring: true } });
  window = await scene.window();
  feedback = feedbackPage(window);
  await window.call('policy.setQuietHours', always);
  await signInToMatrix(window, talk);
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

/** No quiet hours. */
const always = { on: false, days: [], fromMinute: 540, toMinute: 1080 };

async function joined(roomId: string): Promise<readonly string[]> {
  const answer = await staff.ask('GET', `${encodeURIComponent(roomId)}/joined_members`);
  return Object.keys(answer['joined'] as object);
}
const root = () =>
  eventually('what was sent', async () =>
    (await staff.inRoom(talk.betaRoom)).find(({ content }) => 'coop.tray.feedback' in content),
  );
const mark = (eventId: string, key: string) =>
  staff.say(talk.betaRoom, 'm.reaction', {
    'm.relates_to': { rel_type: 'm.annotation', event_id: eventId, key },
  });
const reply = (eventId: string, body: string) =>
  staff.say(talk.betaRoom, 'm.room.message', {
    msgtype: 'm.text',
    body,
    'm.relates_to': { rel_type: 'm.thread', event_id: eventId },
  });
const told = (summary: RegExp) =>
  scene.notifications.waitFor((one) => summary.test(one.summary), 30_000);

test('a member is asked before they join the room of the announcements', async () => {
  const { page, button } = window;
  await window.goTo('News');
  await page.getByText('others in the room will see that you joined').waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await joined(talk.announcements)).not.toContain(talk.member.userId);
  await button('Join').press('Enter');
  await page.getByText(/^No news in /).waitFor();
  expect(await joined(talk.announcements)).toContain(talk.member.userId);
  expect((await window.focused()).tag).toBe('H1');
});

test('staff reacts, answers and announces: one notification, the state, and the words as text', async () => {
  const { page, button } = window;
  await window.goTo('Feedback');
  await feedback.words().fill('The menu is gone');
  await feedback.send().click();
  const { event_id: eventId } = await root();
  await feedback.sent('The menu is gone').waitFor();
  await mark(eventId, '🛠️');
  await reply(eventId, '<b>Looking</b> at it');
  await staff.say(talk.announcements, 'm.room.message', {
    msgtype: 'm.text',
    body: 'Pads move on Friday: https://coop.example/pads.',
  });
  const notice = await told(/^3 updates/);
  expect(notice.body).toContain('In progress');
  expect(notice.body).toContain('New announcement: Pads move on Friday');
  await feedback.list();
  await page.getByText('In progress', { exact: true }).waitFor();
  await button(/^1 reply/).click();
  await page.getByText('<b>Looking</b> at it', { exact: true }).waitFor();
  await page.getByText('New', { exact: true }).waitFor();
  expect(await window.violations()).toEqual([]);
});

test('an answer from the app goes into the thread', async () => {
  const { page, button } = window;
  const thanks = 'Thank you, Sam. My password: [password]';
  const { event_id: eventId } = await root();
  await page
    .getByRole('textbox', { name: 'Your reply' })
    .fill('Thank you, Sam. My password: tortoise');
  await feedback.leaveIn('tortoise (a password)').waitFor();
  await button('Reply').click();
  const sent = await eventually('the answer', async () =>
    (await staff.inRoom(talk.betaRoom)).find(({ content }) => content['body'] === thanks),
  );
  expect(sent.sender).toBe(talk.member.userId);
  expect(sent.content['m.relates_to']).toMatchObject({ rel_type: 'm.thread', event_id: eventId });
  await page.getByText(thanks, { exact: true }).waitFor();
});

test('an announcement is listed; its link is opened only as it stands there', async () => {
  await window.goTo('News');
  await window.page.getByText('Pads move on Friday').waitFor();
  const [said] = await staff.inRoom(talk.announcements);
  const id = said?.event_id;
  expect(id).toMatch(/^\$/);
  await scene.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const refused = await window.call('announcements.openLink', {
    id,
    address: 'https://evil.example',
  });
  expect(refused).toEqual({ ok: false, code: 'bad-payload' });
  await window.page.getByRole('link', { name: 'https://coop.example/pads' }).click();
  const opened = await eventually('the browser', async () => {
    const all = await scene.app.electron.evaluate(
      () => Reflect.get(globalThis, 'opened') as string[],
    );
    return all.length > 0 ? all : undefined;
  });
  expect(opened).toEqual(['https://coop.example/pads']);
  expect(await window.violations()).toEqual([]);
});

test('a report appears beside the service, and goes when it is taken back', async () => {
  const content = { v: 1, service: 'pads', state: 'degraded', text: 'The disk is nearly full' };
  const eventId = await staff.say(talk.announcements, 'coop.tray.status', content);
  const { page } = window;
  await window.goTo('Status');
  await page
    .getByText(/^Reported by your co-op, .*: has problems\. The disk is nearly full$/)
    .waitFor();
  await staff.ask('PUT', `${encodeURIComponent(talk.announcements)}/redact/${eventId}/r1`, {});
  await page.getByText(/^Reported by your co-op/).waitFor({ state: 'detached' });
});

test('what was answered while the app was closed is found at the next start', async () => {
  const { event_id: eventId } = await root();
  await scene.app.stop();
  await mark(eventId, '✅');
  window = await scene.restart();
  await told(/“The menu is gone”: Fixed/);
  await window.page.getByRole('button', { name: 'Feedback, 1 new' }).waitFor();
  await window.goTo('Feedback');
  await window.page.getByText('Fixed', { exact: true }).waitFor();
});

test('a reply that was begun outlives a kill -9', async () => {
  const field = () => window.page.getByRole('textbox', { name: 'Your reply' });
  await window.button(/^2 replies/).click();
  await field().fill('Half a sen');
  const file = join(scene.app.profile, 'reply-drafts.json');
  await eventually('the reply on the disk', () =>
    existsSync(file) && readFileSync(file, 'utf8').includes('Half a sen') ? true : undefined,
  );
  const dead = scene.app.electron.process();
  dead.kill('SIGKILL');
  await eventually('the app’s end', () => dead.signalCode ?? undefined);
  window = await scene.restart();
  await window.goTo('Feedback');
  await feedbackPage(window).list();
  await window.button(/^2 replies/).click();
  await eventually('the reply in its box', async () =>
    (await field().inputValue()) === 'Half a sen' ? true : undefined,
  );
});
