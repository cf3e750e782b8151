/** Rooms and the notes of meetings in the packaged app: joined from the page, the tray and by keyboard alone. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const room = 'https://calls.maple.example/rooms/hall/join';
const guests = 'https://meet.maple.example/MapleStreetGuests';

let scene: Scene;
let window: AppWindow;
let page: Page;

beforeAll(async () => {
  scene = await setScene({ args: ['--show'], meet: true, echoRooms: [room] });
  window = await scene.window();
  page = window.page;
  // Nothing is opened for real.
  await scene.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => void opened.push(url);
  });
  await window.goTo('Calls');
  await button('Join Town hall').waitFor();
});
afterAll(() => scene.stop());

const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Waits for the browser to be asked for an address for the `times`th time. */
const opens = (address: string | RegExp, times = 1) =>
  eventually('the browser', async () => {
    const opened = await scene.app.electron.evaluate(
      () => Reflect.get(globalThis, 'opened') as readonly string[],
    );
    const found = opened.filter((one) =>
      typeof address === 'string' ? one === address : address.test(one),
    );
    return found.length >= times ? true : undefined;
  });
const clipboard = () => scene.app.electron.evaluate(({ clipboard: board }) => board.readText());

test('the page has the rooms with what is known of each, and no address', async () => {
  await page.getByText(/^3 people were in the room at \d\d:\d\d\.$/).waitFor();
  await page.getByText('Server: up').waitFor();
  await page.getByText('PIN 4711#').waitFor();
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('a room is joined in the browser, called and copied', async () => {
  await button('Join Town hall').click();
  await opens(room);
  await button('Call Town hall').click();
  await opens('tel:+15550100');
  await button('Copy PIN 4711#').click();
  await eventually('the PIN', async () => ((await clipboard()) === '4711#' ? true : undefined));
});

test('the test of its server is one click away', async () => {
  await button('Test first: the server of Town hall').click();
  expect(await page.getByRole('radio', { name: /^Our own server/ }).isChecked()).toBe(true);
});

test('the tray and quick open join it too', async () => {
  await (await scene.tray()).choose('Join a call', 'Guests');
  await opens(guests);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('guests');
  await page.getByRole('option', { name: /Guests/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await opens(guests, 2);
});

test('notes are started: the template is in the clipboard, and the pad of the day is open', async () => {
  await button('Start the notes of Infrastructure').click();
  await page
    .getByText('The template is in your clipboard: paste it into the pad.', { exact: true })
    .waitFor();
  await opens(/^https:\/\/pads\.maple\.example\/infra-\d{4}-\d\d-\d\d$/);
  const text = await clipboard();
  expect(text).toMatch(/^# \d{4}-\d\d-\d\d Infrastructure\n/);
  expect(text).toContain(`Location:   ${room}`);
});

test('without a network the last good copy is used, and the page says so', async () => {
  await scene.coop.goOffline();
  await button('Start the notes of Infrastructure').click();
  await page.getByText(/^The last good copy of the template is in your clipboard/).waitFor();
  await page.getByText(/^The template hasn’t been readable since/).waitFor();
  await opens(/infra-/, 2);
  await scene.coop.goOnline();
});
