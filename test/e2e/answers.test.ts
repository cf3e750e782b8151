/** What comes back, in the packaged app: staff's marks and words, the member's answer, announcements and reports. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import type { Staff } from './talking.ts';
import { callMain, signInToMatrix, staffOf } from './talking.ts';
import { violations } from './violations.ts';

let talk: Talk;
let staff: Staff;
let scene: Scene;
let app: RunningApp;
let page: Page;

beforeAll(async () => {
  talk = await startTalk({ outside: true });
  staff = staffOf(talk);
  scene = await setScene({ args: ['--show'], talk: talk.places, desktop: { keyring: true } });
  app = scene.app;
  page = await app.page();
  await callMain(page, 'policy.setQuietHours', always);
  await signInToMatrix(page, talk);
});
afterAll(async () => {
  await app.stop();
  await scene.stop();
  await talk.stop();
});

/** No hour is quiet. */
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
const button = (name: string | RegExp) => page.getByRole('button', { name });
const told = (summary: RegExp) =>
  scene.notifications.waitFor((one) => summary.test(one.summary), 30_000);

test('staff reacts and answers: one notification, the state, and the words as text', async () => {
  await button(/^Feedback/).click();
  await page.getByRole('textbox', { name: 'In your words' }).fill('The menu is gone');
  await button('Send to Beta room').click();
  const { event_id: eventId } = await root();
  await page.getByText('Broken: Coop Tray (build 0.1.0): Sent', { exact: true }).waitFor();
  await mark(eventId, '🛠️');
  await reply(eventId, '<b>Looking</b> at it');
  const notice = await told(/^2 pieces of news/);
  expect(notice.body).toContain('Being worked on');
  await page.getByText('Being worked on', { exact: true }).waitFor();
  await button(/^Show 1 answer/).click();
  await page.getByText('<b>Looking</b> at it', { exact: true }).waitFor();
  await page.getByText('New', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('an answer from the app goes into the thread', async () => {
  const thanks = 'Thank you, Sam. My password: [password]';
  const { event_id: eventId } = await root();
  await page
    .getByRole('textbox', { name: 'Your answer' })
    .fill('Thank you, Sam. My password: tortoise');
  await page.getByRole('checkbox', { name: 'Leave in: tortoise (a password)' }).waitFor();
  await button('Send the answer').click();
  const sent = await eventually('the answer', async () =>
    (await staff.inRoom(talk.betaRoom)).find(({ content }) => content['body'] === thanks),
  );
  expect(sent.sender).toBe(talk.member.userId);
  expect(sent.content['m.relates_to']).toMatchObject({ rel_type: 'm.thread', event_id: eventId });
  await page.getByText(thanks, { exact: true }).waitFor();
});

test('a member is asked before they join the room of the announcements', async () => {
  await button(/^News/).click();
  await page.getByText('everybody in the room can see that you have joined').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await joined(talk.announcements)).not.toContain(talk.member.userId);
  await button('Join').press('Enter');
  await page.getByText(/^Nothing has been announced in /).waitFor();
  expect(await joined(talk.announcements)).toContain(talk.member.userId);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('an announcement is told and listed; its link is opened only as it stands there', async () => {
  await staff.say(talk.announcements, 'm.room.message', {
    msgtype: 'm.text',
    body: 'Pads move on Friday: https://coop.example/pads.',
  });
  await told(/Your co-op announces/);
  await button(/^News/).click();
  await page.getByText('Pads move on Friday').waitFor();
  await button('Open https://coop.example/pads in the browser').waitFor();
  const id = (await staff.inRoom(talk.announcements))[0]?.event_id;
  expect(
    await callMain(page, 'announcements.openLink', { id, address: 'https://evil.example' }),
  ).toBeUndefined();
  expect(await violations(page)).toEqual([]);
});

test('a report appears beside the service, and goes when it is taken back', async () => {
  const content = { v: 1, service: 'pads', state: 'degraded', text: 'The disk is nearly full' };
  const eventId = await staff.say(talk.announcements, 'coop.tray.status', content);
  await button('Status').click();
  await page
    .getByText(/^Reported by the co-op at .*: degraded\. The disk is nearly full$/)
    .waitFor();
  await staff.ask('PUT', `${encodeURIComponent(talk.announcements)}/redact/${eventId}/r1`, {});
  await page.getByText(/^Reported by the co-op/).waitFor({ state: 'detached' });
});

test('what was answered while the app was closed is found at the next start', async () => {
  const { event_id: eventId } = await root();
  await app.stop();
  await mark(eventId, '✅');
  app = await startApp(scene.desktop, {
    executable: inject('executable'),
    profile: scene.app.profile,
    args: ['--show'],
  });
  page = await app.page();
  await told(/“Broken: Coop Tray \(build 0\.1\.0\)”: Fixed/);
  await page.getByText('1 new', { exact: false }).first().waitFor();
  await button(/^Feedback/).click();
  await page.getByText('Fixed', { exact: true }).waitFor();
});
