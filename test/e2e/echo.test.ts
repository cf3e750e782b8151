/** The echo test in the packaged app, against the stand-in BigBlueButton: by mouse, by keyboard, from a terminal. */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { Locator } from 'playwright';
import { parseReport } from '../../shared/echo/report.ts';
import { reportField } from '../../shared/echo/room-message.ts';
import { desktopUser } from '../desktop/person.ts';
import { eventually } from '../desktop/wait.ts';
import type { Bbb } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { CallsPage } from './pages/calls.ts';
import { callsPage } from './pages/calls.ts';
import { feedbackPage, sentState } from './pages/feedback.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { signInToMatrix, staffOf } from './talking.ts';

/** A test measures for 20 s and may take 30; in ms. */
const runMs = 40_000;
const name = 'Our own server';

let bbb: Bbb;
let talk: Talk;
let scene: Scene;
let window: AppWindow;
let calls: CallsPage;

beforeAll(async () => {
  [bbb, talk] = await Promise.all([startBbb(), startTalk()]);
  scene = await setScene({ args: ['--show'], echoRooms: [bbb.roomUrl], talk: talk.places });
  window = await scene.window();
  calls = callsPage(window, name);
  await window.button('Calls').waitFor();
});
afterEach(async () => {
  await eventually('nothing is left behind', () => {
    const { sockets, peers } = bbb.ledger.open();
    return sockets + peers + bbb.ledger.guests().length === 0 ? true : undefined;
  });
  if (bbb.ledger.violations.length > 0) throw new Error(bbb.ledger.violations.join('\n'));
});
afterAll(async () => {
  await scene.stop();
  await Promise.all([bbb.stop(), talk.stop()]);
});

/** Chromium processes that show a page. */
function renderers(): number {
  return readdirSync('/proc').filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return words.startsWith(inject('executable')) && words.includes('--type=renderer');
    } catch {
      return false;
    }
  }).length;
}

/** Each text of a running test's progress, until it is over. */
async function figuresUntil(over: Locator): Promise<readonly string[]> {
  const said: string[] = [];
  await eventually(
    'the end of the test',
    async () => {
      const live = window.page.getByRole('region', { name: 'Live' }).locator('dl');
      const [text] = await live.allTextContents();
      if (text !== undefined && text !== said.at(-1)) said.push(text);
      return (await over.count()) > 0 ? true : undefined;
    },
    runMs,
  );
  return said;
}

test('by mouse: choose, start, watch, read', async () => {
  const before = renderers();
  await calls.open();
  await calls.choice().check();
  await calls.start();
  await calls.step('Listen for the echo').waitFor();
  // The room's page, and the measuring page.
  expect(renderers()).toBe(before + 2);
  expect(bbb.ledger.guests()).toEqual(['Echo test']);
  const live = await figuresUntil(calls.verdict());
  const measured = live.findIndex((text) => !text.includes('Not measured'));
  expect(measured).toBeGreaterThanOrEqual(0);
  expect(live.slice(measured).filter((text) => text.includes('Not measured'))).toEqual([]);
  // The quality depends on the load of this machine.
  expect(await calls.rating().textContent()).toMatch(/excellent|good|fair|poor/);
  expect(bbb.ledger.count('signOut')).toBe(1);
  await eventually('the room’s process is gone', () => renderers() === before || undefined);
});

