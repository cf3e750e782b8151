/**
 * Crashes in the packaged app: noticed, offered for a report once, and told apart from what only looks like one. And the
 * log, which holds nothing of what the member did.
 */
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { feedbackPage } from './pages/feedback.ts';
import type { AppWindow } from './pages/window.ts';
import { windowOf } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { signInToMatrix, staffOf } from './talking.ts';

const ended = 'Coop Tray ended unexpectedly last time.';
const closed = 'Coop Tray’s window closed unexpectedly.';
const planted = 'Zuccotto for Marguerite, PIN 90417';

let talk: Talk;
let scene: Scene;
let window: AppWindow;

beforeAll(async () => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places });
  window = await scene.window();
  await signInToMatrix(window, talk);
  await marked();
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

const profileFile = (name: string) => join(scene.app.profile, name);
/** Waits for the mark of this run. */
const marked = () =>
  eventually('the mark', async () =>
    readdirSync(scene.app.profile).includes('running.json') ? true : undefined,
  );
const logText = () =>
  readdirSync(profileFile('logs'))
    .map((name) => readFileSync(join(profileFile('logs'), name), 'utf8'))
    .join('');
const note = (text: string) => window.page.getByRole('note').filter({ hasText: text });

async function killApp(signal: NodeJS.Signals): Promise<void> {
  const { electron } = scene.app;
  const pid = await electron.evaluate(() => process.pid);
  const isClosed = once(electron as never, 'close');
  process.kill(pid, signal);
  await isClosed;
}
async function startAgain(): Promise<void> {
  window = await scene.restart();
  await window.shows(/./);
  await marked();
}
async function killWindow(): Promise<void> {
  const pid = await scene.app.electron.evaluate(
    ({ app }) => app.getAppMetrics().find((one) => one.type === 'Tab')?.pid,
  );
  if (pid === undefined) throw new Error('no window');
  // Not SIGSEGV: V8 takes the first one for a fault of WebAssembly, and goes on.
  process.kill(pid, 'SIGABRT');
}

test('a crash of the app is offered at the next start, and its report is what was shown', async () => {
  const feedback = feedbackPage(window);
  await window.goTo('Feedback');
  await feedback.words().fill(planted);
  await feedback.send().click();
  await feedback.sent(planted).waitFor();
  await killApp('SIGSEGV');
  await startAgain();
  await note(ended).getByRole('button', { name: 'Report…' }).click();
  const report = feedbackPage(window);
  expect(await report.about()).toContain('Coop Tray');
  await report.openPreview();
  await report.shownPart(1).waitFor();
  const shown = await report.shownPart(1).textContent();
  expect(shown).toMatch(/info started version=\S+ language=en/);
  expect(shown).toContain('warn earlier run was not asked to end end=crashed');
  expect(await window.violations()).toEqual([]);
  await report.closePreview();
  await report.send().click();
  const [file, message] = await eventually('the report', async () => {
    const events = await staffOf(talk).inRoom(talk.betaRoom);
    const found = events.filter(({ type }) => type === 'm.room.message');
    return found.length === 3 ? found.map(({ content }) => content) : undefined;
  });
  expect(message?.['body']).toContain(ended);
  expect(talk.matrix.uploaded(String(file?.['url']))?.toString()).toBe(shown);
});

test('and only once', async () => {
  await startAgain();
  await window.page.getByRole('navigation').waitFor();
  expect(await note(ended).count()).toBe(0);
});

test.each<[string, () => Promise<void>]>([
  ['told to end by the session', () => killApp('SIGTERM')],
  ['whose terminal was closed', () => killApp('SIGHUP')],
  [
    'that exits without asking itself',
    async () => {
      const { electron } = scene.app;
      const isClosed = once(electron as never, 'close');
      void electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
      await isClosed;
    },
  ],
  [
    'on a machine that lost its power',
    async () => {
      await killApp('SIGKILL');
      const mark = JSON.parse(readFileSync(profileFile('running.json'), 'utf8')) as object;
      writeFileSync(profileFile('running.json'), JSON.stringify({ ...mark, boot: 'another' }));
    },
  ],
])('an app %s has not crashed', async (_what, end) => {
  await end();
  await startAgain();
  await window.page.getByRole('navigation').waitFor();
  expect(await note('unexpectedly').count()).toBe(0);
});

test('output that nobody reads any more is no fault', async () => {
  await scene.app.electron.evaluate(() => {
    // Thrown where nobody listens for it.
    for (const output of [process.stdout, process.stderr])
      output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  });
  expect(logText()).not.toContain('EPIPE');
});

test('a window that crashes in sight comes back, says so, and does not ask again', async () => {
  // Soon after the crash that was reported, nobody would be asked about another one.
  await killApp('SIGTERM');
  rmSync(profileFile('crashes.json'));
  await startAgain();
  const next = scene.app.electron.waitForEvent('window');
  await killWindow();
  window = windowOf(await next);
  await note(closed).getByRole('button', { name: 'Don’t report' }).click();
  await note(closed).waitFor({ state: 'detached' });
  expect((await window.focused()).tag).toBe('H1');
  const again = scene.app.electron.waitForEvent('window');
  await killWindow();
  window = windowOf(await again);
  await window.page.getByRole('navigation').waitFor();
  expect(await note('unexpectedly').count()).toBe(0);
});

test('the third time in ten minutes it stays away, and a notification leads back', async () => {
  await killWindow();
  await scene.notifications.waitFor((one) => one.summary === 'Coop Tray’s window keeps closing');
  const count = await scene.app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(count).toBe(0);
  const next = scene.app.electron.waitForEvent('window');
  await (await scene.tray()).choose('Open Coop Tray');
  window = windowOf(await next);
  await window.page.getByRole('navigation').waitFor();
});

test('the settings open the folder of the log', async () => {
  await scene.app.electron.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Reflect.set(globalThis, 'opened', path);
      return Promise.resolve('');
    };
  });
  await window.goTo('Settings');
  await window.button('Open the log folder').click();
  const opened = await eventually('the folder', () =>
    scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as string | undefined),
  );
  expect(opened).toBe(profileFile('logs'));
});

test('nothing of all this is in the log, but what happened is', async () => {
  await startAgain();
  const text = logText();
  for (const secret of ['Zuccotto', '90417', talk.member.password, talk.member.name])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  const lines = text.trimEnd().split('\n');
  expect(
    lines.filter((line) => !/^\d{4}-\d\d-\d\dT[\d:.]+Z (error|warn|info) /.test(line)),
  ).toEqual([]);
  expect(text).toMatch(
    /error window gone reason=(crashed|abnormal-exit) exitCode=\d+ outcome=reopens/,
  );
  expect(text).toContain('info asked to end');
});
