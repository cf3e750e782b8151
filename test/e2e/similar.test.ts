/** Similar feedback in the packaged app: one press agrees with what is there, and no second report is written. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feedback } from '../../shared/feedback/item.ts';
import { matrixContent } from '../../shared/feedback/matrix-message.ts';
import { createTranslate } from '../translate.ts';
import { owner, repo } from '../servers/github/index.ts';
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
  talk = await startTalk();
  staff = staffOf(talk);
  scene = await setScene({ args: ['--show'], talk: talk.places });
  window = await scene.window();
  feedback = feedbackPage(window);
  await signInToMatrix(window, talk);
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

/** As another member’s app would send it. */
const said = (about: Feedback['about'], text: string) => {
  const feedback = {
    id: 'of-sam',
    kind: 'broken',
    about,
    text,
    system: 'Coop Tray 0.0.9',
  } as const;
  return staff.say(
    talk.betaRoom,
    'm.room.message',
    JSON.parse(matrixContent(createTranslate('en'), feedback)) as object,
  );
};
const agree = (title: string) => window.button(`Me too: “${title}”`);
const done = () => window.page.getByText('Your +1 was added.', { exact: true });

/** The member's messages and reactions there. */
const byMember = async () =>
  (await staff.inRoom(talk.betaRoom))
    .filter(({ sender, type }) => sender === talk.member.userId && type !== 'm.room.member')
    .map(({ type, content }) => [type, content]);

test('in a room: what is about the same is offered, and one press is a mark beside it', async () => {
  const eventId = await said({ what: 'app', name: 'Coop Tray', build: '0.0.9' }, 'No menu');
  await said({ what: 'service', id: 'pads', name: 'Shared pads' }, 'No menu there');
  const title = 'No menu';
  await window.goTo('Feedback');
  await feedback.setAbout('app');
  await feedback.words().fill('The menu is gone');
  await agree(title).waitFor();
  expect(await window.button(/^Me too/).count()).toBe(1);
  expect(await window.violations()).toEqual([]);
  await agree(title).click();
  await done().waitFor();
  await agree(title).waitFor({ state: 'detached' });
  const mark = { rel_type: 'm.annotation', event_id: eventId, key: '👍\uFE0F' };
  const marks = [['m.reaction', { 'm.relates_to': mark }]];
  expect(await byMember()).toEqual(marks);
  // Offered again and agreed with again: still one reaction.
  await feedback.setAbout('service:pads');
  await agree('No menu there').waitFor();
  await feedback.setAbout('app');
  await agree(title).click();
  await done().waitFor();
  expect(await byMember()).toEqual(marks);
});

test('on GitHub: one press is a reaction to the issue', async () => {
  const issues = `/repos/${owner}/${repo}/issues`;
  const title = 'The menu of Coop Tray';
  await talk.github.staff(issues, 'POST', { title, body: 'It is gone.' });
  await window.call('accounts.github.signIn');
  await window.page
    .getByRole('combobox', { name: 'Send to' })
    .selectOption({ label: 'Issues on GitHub' });
  await agree(title).click();
  await done().waitFor();
  expect(talk.github.reactions()).toBe(1);
  const written = talk.github.asked.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/repos'),
  );
  expect(written).toEqual([{ method: 'POST', path: `${issues}/1/reactions`, status: 201 }]);
  await agree(title).waitFor({ state: 'detached' });
});
