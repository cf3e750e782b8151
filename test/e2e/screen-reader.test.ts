/**
 * The three jobs that members open the window for, done with the keyboard alone and heard through a real screen reader:
 * what is down and what to use instead; whether it is me or the server; sending feedback and reading the reply.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { AccessibleNode } from '../desktop/accessible-tree.ts';
import { allNodes, waitInTree } from '../desktop/accessible-tree.ts';
import type { ScreenReader } from '../desktop/screen-reader.ts';
import { startScreenReader } from '../desktop/screen-reader.ts';
import { eventually } from '../desktop/wait.ts';
import type { Bbb } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { feedback, isItMe, whatIsDown } from './pages/jobs.ts';
import { startTour } from './pages/tour.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { signInToMatrix, staffOf } from './talking.ts';

const run = promisify(execFile);

const app = 'coop-tray';
const service = 'Chat (Matrix)';
const instead = 'the Signal group';

let bbb: Bbb;
let talk: Talk;
let scene: Scene;
let orca: ScreenReader;
let page: Page;

beforeAll(async () => {
  bbb = await startBbb();
  talk = await startTalk({ outside: true });
  scene = await setScene({
    args: ['--show'],
    talk: talk.places,
    echoRooms: [bbb.roomUrl],
    desktop: { assistive: true },
  });
  orca = await startScreenReader(scene.desktop);
  const window = await scene.window();
  page = window.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await orca.hears('Today – Maple Street – Coop Tray', 0, 30_000);
  await signInToMatrix(window, talk);
}, 120_000);
afterAll(async () => {
  await orca.stop();
  await scene.stop();
  await talk.stop();
  await bbb.stop();
});

/** Waits for a node of the accessible tree. */
const sees = (holds: (node: AccessibleNode) => boolean) =>
  waitInTree(scene.desktop, app, (windows) => windows.flatMap(allNodes).find(holds));
const is = (node: AccessibleNode, ...states: string[]) =>
  states.every((state) => node.states.includes(state));
/** All words below a node. */
const wordsOf = (node: AccessibleNode) =>
  allNodes(node)
    .map(({ name }) => name)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

test('what is down, and what to use instead, is said as the window opens', async () => {
  // A real key: main catches it before the page.
  await run('xdotool', ['key', 'ctrl+w'], { env: scene.desktop.env });
  await eventually('the window to go', async () => !(await isVisible()) || undefined);
  await scene.coop.service('chat').take('down');
  await scene.notifications.waitFor((one) => one.summary.startsWith(service));
  const mark = orca.mark();
  await (await scene.tray()).activate();
  const tour = startTour(page);
  await orca.hears(`${service}: down. Use ${instead}`, mark);
  const heading = await sees((node) => node.role === 'heading' && is(node, 'focused'));
  expect(heading.attributes['level']).toBe('1');
  expect(heading.name).toContain(`${service} is down`);
  await sees((node) => node.role.startsWith('document') && wordsOf(node).includes(instead));
  await whatIsDown.openDetails(tour, service);
  await orca.hears(service, mark);
  expect(tour.count()).toBeLessThanOrEqual(8);
  await tour.press('Escape');
}, 120_000);

test('a change is said while the window is open', async () => {
  const mark = orca.mark();
  await scene.coop.service('chat').take('up');
  await orca.hears(`${service}: up`, mark, 30_000);
});

test('whether it is me or the server: step by step, and nothing of the room that nobody sees', async () => {
  const mark = orca.mark();
  const tour = startTour(page);
  await isItMe.start(page, tour);
  expect(tour.count()).toBeLessThanOrEqual(6);
  await orca.hears(/Listen for the echo/, mark, 40_000);
  const windows = await waitInTree(scene.desktop, app, (found) => found);
  expect(windows.map(({ role }) => role)).toEqual(['frame']);
  await isItMe.verdict(page).waitFor();
  await orca.hears(/It’s (the|on)|All good|Both/, mark);
  expect(orca.since(mark).join('\n')).not.toMatch(/finished loading|please wait|BigBlueButton - /i);
}, 120_000);

test('feedback is sent, said to be sent, and its reply is read', async () => {
  const tour = startTour(page);
  const mark = orca.mark();
  await feedback.send(page, tour, 'The menu is gone');
  await feedback.sent(page).waitFor();
  await orca.hears(/Sent/, mark);
  const staff = staffOf(talk);
  const { event_id: eventId } = await eventually('what was sent', async () =>
    (await staff.inRoom(talk.betaRoom)).find(({ content }) => 'coop.tray.feedback' in content),
  );
  await staff.say(talk.betaRoom, 'm.room.message', {
    msgtype: 'm.text',
    body: 'It is back',
    'm.relates_to': { rel_type: 'm.thread', event_id: eventId },
  });
  await scene.notifications.waitFor(({ body }) => body.includes('It is back'), 30_000);
  await feedback.readReply(page, tour);
  await feedback.reply(page, 'It is back').waitFor();
  await sees(({ name }) => name.includes('It is back'));
  expect(tour.count()).toBeLessThanOrEqual(14);
}, 120_000);

function isVisible(): Promise<boolean> {
  return scene.app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
  );
}
