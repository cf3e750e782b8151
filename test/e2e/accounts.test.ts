/** The member's accounts in the packaged app, with the desktop's real keyring and without one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readKeyring } from '../desktop/keyring.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { eventually } from '../desktop/wait.ts';
import { startAuthority } from '../servers/matrix/authority.ts';
import type { SettingsPage } from './pages/settings.ts';
import { settingsPage } from './pages/settings.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { filesIn, heapOf } from './traces.ts';

let talk: Talk;
let scene: Scene;
let window: AppWindow;
let settings: SettingsPage;

function take(next: AppWindow): void {
  window = next;
  settings = settingsPage(next);
}
const begin = async (keyring: boolean) => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places, desktop: { keyring } });
  take(await scene.window());
};
const end = async () => {
  await scene.stop();
  await talk.stop();
};

const inKeyring = (account: string) => readKeyring(scene.desktop, account);

const type = async (field: string, text: string) => {
  await window.reach(field);
  await window.page.keyboard.press('Control+A');
  await window.page.keyboard.type(text);
};
const matrixTitle = () => window.page.getByRole('heading', { name: 'Matrix account' });
const signedIn = () => settings.signedInAs(`${talk.member.userId} on`);

describe('with a keyring', () => {
  beforeAll(() => begin(true));
  afterAll(end);
  const entry = '@ada:localhost';
  let token: string;

  test('a member signs in to Matrix by keyboard alone', async () => {
    const { page, press } = window;
    await press('Settings');
    await matrixTitle().waitFor();
    await press('Continue');
    await page.getByLabel('User name').waitFor();
    await type('User name', talk.member.name);
    await type('Password', 'wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Wrong user name or password.' }).waitFor();
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await type('Password', talk.member.password);
    await page.keyboard.press('Enter');
    await signedIn().waitFor();
    await page.getByText('Stored in your keyring').waitFor();
    expect((await window.focused()).text).toBe('Matrix account');
    token = (JSON.parse(await inKeyring(`matrix:${entry}`)) as { accessToken: string }).accessToken;
    expect(await page.content()).not.toContain(token);
  });

  test('and to GitHub by a code', async () => {
    const { page, press } = window;
    await press('Sign in to GitHub');
    await page.getByText('WDJB-MJHT').waitFor();
    await press('Copy the code');
    await page.getByText('Copied').waitFor();
    expect(await scene.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      'WDJB-MJHT',
    );
    await settings.signedInAs('ana').waitFor();
    expect(await inKeyring('github:ana')).toContain('token-1');
    expect(await window.violations()).toEqual([]);
  });

  test('and no secret is on the disk, nor in the window', async () => {
    const github = JSON.parse(await inKeyring('github:ana')) as Record<string, string>;
    const secrets = [token, talk.member.password, github['token'], github['refreshToken']];
    const heap = await heapOf(window.page);
    const files = filesIn(scene.app.profile);
    const texts = files.map(({ name, bytes }) => [name, bytes.toString('latin1')] as const);
    const places: Record<string, string> = { ...Object.fromEntries(texts), window: heap };
    expect(Object.keys(places).length).toBeGreaterThan(10);
    const found = Object.entries(places).flatMap(([place, text]) =>
      secrets.filter((one) => text.includes(one ?? 'no secret')).map((one) => `${one} in ${place}`),
    );
    expect(found).toEqual([]);
    // Proves that the search works.
    expect(places['window']).toContain(talk.member.userId);
    expect(places['accounts.json']).toContain(talk.member.userId);
  });

  test('and is still signed in after a restart', async () => {
    take(await scene.restart());
    await settings.open();
    await signedIn().waitFor();
    await settings.signedInAs('ana').waitFor();
  });

  test('and out: the token is gone from the keyring, and the server refuses it', async () => {
    const { page } = window;
    await matrixTitle().waitFor();
    await settings.signOutOf('Matrix');
    await page.getByLabel('Matrix server').waitFor();
    expect(await inKeyring(`matrix:${entry}`)).toBe('nothing');
    const headers = { authorization: `Bearer ${token}` };
    const path = '/_matrix/client/v3/account/whoami';
    expect((await fetch(talk.matrix.url + path, { headers })).status).toBe(401);
    await settings.signOutOf('GitHub');
    await window.button('Sign in to GitHub').waitFor();
    expect(await inKeyring('github:ana')).toBe('nothing');
    expect(existsSync(join(scene.app.profile, 'accounts.json'))).toBe(false);
  });

  test('and signs in on the server’s own page, and out again', async () => {
    const { page, press } = window;
    const authority = await startAuthority({
      url: talk.matrix.url,
      kind: 'oauth',
      person: talk.member,
    });
    await scene.app.electron.evaluate(({ shell }) => {
      shell.openExternal = async (url) => void Object.assign(globalThis, { opened: url });
    });
    await settings.open();
    await page.getByLabel('Matrix server').waitFor();
    await type('Matrix server', authority.url);
    await page.keyboard.press('Enter');
    await press('Sign in with your browser');
    await page.getByText('on the page that just opened in your browser').waitFor();
    const opened = await eventually('the browser', () =>
      scene.app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as string | undefined),
    );
    const back = await fetch(opened);
    expect(await back.text()).toContain('You can close this page');
    await signedIn().waitFor();
    expect(await inKeyring(`matrix:${entry}`)).toContain('refreshToken');
    await settings.signOutOf('Matrix');
    await page.getByLabel('Matrix server').waitFor();
    // The app has signed out already; the server learns of it in the background.
    await eventually('the end of the tokens', async () => authority.open() === 0 || undefined);
    await authority.stop();
  });
});

describe('without a keyring', () => {
  beforeAll(() => begin(false));
  afterAll(end);

  test('a member is asked first, and the sign-in ends with the app', async () => {
    const { page, press } = window;
    await press('Settings');
    await matrixTitle().waitFor();
    await press('Continue');
    await page.getByText('This computer has no keyring').waitFor();
    expect(await window.violations()).toEqual([]);
    await press('Sign in until I quit');
    await page.getByLabel('User name').waitFor();
    await type('User name', talk.member.name);
    await type('Password', talk.member.password);
    await page.keyboard.press('Enter');
    await signedIn().waitFor();
    await page.getByText('You stay signed in until you quit.').waitFor();
    take(await scene.restart());
    await settings.open();
    await window.page.getByLabel('Matrix server').waitFor();
    // The consent was for the session that has ended.
    await window.press('Continue');
    await window.page.getByText('This computer has no keyring').waitFor();
    // The app is started twice.
  }, 120_000);
});
