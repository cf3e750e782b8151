/**
 * Rooms whose messages will be deleted, in the packaged app: what is deleted when, and a copy made before. The document
 * names no backups; the page exists all the same.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { settingsPage } from './pages/settings.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const messages = 3000;
let talk: Talk;
let scene: Scene;
let window: AppWindow;
let chosen: string;

/** Beta is cleared on Sundays, so it is always among those that lose something soon. */
const section = () => window.page.getByRole('region', { name: 'Messages will be deleted soon' });
const others = () => window.page.getByRole('region', { name: 'Rooms that delete old messages' });

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
  window = await scene.window();
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

test('signed out, a member reads what goes, and where to sign in', async () => {
  await window.goTo('Backups');
  await section().getByText('Messages older than 90 days are deleted every week').waitFor();
  await others().getByText('This room is archived.').waitFor();
  await section().getByText('Sign in to Matrix').first().waitFor();
  const save = section().getByRole('button', { name: 'Save a copy… (Beta)' });
  expect(await save.getAttribute('aria-disabled')).toBe('true');
  expect(await window.violations()).toEqual([]);
});

test('signed in, the room is saved into a folder of the member’s choice', async () => {
  await settingsPage(window).signInToMatrix(talk.member);
  await scene.app.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, chosen);
  await window.goTo('Backups');
  await section().getByRole('button', { name: 'Save a copy… (Beta)' }).press('Enter');
  await section().getByText('Done').waitFor();
  expect(await window.violations()).toEqual([]);
  const [copy = ''] = readdirSync(chosen);
  expect(copy).toMatch(/^Beta \d{4}-\d\d-\d\d$/);
  const lines = readFileSync(join(chosen, copy, 'messages.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => line.includes('"body":"message '))).toHaveLength(messages);
});

test('after a restart the copy is still known', async () => {
  window = await scene.restart();
  await window.goTo('Backups');
  await section()
    .getByText(/^Saved: 3,0\d\d messages in “Beta/)
    .waitFor();
});
