/** `coop-tray open` under plain Node, with the app's copies, or with the lists themselves. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCommand } from '../../../main/cli/open.ts';
import { listen, send } from '../../servers/http.ts';

let profileDir: string;
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'coop-tray-open-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

const source = { id: 'go', name: 'Short links', url: 'https://a.example/links.csv', format: 'csv' };

function keep(links: object = { sources: [source] }): void {
  const text = JSON.stringify({ version: 1, name: 'Maple', services: [], links });
  const copy = { source: 'maple.example', readAtUtcMs: 1, text };
  writeFileSync(join(profileDir, 'coop.json'), JSON.stringify(copy));
  const list = {
    of: `csv ${source.url} `,
    atUtcMs: 1,
    links: [
      { keyword: 'Calls', address: 'https://calls.example/hall' },
      { keyword: 'issue', address: 'https://forge.example/issues/%s' },
    ],
    faults: [],
    left: 0,
  };
  writeFileSync(join(profileDir, 'links.json'), JSON.stringify({ version: 1, lists: [list] }));
}

async function run(...words: string[]) {
  const opened: string[] = [];
  const open = async (address: string) => void opened.push(address);
  const outcome = await openCommand(words, { env: { LANG: 'C.UTF-8' }, profileDir, open });
  return { ...outcome, opened };
}

test('a link is opened, whatever its capitals', async () => {
  keep();
  expect(await run('calls')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
    opened: ['https://calls.example/hall'],
  });
});

test('with an argument, printed', async () => {
  keep();
  expect(await run('issue', '28', '2', '--print')).toMatchObject({
    code: 0,
    stdout: 'https://forge.example/issues/28%202\n',
    opened: [],
  });
});

test('an unknown one names what is like it, and nothing is written', async () => {
  keep();
  const files = readdirSync(profileDir);
  expect(await run('clals')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'There’s no link “clals”. Did you mean: Calls?\n',
  });
  expect(await run('zzz')).toMatchObject({ code: 1, stderr: 'There’s no link “zzz”.\n' });
  expect(readdirSync(profileDir)).toEqual(files);
});

test('what the app has not read is read now', async () => {
  const server = await listen((_request, response) =>
    send(response, { body: 'pads,https://pads.example/' }),
  );
  const url = `${server.url}/links.csv`;
  keep({ sources: [{ ...source, url }] });
  const { code, stdout } = await run('pads', '--print');
  await server.stop();
  expect([code, stdout]).toEqual([0, 'https://pads.example/\n']);
});

test('no browser', async () => {
  keep();
  const outcome = await openCommand(['calls'], {
    env: {},
    profileDir,
    open: () => Promise.reject(new Error('no browser')),
  });
  expect(outcome).toMatchObject({ code: 3 });
  expect(outcome.stderr).toContain('--print');
});

test.each<[string, readonly string[], RegExp]>([
  ['no keyword', [], /^Usage/],
  ['an option misspelt', ['calls', '--prnt'], /^There’s no option --prnt\.\n\nUsage/],
  ['no co-op', ['calls'], /^No co-op added yet/],
])('no answer: %s', async (_what, words, text) => {
  const { code, stderr } = await run(...words);
  expect(code).toBe(3);
  expect(stderr).toMatch(text);
});

test('no answer: a co-op without links', async () => {
  keep({ sources: [] });
  const { code, stderr } = await run('calls');
  expect([code, stderr]).toEqual([3, 'The co-op document lists no links.\n']);
});

test('--help', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage/) });
});
