/**
 * A member signs in everywhere and sends feedback; then the disk, the logs, the command lines and the window's memory
 * are searched for every secret that was used. For each place, a text known to be there proves that the search works.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { treeOf } from '../bench/measure.ts';
import { readKeyring } from '../desktop/keyring.ts';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import { settingsPage } from './pages/settings.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { filesIn, heapOf } from './traces.ts';

let talk: Talk;
let scene: Scene;
let window: AppWindow;
let log = '';
let secrets: readonly string[] = [];

beforeAll(async () => {
  talk = await startTalk();
  scene = await setScene({ args: ['--show'], talk: talk.places });
  const { stdout, stderr } = scene.app.electron.process();
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  }
  window = await scene.window();
});
afterAll(async () => {
  await scene.stop();
  await talk.stop();
});

const ask: AppWindow['ask'] = (name, payload) => window.ask(name, payload);

test('a member signs in to both, and sends feedback', async () => {
  const settings = settingsPage(window);
  await settings.signInToMatrix(talk.member);
  await window.button('Sign in to GitHub').click();
  await settings.signedInAs('ana').waitFor();
  await ask('feedback.saveDraft', { id: 'scan', draft: draft('beta-room') });
  const looked = await ask('feedback.preview', { id: 'scan', draft: draft('beta-room') });
  const { preview } = looked as { preview: { digest: string } };
  expect(await ask('feedback.send', { id: 'scan', digest: preview.digest })).toBe('taken');
  await eventually('the feedback to be sent', async () => {
    const { items } = (await ask('feedback.get')) as { items: { phase: { at: string } }[] };
    return items[0]?.phase.at === 'sent' || undefined;
  });
  secrets = await usedSecrets();
  expect(secrets.length).toBeGreaterThanOrEqual(4);
});

test('nothing of it is on the disk', () => {
  const files = filesIn(scene.app.profile);
  expect(files.some((file) => has(file.bytes, talk.member.userId))).toBe(true);
  const found = files.flatMap(({ name, bytes }) =>
    secrets.filter((secret) => has(bytes, secret)).map((secret) => `${secret} in ${name}`),
  );
  expect(found).toEqual([]);
});

test('nor in a log, nor on a command line', () => {
  const root = scene.app.electron.process().pid ?? 0;
  const lines = treeOf(root).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  expect(lines.join('\n')).toContain('--type=renderer');
  expect(secrets.filter((secret) => `${lines.join('\n')}${log}`.includes(secret))).toEqual([]);
});

test('nor in what the window is told', async () => {
  const names = ['snapshot.get', 'accounts.get', 'feedback.get', 'echo.get'] as const;
  const told = JSON.stringify(await Promise.all(names.map((name) => ask(name))));
  expect(told).toContain(talk.member.userId);
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
});

test('nor in the window’s memory', async () => {
  const heap = await heapOf(window.page);
  expect(heap).toContain(talk.member.userId);
  expect(secrets.filter((secret) => heap.includes(JSON.stringify(secret).slice(1, -1)))).toEqual(
    [],
  );
});

const draft = (destinationId: string) => ({
  about: { what: 'app', name: 'Coop Tray' },
  kind: 'idea',
  text: 'The pads are slow since noon',
  destinationId,
  withDiagnostics: true,
});

/** What was typed, and what the servers issued for it: only the keyring has all of it. */
async function usedSecrets(): Promise<readonly string[]> {
  const kept = await Promise.all(
    [`matrix:${talk.member.userId}`, 'github:ana'].map((one) => readKeyring(scene.desktop, one)),
  );
  const tokens = kept.flatMap((one) =>
    Object.entries(JSON.parse(one) as Record<string, unknown>).flatMap(([name, value]) =>
      /token/i.test(name) && typeof value === 'string' ? [value] : [],
    ),
  );
  return [talk.member.password, ...tokens];
}

/** Whether it is there: raw, in the encodings of Chromium's databases and strings, or as in a header. */
function has(bytes: Buffer, secret: string): boolean {
  const forms = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(Buffer.from(secret).toString('base64').replaceAll('=', '')),
  ];
  return forms.some((form) => bytes.includes(form));
}
