/** What no run here can show of the workflows: that their checks can fail, and that they may do no more than they must. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const files = globSync('.github/workflows/*.yml', { cwd: root });
const lines = files.flatMap((file) =>
  readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .map((line, at) => ({ at: `${file}:${at + 1}`, line })),
);
const offending = (pattern: RegExp) =>
  lines.filter(({ line }) => pattern.test(line)).map(({ at, line }) => `${at}: ${line.trim()}`);

describe('a check in a script', () => {
  // `bash -e` goes on after both (koalaman/shellcheck#1531, git-lfs/git-lfs#5183).
  test('is not turned round by an exclamation mark', () => {
    expect(offending(/^\s*(- run: )?! /)).toEqual([]);
  });
  test('is not the first of two', () => {
    expect(offending(/^\s*(- run: )?(test|\[+) .*&& /)).toEqual([]);
  });
});

test('actions are pinned to a commit', () => {
  const used = offending(/\buses: /);
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((one) => !/@[0-9a-f]{40} # v[\d.]+$/.test(one))).toEqual([]);
});

test.each(files)('%s gives each job its own rights, and a time limit', (file) => {
  const text = readFileSync(new URL(file, root), 'utf8');
  expect(text).toMatch(/^permissions: \{\}$/m);
  const [, jobs = ''] = text.split(/^jobs:$/m);
  const each = jobs.split(/^ {2}(?=[\w-]+:$)/m).filter((job) => job.includes('steps:'));
  expect(each.length).toBeGreaterThan(0);
  for (const job of each) {
    expect(job).toMatch(/^ {4}permissions:$/m);
    expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
    expect(job).not.toContain('contents: write');
  }
});
