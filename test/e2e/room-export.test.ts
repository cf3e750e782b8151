/**
 * Rooms whose messages will be removed, in the packaged app: what goes when, and a copy of it before it goes.
 * The document names no backups, and the page is there all the same.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { violations } from './violations.ts';

const messages = 3000;
let talk: Talk;
let scene: Scene;
let app: RunningApp;
let page: Page;
let chosen: string;

const section = () => page.getByRole('region', { name: 'Messages that will be removed' });
const toBackups = () =>
  page.getByRole('navigation').getByRole('button', { name: 'Backups' }).click();

beforeAll(async () => {
  talk = await startTalk();
  const { matrix } = talk.places;
  if (!matrix) throw new Error('the stand-in names no Matrix server');
  const purge = { cron: '0 3 * * 0', timeZone: 'America/Toronto' };
  const rooms = [
    { room: talk.betaRoom, name: 'Beta', keepDays: 90, purge },
    { room: '!old:localhost', name: 'Old plans', archived: true },
  ];
  talk.matrix.plant(
    talk.betaRoom,
    Array.from({ length: messages }, (_, number) => ({
      event_id: `$m${number}`,
      sender: '@sam:localhost',
      type: 'm.room.message',
      content: { msgtype: 'm.text', body: `message ${number}` },
      origin_server_ts: Date.UTC(2026, 8, 1) + number * 60_000,
    })),
  );
  scene = await setScene({
    args: ['--show'],
    talk: { ...talk.places, matrix: { ...matrix, rooms } },
    desktop: { keyring: true },
  });
  chosen = scene.desktop.makeFolder('copies');
  app = scene.app;
  page = await app.page();
});
afterAll(async () => {
  await app.stop();
  await scene.stop();
  await talk.stop();
});

test('signed out, a member reads what goes, and where to sign in', async () => {
  await toBackups();
  await section().getByText('Messages older than 3 months are removed every week').waitFor();
  await section().getByText('Nobody writes here any more.').waitFor();
  await section().getByText('Sign in to Matrix in the settings').waitFor();
  const save = section().getByRole('button', { name: 'Save messages… (Beta)' });
  expect(await save.isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test('signed in, the room is saved into a folder of the member’s choice', async () => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('User name').fill(talk.member.name);
  await page.getByLabel('Password').fill(talk.member.password);
  await page.getByLabel('Password').press('Enter');
  const text = `Signed in as ${talk.member.userId} on`;
  await page.getByRole('paragraph').filter({ hasText: text }).waitFor();
  await app.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, chosen);
  await toBackups();
  await section().getByRole('button', { name: 'Save messages… (Beta)' }).press('Enter');
  await section().getByText('Finished').waitFor();
  expect(await violations(page)).toEqual([]);
  const [copy = ''] = readdirSync(chosen);
  expect(copy).toMatch(/^Beta \d{4}-\d\d-\d\d$/);
  const lines = readFileSync(join(chosen, copy, 'messages.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => line.includes('"body":"message '))).toHaveLength(messages);
});

test('after a restart the copy is still known', async () => {
  await app.stop();
  app = await startApp(scene.desktop, {
    executable: inject('executable'),
    profile: scene.app.profile,
    args: ['--show'],
  });
  page = await app.page();
  await toBackups();
  await section()
    .getByText(/^Saved: 3,0\d\d events in “Beta/)
    .waitFor();
});
