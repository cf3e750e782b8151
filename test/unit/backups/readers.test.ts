import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { readers } from '../../../shared/backups/readers/index.ts';
import type { ReadSource } from '../../../shared/backups/reading.ts';
import { TargetReadingSchema } from '../../../shared/backups/reading.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import type { BackupKind, BackupSource } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema, backupKinds } from '../../../shared/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14);

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/backups/${name}`, import.meta.url), 'utf8');
}

function source(kind: BackupKind, more: object = {}): BackupSource {
  const named = { id: 's', name: 'Nightly', kind, url: 'https://backups.example/', ...more };
  return entry(BackupSourceSchema, named);
}

const nightly = { schedule: { cron: '0 3 * * *', timeZone: 'America/Toronto' } };

function read(kind: BackupKind, text: string, more: object = {}): ReadSource {
  return readers[kind](text, source(kind, more), nowUtcMs);
}

/** Each target with its findings, in the source's order. */
function found(kind: BackupKind, name: string, more: object = {}) {
  const answer = read(kind, fixture(name), more);
  if (!answer.ok) return answer.problem.code;
  return Object.fromEntries(
    answer.targets.map((one) => {
      const { findings } = viewTarget(one, source(kind, more), nowUtcMs, nowUtcMs);
      return [one.name, findings.map(({ code }) => code).join(' ')];
    }),
  );
}

test.each<[BackupKind, string, object, Record<string, string>]>([
  [
    'healthchecks',
    'healthchecks.json',
    {},
    {
      'Files, nightly': '',
      'Wiki, every day or so': '',
      Pads: 'failed missing-days',
      Mail: 'failed',
      Accounts: 'never-ran',
      'Old server': 'nothing-known',
      'Weekly, by systemd': '',
    },
  ],
  [
    'backrest',
    'backrest.json',
    {},
    {
      documents: 'missing-days',
      photos: 'failed',
      mail: 'late',
      'new-plan': 'never-ran',
    },
  ],
  [
    'backrest',
    'backrest-operations.json',
    {},
    {
      documents: 'check-old upkeep-failed',
      mail: 'failed check-old upkeep-failed',
      photos: 'nothing-known check-old upkeep-failed',
    },
  ],
  [
    'kopia',
    'kopia.json',
    {},
    {
      'nas: /srv/files': '',
      'web: /var/www': 'late',
      'db: /var/lib/dumps': 'failed',
      'pads: /srv': 'failed',
      'new: /srv': 'never-ran',
    },
  ],
  [
    'restic-snapshots',
    'restic-snapshots.json',
    { ...nightly, wantedDays: 2 },
    { 'nas: /srv/files': '', 'web: /etc, /root': 'late missing-days' },
  ],
  [
    'duplicati',
    'duplicati.json',
    {},
    {
      Office: '',
      Laptop: 'failed late',
      Archive: 'late',
      'By hand': 'no-schedule',
      New: 'never-ran',
    },
  ],
  ['duplicati', 'duplicati-reports.json', {}, { 'nas: Office': '', 'web: Office': 'failed' }],
  ['github-workflow', 'github-workflow.json', nightly, { Nightly: 'missing-days' }],
  [
    'snapshot-names',
    'snapshot-names.txt',
    nightly,
    { 'tank/files': '', 'tank/wiki': 'late missing-days' },
  ],
  ['snapshot-names', 'snapshot-names.html', nightly, { Nightly: '' }],
])('%s: %s', (kind, name, more, targets) => {
  expect(found(kind, name, more)).toEqual(targets);
});

test('healthchecks: a check that fell for want of a ping says so, and one that failed says when', () => {
  const answer = read('healthchecks', fixture('healthchecks.json'));
  const attempts = answer.ok
    ? answer.targets.map(({ name, lastAttempt }) => [name, lastAttempt])
    : [];
  expect(Object.fromEntries(attempts)).toMatchObject({
    Pads: { atUtcMs: Date.UTC(2026, 10, 23, 8), ok: false, error: 'no ping in time' },
    Mail: { atUtcMs: Date.UTC(2026, 10, 24, 8, 1), ok: false, error: 'down' },
  });
});

test('restic: runs are told apart by host and paths, days are of the schedule’s zone, and what is kept is counted', () => {
  const answer = read('restic-snapshots', fixture('restic-snapshots.json'), nightly);
  expect(answer.ok && answer.targets[0]).toMatchObject({
    id: 'nas: /srv/files',
    lastSuccessUtcMs: Date.UTC(2026, 10, 24, 8, 0, 3),
    sizeBytes: 1020,
    retention: { heldDays: 3 },
    days: [
      { day: '2026-11-22', ok: true, sizeBytes: 1000 },
      { day: '2026-11-23', ok: true, sizeBytes: 1010 },
      { day: '2026-11-24', ok: true, sizeBytes: 1020 },
    ],
  });
});

test('names of snapshots tell days, and an instant only where the document says of which zone they are', () => {
  const [bare, zoned] = [{}, nightly].map((more) =>
    read('snapshot-names', fixture('snapshot-names.txt'), more),
  );
  expect(bare?.ok && bare.targets[0]?.lastSuccessUtcMs).toBeUndefined();
  expect(zoned?.ok && zoned.targets[0]?.lastSuccessUtcMs).toBe(Date.UTC(2026, 10, 24, 8));
  expect(zoned?.ok && zoned.targets.map(({ name, days }) => [name, days?.length])).toEqual([
    ['tank/files', 3],
    ['tank/wiki', 2],
  ]);
});

test('a day with a good run and a bad one has a backup, whichever came last', () => {
  const run = (hour: string, conclusion: string) => ({
    status: 'completed',
    conclusion,
    created_at: `2026-11-24T${hour}:00:00Z`,
  });
  const runs = [run('12', 'failure'), run('08', 'success'), run('07', 'failure')];
  const answer = read('github-workflow', JSON.stringify({ workflow_runs: runs }));
  expect(answer.ok && answer.targets[0]).toMatchObject({
    lastAttempt: { atUtcMs: Date.UTC(2026, 10, 24, 12), ok: false, error: 'failure' },
    lastSuccessUtcMs: Date.UTC(2026, 10, 24, 8),
    days: [{ day: '2026-11-24', ok: true }],
  });
});

test('a run that cannot be read costs no other, and is said', () => {
  const good = { status: 'completed', conclusion: 'success', created_at: '2026-11-24T08:00:00Z' };
  const answer = (runs: readonly unknown[]) =>
    read('github-workflow', JSON.stringify({ workflow_runs: runs }));
  const path = '$.workflow_runs[0]';
  expect(answer([null, { ...good, conclusion: 7 }, good])).toMatchObject({
    ok: true,
    targets: [{ lastSuccessUtcMs: Date.UTC(2026, 10, 24, 8) }],
    problems: [
      { code: 'unexpected', path },
      { code: 'unexpected', path: '$.workflow_runs[1]' },
    ],
  });
  expect(answer([{ status: 7 }])).toMatchObject({ ok: false, problem: { path } });
});

test('an item that cannot be read is named with its place, stays in sight, and costs no other', () => {
  const checks = [
    { name: 'Good', status: 'up', last_ping: '2026-11-24T08:00:00Z', timeout: 86_400 },
    { name: 'Odd', status: 7 },
    'nonsense',
  ];
  const answer = read('healthchecks', JSON.stringify({ checks }));
  expect(answer).toMatchObject({
    ok: true,
    targets: [{ name: 'Good' }, { id: '$.checks[1]', name: 'Odd' }, { id: '$.checks[2]' }],
    problems: [
      { code: 'unexpected', path: '$.checks[1].status', expected: 'string' },
      { code: 'unexpected', path: '$.checks[2]' },
    ],
  });
});

test('a size below zero and a time in no calendar are not passed on', () => {
  const answer = read(
    'restic-snapshots',
    JSON.stringify([
      { time: '2026-11-24T08:00:00Z', paths: ['/a'], summary: { total_bytes_processed: -5 } },
      { time: '2026-99-24T08:00:00Z', paths: ['/b'] },
    ]),
  );
  expect(answer).toMatchObject({ ok: true, problems: [{ path: '$[1]' }] });
  expect(answer.ok && answer.targets.map(({ sizeBytes }) => sizeBytes)).toEqual([undefined]);
});

test('a million snapshots of ten thousand folders are no reading', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({
    time: '2026-11-24T08:00:00Z',
    paths: [`/${index}`],
  }));
  expect(read('restic-snapshots', JSON.stringify(items))).toMatchObject({ ok: false });
  const names = Array.from({ length: 10_000 }, (_, index) => `set${index}@auto-2026-11-24_03-00`);
  expect(read('snapshot-names', names.join('\n'))).toMatchObject({ ok: false });
});

const hostile: readonly [string, string][] = [
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['a sign-in page', '<!doctype html><title>Sign in</title><p>Please sign in</p>'],
  ['no JSON', '{"checks": ['],
  ['null', 'null'],
  ['a number', '42'],
  ['an empty list', '[]'],
  ['an empty object', '{}'],
  ['a list of lists', '[[[[]]]]'],
  [
    'lists where there should be items',
    '{"checks":[[]],"sources":[7],"planSummaries":[null],"workflow_runs":[3]}',
  ],
  ['wrong types', '[{"time":true,"paths":"x","Backup":{"ID":{},"Name":[]}}]'],
  ['a prototype', '{"__proto__":{"checks":[]},"checks":[{"__proto__":null}]}'],
  ['deep nesting', '['.repeat(5000) + ']'.repeat(5000)],
];

describe.each(backupKinds)('%s', (kind) => {
  test.each(hostile)('is never well with %s', (_what, text) => {
    const answer = read(kind, text, nightly);
    const states = answer.ok
      ? answer.targets.map((one) => viewTarget(one, source(kind), nowUtcMs, nowUtcMs).state)
      : [];
    expect(states).not.toContain('good');
  });

  test('gives readings that can be kept', () => {
    const files = ['healthchecks.json', 'backrest.json', 'kopia.json', 'restic-snapshots.json'];
    for (const name of [...files, 'duplicati.json', 'github-workflow.json', 'snapshot-names.txt']) {
      const answer = read(kind, fixture(name), nightly);
      if (answer.ok) expect(v.is(v.array(TargetReadingSchema), answer.targets)).toBe(true);
    }
  });
});

test('what a source says of the future makes nothing well', () => {
  const later = '2031-01-01T00:00:00Z';
  const snapshot = { time: later, paths: ['/srv'] };
  const check = { name: 'Ahead', status: 'up', last_ping: later, next_ping: later, timeout: 60 };
  const answers = [
    ['restic-snapshots', JSON.stringify([snapshot])],
    ['healthchecks', JSON.stringify({ checks: [check] })],
    ['snapshot-names', 'tank@auto-2031-01-01_03-00'],
  ] as const;
  for (const [kind, text] of answers) {
    const answer = read(kind, text, nightly);
    const [target] = answer.ok ? answer.targets : [];
    const state = target && viewTarget(target, source(kind, nightly), nowUtcMs, nowUtcMs).state;
    expect([kind, state]).not.toEqual([kind, 'good']);
  }
});
