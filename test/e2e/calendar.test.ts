/** The calendar in the packaged app: joined from the page, the tray and a reminder, private, and there without a network. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyring } from '../desktop/keyring.ts';
import { eventually } from '../desktop/wait.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { filesIn } from './traces.ts';

let scene: Scene;
let window: AppWindow;
let page: Page;

beforeAll(async () => {
  scene = await setScene({ args: ['--show'], calendar: true });
  await follow(await scene.window());
  await window.goTo('Calendar');
  await join.first().waitFor();
});
afterAll(() => scene.stop());

let join: ReturnType<Page['getByRole']>;

async function follow(next: AppWindow): Promise<void> {
  window = next;
  page = next.page;
  join = page.getByRole('button', { name: /^Join Infrastructure/ });
  // Nothing is opened for real.
  await scene.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => void opened.push(url);
  });
}
const opened = () =>
  scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as readonly string[]);
/** Hall is where infrastructure meets. */
const opensHall = (times: number) =>
  eventually('the browser', async () => {
    const all = await opened();
    return all.filter((one) => one === 'https://calls.maple.example/rooms/maple-hall').length ===
      times
      ? true
      : undefined;
  });

test('the page shows the week without an address, and joins in the browser', async () => {
  await page.getByRole('heading', { level: 2, name: /^Today/ }).waitFor();
  expect(await page.content()).not.toMatch(/MapleSecret|rooms\/maple-hall/);
  expect(await page.getByText('Called off').count()).toBe(0);
  await join.first().click();
  await opensHall(1);
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('so does the tray', async () => {
  const tray = await scene.tray();
  const soon = /^Infrastructure (in \d+ min|starts now|, since).* – Join$/;
  const { menu } = await tray.waitFor((one) => one.menu.some(({ label }) => soon.test(label)));
  await tray.choose(menu.find(({ label }) => soon.test(label))?.label ?? '');
  await opensHall(2);
});

test('a reminder comes once it is turned on, and a click on it joins', async () => {
  await page.getByText('Reminders').click();
  await page.getByLabel('Remind me: Maple Street').selectOption('15 min before');
  const told = await scene.notifications.waitFor(({ summary }) =>
    summary.startsWith('Infrastructure'),
  );
  expect(told.body).toBe('Click to join: calls.maple.example');
  await scene.notifications.clickNewest();
  await opensHall(3);
});

test('a calendar of one’s own has its address in the keyring only', async () => {
  const address = `${new URL(scene.coop.documentUrl).origin}/calendar.ics?private-key=1234`;
  await page.getByText('Your own calendars').click();
  await page.getByLabel('Address of a calendar').fill(address);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('Read at 127.0.0.1').waitFor();
  expect(await page.content()).not.toContain('private-key');
  const files = filesIn(scene.app.profile);
  const { bytes } = files.find(({ name }) => name === 'calendars.json') ?? {};
  const id = /own-[\da-f]+/.exec(String(bytes))?.[0];
  expect(await readKeyring(scene.desktop, `calendar ${id}`)).toBe(address);
  const traces = files.filter((one) => one.bytes.includes('private-key'));
  expect(traces.map(({ name }) => name)).toEqual([]);
});

test('without a network, it is as it was, and nothing is told twice', async () => {
  const before = scene.notifications.all().length;
  await scene.coop.goOffline();
  await follow(await scene.restart());
  await window.goTo('Calendar');
  await join.first().waitFor();
  await page.getByText(/^As of/).waitFor();
  const infra = scene.notifications
    .all()
    .filter(({ summary }) => summary.startsWith('Infrastructure'));
  expect(infra).toHaveLength(1);
  expect(scene.notifications.all().length).toBeGreaterThanOrEqual(before);
  await scene.coop.goOnline();
});
