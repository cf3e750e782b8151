/** What set-up, the demo and `npm start` print when something goes wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../../build/bundle.ts';
import { SetupError, plainly, quietly } from '../../../build/setup/say.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-words-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fault = (code: string) => Object.assign(new Error(`${code}: x`), { code, path: '/a/b' });

test.each([
  [new SetupError('Type this line.'), 'Type this line.'],
  [fault('ENOSPC'), 'The disk is full: /a/b\nMend that'],
  [fault('EDQUOT'), 'Your share of the disk is full: /a/b'],
  [fault('EACCES'), 'does it belong to somebody else?: /a/b'],
  [fault('EROFS'), 'This disk can only be read: /a/b'],
  [fault('EMFILE'), 'Too many files are open'],
])('%s is told plainly', (error, said) => {
  expect(plainly(error)).toContain(said);
});

test('what was not foreseen is told in a line, and its trace is kept for a report', () => {
  const said = plainly(new Error('Odd\nat line 7'));
  expect(said).not.toMatch(/^ +at /m);
  expect(said).toMatch(/^Something went wrong that was not foreseen: Odd\nType the same command/);
  const [file = ''] = /\/\S+\.txt/.exec(said) ?? [];
  expect(readFileSync(file, 'utf8')).toContain('words.test.ts');
  rmSync(file);
});

test.each([
  ['npm error code ENOTFOUND', 'check your connection'],
  ['npm error ENOSPC: no space left on device, write', 'The disk is full'],
  ["npm error EACCES: permission denied, mkdir '/x'", 'may not be written'],
])('of a program that says “%s” it is told what to do', async (words, hint) => {
  const ended = quietly('sh', ['-c', `echo "${words}"; exit 3`]);
  await expect(ended).rejects.toThrow(new RegExp(`failed with 3:\n[^]*${hint}`));
});

test('a program that is killed is told by its signal', async () => {
  await expect(quietly('sh', ['-c', 'kill -SEGV $$'])).rejects.toThrow('was ended by SIGSEGV.');
});

test('a script for people ends with a sentence, and with 1', () => {
  const script = join(folder, 'script.mjs');
  writeFileSync(script, "import { readFileSync } from 'node:fs'; readFileSync('/x'.repeat(9));");
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', './build/setup/plain-faults.mjs', script],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([1, expect.stringContaining('not foreseen: ENOENT')]);
  expect(stderr).not.toMatch(/^ +at /m);
});

const crash = 'process.kill(process.pid, "SIGSEGV")';

test('a builder that crashes is run once more', () => {
  const said: string[] = [];
  const file = JSON.stringify(join(folder, 'crashed'));
  const script = `const fs = require('node:fs'); if (!fs.existsSync(${file})) { fs.writeFileSync(${file}, ''); ${crash}; setTimeout(() => {}, 9999); }`;
  buildApp(['-e', script], (words) => said.push(words));
  expect(said).toEqual(['The builder crashed (SIGSEGV): once more …']);
});

test('one that crashes twice, or fails, is told without a stack', () => {
  const build = (script: string) => () => buildApp(['-e', script], () => undefined);
  expect(build(`${crash}; setTimeout(() => {}, 9999)`)).toThrow('ended by SIGSEGV');
  expect(build('process.exit(3)')).toThrow('see above');
});