test('the result goes to the co-op by the outbox, once the member has seen where to', async () => {
  const said = async () => {
    const events = await staffOf(talk).inRoom(talk.betaRoom);
    return events.filter(({ type }) => type === 'm.room.message');
  };
  const { page, button } = window;
  await button('Share with the co-op…').click();
  const dialog = page.getByRole('dialog', { name: 'Share with the co-op' });
  await dialog.getByText(/Beta room \(#beta:.+\) – everybody who tries things out/).waitFor();
  await dialog.getByRole('button', { name: 'Share' }).click();
  await page.getByText('Sending. Follow it in Feedback.').waitFor();
  await window.goTo('Feedback');
  await feedbackPage(window).list();
  const item = page.getByRole('listitem').filter({ hasText: `Echo test of ${name}` });
  await item.getByText('You’re not signed in.', { exact: false }).waitFor();
  expect(await said()).toEqual([]);
  await signInToMatrix(window, talk);
  await item.getByText(sentState).waitFor();
  await item.getByText(/^to Beta room · /).waitFor();
  const [message, ...others] = await said();
  expect([message?.sender, others]).toEqual([talk.member.userId, []]);
  expect(message?.content['body']).toContain(name);
  const parsed = parseReport(JSON.stringify(message?.content[reportField]));
  if (parsed.kind !== 'ok') throw new Error(parsed.kind);
  expect(parsed.report.results).toMatchObject([{ instance: { id: 'calls', name } }]);
});

test('by keyboard: choose, start, stop, and start again, on a cluster with an odd TURN address', async () => {
  const { page, press } = window;
  await page.reload();
  await press('Calls');
  // The last result is of interest for ten minutes.
  await press('All servers');
  await calls.choice().waitFor();
  expect(await calls.choice().isChecked()).toBe(true);
  await press('Test the server only');
  await calls.step('Connect the sound').waitFor();
  // The focus is on the stop button.
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('heading', { level: 1, name: 'Echo test' }).waitFor();
  expect(await heading.textContent()).not.toContain('Testing');
  // From here on the room's page comes from another host, and one STUN address is invalid: neither matters.
  bbb.turn({ client: 'shared', fault: 'stuns-odd' });
  const goodbyes = bbb.ledger.count('signOut');
  await press('Test the server only');
  await window.shows(`Testing ${name}…`);
  await calls.verdict().waitFor({ timeout: runMs });
  expect(await calls.rating().textContent()).toMatch(/excellent|good|fair|poor/);
  await page.getByText('The server’s list of STUN and TURN servers', { exact: false }).waitFor();
  expect(bbb.ledger.count('signOut')).toBe(goodbyes + 1);
  bbb.turn({ client: 'own', fault: undefined });
});

test('from a terminal without a display, beside the running app', async () => {
  const person = desktopUser();
  const [command = '', ...args]: readonly string[] = [
    ...person.prefix,
    inject('executable'),
    `--user-data-dir=${scene.app.profile}`,
    'echo',
    'calls',
    '--json',
    '--place=Osaka',
    `--coop=${scene.coop.documentUrl}`,
  ];
  const env = { PATH: process.env['PATH'], HOME: scene.app.profile, LANG: 'C.UTF-8' };
  const before = renderers();
  const ended = await new Promise<{ code: number | null; stdout: string }>((resolve) => {
    const child = execFile(command, args, { env, cwd: '/' }, (_error, stdout) =>
      resolve({ code: child.exitCode, stdout }),
    );
  });
  const parsed = parseReport(ended.stdout);
  if (parsed.kind !== 'ok') throw new Error(parsed.kind);
  const [result] = parsed.report.results;
  expect(result).toMatchObject({ instance: { id: 'calls', name }, place: 'Osaka' });
  expect([ended.code, result?.failure]).toEqual([0, undefined]);
  expect(result?.durationMs).toBeLessThan(30_000);
  expect(ended.stdout).not.toMatch(/127\.0\.0\.1|sessionToken/);
  expect(renderers()).toBe(before);
});

test('a full room says so, though the page that it sends to leads on', async () => {
  bbb.turn({ room: 'full', home: 'leads-on' });
  try {
    await window.page.reload();
    await calls.open();
    await calls.another();
    await calls.choice().check();
    await window.button('Test the server only').click();
    // Any later, the message would be that the room's page took too long.
    const said = /^The room is full/;
    await window.page.getByRole('article').getByText(said).waitFor({ timeout: runMs });
  } finally {
    bbb.turn({ room: 'open', home: 'stays' });
  }
});

test('who quits in the middle of a test takes leave of the room first', async () => {
  const goodbyes = bbb.ledger.count('signOut');
  await calls.another();
  await calls.start();
  await calls.step('Listen for the echo').waitFor();
  const app = scene.app.electron.process();
  // The app may exit before it answers the click.
  await (await scene.tray()).choose('Quit').catch(() => undefined);
  await eventually('the goodbye', () => bbb.ledger.count('signOut') > goodbyes || undefined);
  await eventually('the app to end', () => app.exitCode !== null || undefined);
});
