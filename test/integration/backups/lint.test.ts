/** `coop-tray backups lint` under plain Node: files and URLs, and its output for them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupsCommand } from '../../../main/cli/backups.ts';
import { readStream } from '../../../main/cli/stdin.ts';
import { LintReportSchema } from '../../../shared/cli/backups.ts';
import type { Listener, Reply } from '../../servers/http.ts';
import { listen, pathOf, send } from '../../servers/http.ts';

const nowUtcMs = Date.parse('2026-11-24T14:00:00Z');
const example = new URL('../../../docs/coop-backups.example.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'coop-tray-lint-'));
const replies: Readonly<Record<string, Reply>> = {
  '/backups.json': { body: readFileSync(example, 'utf8') },
  '/moved': { status: 302, headers: { location: '/backups.json' } },
  '/page': { headers: { 'content-type': 'text/html' }, body: '<!doctype html>Sign in' },
  '/locked': { status: 401 },
  '/broken': { status: 500 },
  '/large': { body: ' '.repeat(2 ** 20 + 1) },
};
let server: Listener;

beforeAll(async () => {
  server = await listen((request, response) =>
    send(response, replies[pathOf(request)] ?? { status: 404 }),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

const terminal = { env: {}, timeZone: 'America/Toronto' };
const run = (...words: string[]) => backupsCommand(['lint', ...words], terminal, nowUtcMs);
function fileOf(text: string): string {
  const path = join(folder, 'backups.json');
  writeFileSync(path, text);
  return path;
}
const fileWith = (...targets: readonly object[]) =>
  fileOf(JSON.stringify({ format: 'coop-backups/1', written: '2026-11-24T13:00:00Z', targets }));

test.each(['utf8', 'utf16le'] as const)(
  'a file with a byte order mark in %s is read as any',
  async (encoding) => {
    const path = join(folder, 'marked.json');
    writeFileSync(path, `\uFEFF${readFileSync(example, 'utf8')}`, encoding);
    expect((await run(path)).stdout).toBe((await run(example.pathname)).stdout);
  },
);

test('the example is well, and each target is shown as a member sees it', async () => {
  const { code, stdout, stderr } = await run(example.pathname);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')).toEqual([
    '! Needs attention  Passwords',
    '                   1 of the last 90 days has no backup: Nov 23.',
    '                   Goes back 88 days; 90 are required.',
    '! Needs attention  wiki',
    '                   It has never been checked for damage.',
    '                   A restore has never been tested.',
    '',
    '2 backups, no errors in the file',
    '',
  ]);
});

test('every fault is named with its place, and a misspelt name is one', async () => {
  const wrong = { id: 'pads', sizeBytes: -5, schedule: { cron: 'x', timeZone: 'Mars/Base' } };
  const misspelt = { id: 'wiki', lastSucces: '2026-11-24T02:00:00Z', drill: { at: 1, okay: true } };
  const { code, stdout } = await run(fileWith(wrong, misspelt, { name: 'no id' }));
  expect(code).toBe(1);
  expect(stdout.split('\n').slice(-10)).toEqual([
    '',
    'Expected at $.targets[0].schedule.cron: must be a cron pattern of five parts',
    'Expected at $.targets[0].schedule.timeZone: must be an IANA time zone',
    'Expected at $.targets[0].sizeBytes: >=0',
    'Expected at $.targets[1].drill.at: string',
    'Expected at $.targets[2].id: must be there',
    'Expected at $.targets[1].lastSucces: a name this format knows; this one is ignored',
    'Expected at $.targets[1].drill.okay: a name this format knows; this one is ignored',
    '2 backups, 7 errors in the file',
    '',
  ]);
});

test('backups that are late are no fault of the file', async () => {
  const schedule = { cron: '0 2 * * *', timeZone: 'America/Toronto' };
  const late = { id: 'pads', schedule, lastSuccess: '2026-11-20T07:10:00Z' };
  const fresh = { id: 'wiki', schedule, lastSuccess: '2026-11-24T07:10:00Z' };
  const { code, stdout } = await run('--json', fileWith(late, fresh));
  expect(code).toBe(0);
  expect(v.parse(LintReportSchema, JSON.parse(stdout))).toMatchObject({
    version: 1,
    result: 'well',
    problems: [],
    targets: [
      { id: 'pads', state: 'bad', findings: [{ code: 'late', text: /has not come/ }] },
      { id: 'wiki', state: 'good', findings: [] },
    ],
  });
});

test('an address is read as the app reads it', async () => {
  expect((await run(`${server.url}/backups.json`)).code).toBe(0);
  expect((await run(`${server.url}/moved`)).code).toBe(0);
});

test.each([
  ['/page', 'It answers with a web page instead of data.'],
  ['/locked', 'It answers, but you don’t have access.'],
  ['/broken', 'It answers with error 500.'],
  ['/large', 'Its answer is larger than 1 MiB.'],
  ['/none', 'There’s nothing at its address.'],
])('%s cannot be read: %s', async (path, why) => {
  const { code, stdout, stderr } = await run(server.url + path);
  expect([code, stdout, stderr]).toEqual([2, '', `${server.url}${path} can’t be read. ${why}\n`]);
});

// sandialabs/slycat 580: what may not be opened was said not to be there.
test.each([
  ['nothing', 'none.json', 'There’s nothing at its address.'],
  ['a name below a file', 'file.json/below', 'There’s nothing at its address.'],
  ['a folder', '.', 'It’s there, but it isn’t a file that you may open.'],
])('%s cannot be read, and why is said', async (_what, name, why) => {
  writeFileSync(join(folder, 'file.json'), '{}');
  const path = join(folder, name);
  expect((await run(path)).stderr).toBe(`${path} can’t be read. ${why}\n`);
});

// dockerfilelint 10, hadolint 44: what makes the file can be asked before it writes one.
test('what is piped in is read, up to the limit of a file', async () => {
  const piped = async (...pieces: string[]) => {
    const stdin = Readable.from(pieces.map((piece) => Buffer.from(piece)));
    const readStdin = (limitBytes: number) => readStream(stdin, limitBytes);
    return backupsCommand(['lint', '-'], { ...terminal, readStdin }, nowUtcMs);
  };
  const text = readFileSync(example, 'utf8');
  expect((await piped(text.slice(0, 100), text.slice(100))).code).toBe(0);
  expect((await piped('')).stderr).toBe('- can’t be read. Its answer is empty.\n');
  expect((await piped('[', ' '.repeat(1024 * 1024), ']')).stderr).toContain('larger than 1 MiB');
});

test('a file that is none, a server that is away, and an escape sequence', async () => {
  expect((await run(join(folder, 'none.json'))).code).toBe(2);
  const dead = await listen(() => undefined);
  await dead.stop();
  expect((await run(dead.url)).stderr).toBe(`${dead.url} can’t be read. It can’t be reached.\n`);
  const path = fileWith({ id: 'pads', name: 'Pads\u001B[2J' });
  expect((await run(path)).stdout).not.toContain('\u001B');
  expect((await run('--json', path)).stdout).not.toContain('\u001B');
});

test('in French, and misspelt words', async () => {
  expect((await run('--lang=fr', example.pathname)).stdout).toContain('aucune erreur');
  expect(await run('--jsn', 'x')).toMatchObject({ code: 3, stdout: '' });
  expect((await backupsCommand(['lint'], terminal, nowUtcMs)).code).toBe(3);
  expect((await backupsCommand(['list', 'x'], terminal, nowUtcMs)).code).toBe(3);
});
