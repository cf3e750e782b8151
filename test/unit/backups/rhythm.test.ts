/** When a source itself reports that nothing is overdue yet, and which runs count as backups. */
import { expect, test } from 'vitest';
import { addressOf } from '../../../main/features/backups/addresses.ts';
import { readers } from '../../../shared/backups/readers/index.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14);
const nightly = { schedule: { cron: '0 3 * * *', timeZone: 'America/Toronto' } };

/** The first target's state and findings. */
function seen(kind: BackupKind, answer: object, more: object = {}): string {
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'Nightly',
    kind,
    url: 'https://backups.example/',
    ...more,
  });
  const read = readers[kind](JSON.stringify(answer), source, nowUtcMs);
  const [target] = read.ok ? read.targets : [];
  if (!target) return read.ok ? 'none' : read.problem.code;
  const { state, findings } = viewTarget(target, source, nowUtcMs, nowUtcMs);
  return [state, ...findings.map(({ code }) => code)].join(' ');
}

const check = (more: object) => ({
  checks: [{ name: 'Archive', unique_key: 'u', status: 'up', grace: 172_800, ...more }],
});

test.each<[string, object, string]>([
  [
    'every thirty days',
    { last_ping: '2026-11-20T02:00:00Z', next_ping: '2026-12-20T02:00:00Z', timeout: 2_592_000 },
    'good',
  ],
  [
    'every thirty days, without the next',
    { last_ping: '2026-11-20T02:00:00Z', timeout: 2_592_000 },
    'good',
  ],
  [
    'monthly by systemd',
    {
      schedule: '*-*-01 02:00',
      tz: 'UTC',
      last_ping: '2026-11-01T02:01:00Z',
      next_ping: '2026-12-01T02:00:00Z',
    },
    'good',
  ],
  [
    'yearly by systemd',
    { last_ping: '2026-01-01T02:01:00Z', next_ping: '2027-01-01T02:00:00Z', schedule: 'yearly' },
    'good',
  ],
  [
    'in its grace of two days',
    {
      status: 'grace',
      last_ping: '2026-10-24T02:00:00Z',
      next_ping: '2026-11-23T02:00:00Z',
      timeout: 2_592_000,
    },
    'good',
  ],
  [
    'fallen',
    { status: 'down', last_ping: '2026-10-20T02:00:00Z', timeout: 2_592_000 },
    'bad failed missing-days',
  ],
  [
    'on the fifteenth of every third weekday',
    {
      schedule: '0 3 15 * */3',
      tz: 'UTC',
      last_ping: '2026-11-15T03:05:00Z',
      next_ping: '2027-05-15T03:00:00Z',
    },
    'good',
  ],
])('healthchecks: %s', (_what, more, expected) => {
  expect(seen('healthchecks', check(more))).toBe(expected);
});

const duplicati = (repeat: string, next: string) => [
  {
    Backup: { ID: '1', Name: 'A', Metadata: { LastBackupFinished: '20261101T080000Z' } },
    Schedule: { Time: next, Repeat: repeat },
  },
];

test.each([
  ['1M', '2026-12-01T08:00:00Z', 'good'],
  ['2W1D', '2026-12-01T08:00:00Z', 'bad late'],
  ['1D', '2026-12-01T08:00:00Z', 'bad late'],
  ['1M', '2026-11-24T08:00:00Z', 'bad late'],
  ['soon', '2026-12-01T08:00:00Z', 'unknown no-schedule'],
])('duplicati: every %s, next at %s', (repeat, next, expected) => {
  expect(seen('duplicati', duplicati(repeat, next))).toBe(expected);
});

const kopia = (last: object, more: object) => ({
  sources: [{ source: { host: 'h', userName: 'u', path: '/' }, lastSnapshot: last, ...more }],
});
const whole = { startTime: '2026-11-01T08:00:00Z', endTime: '2026-11-01T08:30:00Z' };
const part = { startTime: '2026-11-24T08:00:00Z', incomplete: 'checkpoint' };

test.each<[string, object, object, string]>([
  [
    'monthly by its interval',
    whole,
    { nextSnapshotTime: '2026-12-01T08:00:00Z', schedule: { intervalSeconds: 2_592_000 } },
    'good',
  ],
  [
    'at a time of the day',
    whole,
    { nextSnapshotTime: '2026-12-01T08:00:00Z' },
    'unknown no-schedule',
  ],
  ['the checkpoint of an upload', part, { status: 'UPLOADING' }, 'unknown nothing-known'],
  ['a checkpoint that nothing goes on from', part, { status: 'IDLE' }, 'bad failed'],
  [
    'an upload that was stopped',
    { ...part, incomplete: 'canceled' },
    { status: 'UPLOADING' },
    'bad failed',
  ],
])('kopia: %s', (_what, last, more, expected) => {
  expect(seen('kopia', kopia(last, more))).toBe(expected);
});

const run = (day: number, event: string, conclusion: string, more: object = {}) => ({
  event,
  status: 'completed',
  conclusion,
  run_started_at: `2026-11-${day}T08:05:00Z`,
  head_branch: 'main',
  ...more,
});
const failed = run(24, 'schedule', 'failure');
const later = { run_started_at: '2026-11-24T12:00:00Z' };

test.each<[string, readonly unknown[], string]>([
  ['by hand after a failure', [run(24, 'workflow_dispatch', 'success', later), failed], 'good'],
  ['by another program', [run(24, 'repository_dispatch', 'success', later), failed], 'good'],
  [
    'by hand, and it failed',
    [run(24, 'workflow_dispatch', 'failure', later), run(24, 'schedule', 'success')],
    'bad failed',
  ],
  ['of a proposed change', [run(24, 'pull_request', 'success', later), failed], 'bad failed'],
  [
    'of a proposed change, that failed',
    [run(24, 'pull_request_target', 'failure', later), run(24, 'schedule', 'success')],
    'good',
  ],
  [
    'on another branch',
    [run(24, 'push', 'success', { ...later, head_branch: 'try' }), failed],
    'bad failed',
  ],
  ['only by hand', [run(24, 'workflow_dispatch', 'success')], 'good'],
  ['beside an odd one', [{ status: 7 }, run(24, 'schedule', 'success')], 'good'],
  ['only odd ones', [{ status: 7 }], 'unexpected'],
  ['none', [], 'bad never-ran'],
])('github: a run %s', (_what, runs, expected) => {
  expect(seen('github-workflow', { total_count: runs.length, workflow_runs: runs }, nightly)).toBe(
    expected,
  );
});

test('github: where the runs of others fill the answer, nothing is known', () => {
  const runs = [run(24, 'pull_request', 'success')];
  expect(seen('github-workflow', { total_count: 400, workflow_runs: runs }, nightly)).toBe(
    'unknown nothing-known',
  );
});

test('github: runs of any event are asked for', () => {
  const url = 'https://github.com/coop/backups/actions/workflows/night.yml';
  expect(addressOf({ kind: 'github-workflow', url })).not.toContain('event=');
});

test('what a list has beyond its limit is named, and not taken for well', () => {
  const checks = Array.from({ length: 205 }, (_, at) => ({
    name: `c${at}`,
    unique_key: `${at}`,
    status: 'new',
  }));
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'S',
    kind: 'healthchecks',
    url: 'https://hc.example',
  });
  const read = readers.healthchecks(JSON.stringify({ checks }), source, nowUtcMs);
  expect(read.ok && read.targets.at(-1)).toEqual({
    id: '$.checks[200]',
    name: '$.checks[200] … $.checks[204]',
  });
  expect(read.ok && read.problems).toMatchObject([{ path: '$.checks[200]' }]);
});
