/** The member's accounts in the packaged app, with the desktop's real keyring and without one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { readKeyring } from '../desktop/keyring.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { eventually } from '../desktop/wait.ts';
import { startAuthority } from '../servers/matrix/authority.ts';
import { startApp } from './app.ts';
import type { RunningApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { filesIn, heapOf } from './traces.ts';
import { violations } from './violations.ts';

let talk: Talk;
let scene: Scene;
let app: RunningApp;
let page: Page;

const begin = async (keyring: boolean) => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places, desktop: { keyring } });
  app = scene.app;
  page = await app.page();
};
const end = async () => {
  await app.stop();
  await scene.stop();
  await talk.stop();
};
const restart = async () => {
  await app.stop();
  app = await startApp(scene.desktop, {
    executable: inject('executable'),
    profile: scene.app.profile,
    args: ['--show'],
  });
  page = await app.page();
};

const inKeyring = (account: string) => readKeyring(scene.desktop, account);

/** Presses Tab until the focus is on what has this name. */
async function reach(name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const label = await page.evaluate(() => {
      const { activeElement: at } = document;
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
      return (labels[0] ?? at)?.textContent ?? '';
    });
    if (label === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}
const press = async (name: string) => {
  await reach(name);
  await page.keyboard.press('Enter');
};
const type = async (name: string, text: string) => {
  await reach(name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};
const matrixTitle = () => page.getByRole('heading', { name: 'Matrix account' });
const signedIn = () =>
  page.getByRole('paragraph').filter({ hasText: `Signed in as ${talk.member.userId} on` });

describe('with a keyring', () => {
  beforeAll(() => begin(true));
  afterAll(end);
  const entry = '@ada:localhost';
  let token: string;

  test('a member signs in to Matrix by keyboard alone', async () => {
    await press('Settings');
    await matrixTitle().waitFor();
    await press('Continue');
    await page.getByLabel('User name').waitFor();
    await type('User name', talk.member.name);
    await type('Password', 'wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor();
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await type('Password', talk.member.password);
    await page.keyboard.press('Enter');
    await signedIn().waitFor();
    await page.getByText('kept in your keyring').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Matrix account');
    token = (JSON.parse(await inKeyring(`matrix:${entry}`)) as { accessToken: string }).accessToken;
    expect(await page.content()).not.toContain(token);
  });

  test('and to GitHub by a code', async () => {
    await press('Sign in to GitHub');
    await page.getByText('WDJB-MJHT').waitFor();
    await press('Copy the code');
    await page.getByText('Copied.').waitFor();
    expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('WDJB-MJHT');
    await page.getByRole('paragraph').filter({ hasText: 'Signed in as ana.' }).waitFor();
    expect(await inKeyring('github:ana')).toContain('token-1');
    expect(await violations(page)).toEqual([]);
  });

  test('and no secret is on the disk, nor in the window', async () => {
    const github = JSON.parse(await inKeyring('github:ana')) as Record<string, string>;
    const secrets = [token, talk.member.password, github['token'], github['refreshToken']];
    const window = await heapOf(page);
    const files = filesIn(scene.app.profile);
    const texts = files.map(({ name, bytes }) => [name, bytes.toString('latin1')] as const);
    const places: Record<string, string> = { ...Object.fromEntries(texts), window };
    expect(Object.keys(places).length).toBeGreaterThan(10);
    const found = Object.entries(places).flatMap(([place, text]) =>
      secrets.filter((one) => text.includes(one ?? 'no secret')).map((one) => `${one} in ${place}`),
    );
    expect(found).toEqual([]);
    // The same search finds what is there.
    expect(places['window']).toContain(talk.member.userId);
    expect(places['accounts.json']).toContain(talk.member.userId);
  });

  test('and is still signed in after a restart', async () => {
    await restart();
    await page.getByRole('button', { name: 'Settings' }).click();
    await signedIn().waitFor();
    await page.getByRole('paragraph').filter({ hasText: 'Signed in as ana.' }).waitFor();
  });

  test('and out: the token is gone from the keyring, and the server refuses it', async () => {
    await matrixTitle().waitFor();
    await press('Sign out of Matrix');
    const dialog = page.getByRole('dialog', { name: 'Sign out of Matrix?' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Sign out' }).press('Enter');
    await page.getByLabel('Matrix server').waitFor();
    expect(await inKeyring(`matrix:${entry}`)).toBe('nothing');
    const headers = { authorization: `Bearer ${token}` };
    const path = '/_matrix/client/v3/account/whoami';
    expect((await fetch(talk.matrix.url + path, { headers })).status).toBe(401);
    await press('Sign out of GitHub');
    await page
      .getByRole('dialog', { name: 'Sign out of GitHub?' })
      .getByRole('button', { name: 'Sign out' })
      .press('Enter');
    await page.getByRole('button', { name: 'Sign in to GitHub' }).waitFor();
    expect(await inKeyring('github:ana')).toBe('nothing');
    expect(existsSync(join(scene.app.profile, 'accounts.json'))).toBe(false);
  });

  test('and signs in on the server’s own page, and out again', async () => {
    const authority = await startAuthority({
      url: talk.matrix.url,
      kind: 'oauth',
      person: talk.member,
    });
    await app.electron.evaluate(({ shell }) => {
      shell.openExternal = async (url) => void Object.assign(globalThis, { opened: url });
    });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Matrix server').waitFor();
    await type('Matrix server', authority.url);
    await page.keyboard.press('Enter');
    await press('Sign in with your browser');
    await page.getByText('Your browser shows the page').waitFor();
    const opened = await eventually('the browser', () =>
      app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as string | undefined),
    );
    const back = await fetch(opened);
    expect(await back.text()).toContain('You can close this page');
    await signedIn().waitFor();
    expect(await inKeyring(`matrix:${entry}`)).toContain('refreshToken');
    await press('Sign out of Matrix');
    await page
      .getByRole('dialog', { name: 'Sign out of Matrix?' })
      .getByRole('button', { name: 'Sign out' })
      .press('Enter');
    await page.getByLabel('Matrix server').waitFor();
    // Here the member is out at once; the server is told meanwhile.
    await eventually('the end of the tokens', async () => authority.open() === 0 || undefined);
    await authority.stop();
  });
});

describe('without a keyring', () => {
  beforeAll(() => begin(false));
  afterAll(end);

  test('a member is asked first, and the sign-in ends with the app', async () => {
    await press('Settings');
    await matrixTitle().waitFor();
    await press('Continue');
    await page.getByText('This computer has no keyring').waitFor();
    expect(await violations(page)).toEqual([]);
    await press('For this session only');
    await page.getByLabel('User name').waitFor();
    await type('User name', talk.member.name);
    await type('Password', talk.member.password);
    await page.keyboard.press('Enter');
    await signedIn().waitFor();
    await page.getByText('until Coop Tray ends').waitFor();
    await restart();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Matrix server').waitFor();
    // The consent was for the session that has ended.
    await press('Continue');
    await page.getByText('This computer has no keyring').waitFor();
    // The app is started twice.
  }, 120_000);
});
