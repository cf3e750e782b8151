import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shareOf, timesOf } from '../part-times.ts';
import type { Part } from '../parts.ts';
import { stages } from '../parts.ts';
import { outcomeOfPart } from '../run-part.ts';

const partsOf = (withMatrix: boolean) => stages(withMatrix).flatMap(({ lanes }) => lanes.flat());
const all = partsOf(true);
const projectsOf = ({ command }: Part) =>
  command.flatMap((word) => /^--project=(.+)/.exec(word)?.[1] ?? []);
const part: Part = { kind: 'sums', title: 'sums: here', command: [], env: {}, log: 'sums.log' };
const one = { passed: 1, failed: 0, skipped: 0, notPassed: [] };

test('every project is run, but for the one that needs other systems', () => {
  const config = readFileSync('vitest.config.ts', 'utf8');
  const names = [...config.matchAll(/ name: '([\w-]+)'/g)].map(([, name = '']) => name);
  const run = new Set(all.flatMap(projectsOf));
  expect(names.filter((name) => !run.has(name))).toEqual(['installers']);
});

test('a project is run once, or once in shards', () => {
  const runs = all.flatMap((part) => {
    const [shard = 'all'] = part.command.filter((word) => word.startsWith('--shard='));
    return projectsOf(part).map((project) => `${project} ${shard}`);
  });
  expect(runs.filter((run, at) => runs.indexOf(run) !== at)).toEqual([]);
});

test('no two parts write into the same files', () => {
  const files = all.flatMap(({ log, report }) => [log, report ?? `no report, but ${log}`]);
  expect(new Set(files).size).toBe(files.length);
});

test('the account is tried on a real Synapse only if asked', () => {
  const kinds = partsOf(false).map(({ kind }) => kind);
  expect(kinds).not.toContain('matrix');
});

test('a check passes or fails', () => {
  expect(outcomeOfPart(part, 0)).toEqual(one);
  expect(outcomeOfPart(part, 1)).toMatchObject({
    failed: 1,
    notPassed: ['sums: here ended with 1'],
  });
});

test('tests that were killed, or left no report, have failed', () => {
  const outcome = outcomeOfPart({ ...part, report: 'no/such/report.json' }, null);
  expect(outcome).toMatchObject({
    failed: 1,
    notPassed: ['sums: here ended with null and left no report'],
  });
});

test('the times of a kind are added up', () => {
  const ended = [
    { part, outcome: one, tookS: 10, busyS: 4 },
    { part, outcome: one, tookS: 20, busyS: 8 },
    { part: { ...part, kind: 'other' }, outcome: one, tookS: 5, busyS: 1 },
  ];
  expect(timesOf(ended)).toEqual([
    'sums: 30 s, of a processor 12 s',
    'other: 5 s, of a processor 1 s',
  ]);
  expect(shareOf(ended, 20)).toMatch(/^20 s, \d+ % of \d+ processors$/);
});
