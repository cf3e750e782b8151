/** What Backrest's operations tell about a plan, with its dashboard or alone. */
import { describe, expect, test } from 'vitest';
import { readAnswers, seenIn, targetsIn } from './answers.ts';

const at = (text: string) => String(Date.parse(text));
const lastNight = '2026-11-24T08:00:00Z';
const tonight = '2026-11-25T08:00:00Z';

const plan = (id: string, runs: readonly (readonly [string, string])[], more: object = {}) => ({
  id,
  nextBackupTimeMs: at(tonight),
  recentBackups: {
    timestampMs: runs.map(([time]) => at(time)),
    status: runs.map(([, status]) => `STATUS_${status}`),
  },
  ...more,
});
const operation = (time: string, status: string, more: object = {}) => ({
  repoId: 'nas',
  planId: 'files',
  instanceId: 'server',
  unixTimeStartMs: at(time),
  unixTimeEndMs: String(Date.parse(time) + 60_000),
  status: `STATUS_${status}`,
  ...more,
});
const backup = (time: string, status: string, more: object = {}) =>
  operation(time, status, { operationBackup: {}, ...more });
const pending = (time = tonight) => backup(time, 'PENDING', { unixTimeEndMs: undefined });
const chore = (kind: string, time: string, status: string, more: object = {}) =>
  operation(time, status, { planId: '_system_', [kind]: {}, ...more });

const goodNight = backup(lastNight, 'SUCCESS');

function seen(operations: readonly unknown[], plans: readonly unknown[] = [plan('files', [])]) {
  const list = { planSummaries: plans, configPath: '/config' };
  return seenIn('backrest', { list, besides: { operations: JSON.stringify({ operations }) } });
}

describe('beside the dashboard', () => {
  test.each<[string, readonly unknown[], string]>([
    ['a night that went well', [goodNight], 'good'],
    ['the next one is not the last one', [goodNight, pending()], 'good'],
    [
      'whole numbers that are no text',
      [{ ...goodNight, unixTimeStartMs: 1_795_507_200_000 }],
      'good',
    ],
    [
      'a dry run, of which nothing is kept',
      [
        backup('2026-11-22T08:00:00Z', 'ERROR'),
        backup(lastNight, 'SUCCESS', { operationBackup: { dryRun: true } }),
      ],
      'bad failed missing-days',
    ],
    [
      'only a dry run',
      [backup(lastNight, 'SUCCESS', { operationBackup: { dryRun: true } })],
      'bad never-ran',
    ],
    ['files that could not be read', [backup(lastNight, 'WARNING')], 'bad failed'],
    ['a run that its owner stopped', [backup(lastNight, 'USER_CANCELLED')], 'bad failed'],
    ['a run that the server stopped', [backup(lastNight, 'SYSTEM_CANCELLED')], 'bad failed'],
    [
      'the next run, called off before it began',
      [goodNight, backup(tonight, 'USER_CANCELLED', { unixTimeEndMs: at('2026-11-24T14:00:00Z') })],
      'good',
    ],
    ['a status of a newer version', [{ ...backup(lastNight, ''), status: 9 }], 'bad failed'],
    ['a status that is left out is none', [goodNight, { ...pending(), status: undefined }], 'good'],
    [
      'a run of another Backrest whose plan is called the same',
      [
        backup('2026-11-20T08:00:00Z', 'ERROR'),
        backup(lastNight, 'SUCCESS', { originalInstanceKeyid: 'abc', instanceId: 'laptop' }),
      ],
      'bad failed missing-days',
    ],
    [
      'a check that failed, while backups go on',
      [goodNight, chore('operationCheck', '2026-11-23T10:00:00Z', 'ERROR')],
      'bad check-failed',
    ],
    [
      'a check that failed, and went well since',
      [
        goodNight,
        chore('operationCheck', '2026-11-22T10:00:00Z', 'ERROR'),
        chore('operationCheck', '2026-11-23T10:00:00Z', 'SUCCESS'),
      ],
      'good',
    ],
    [
      'a check that a restart cut short',
      [
        goodNight,
        chore('operationCheck', '2026-11-22T10:00:00Z', 'SUCCESS'),
        chore('operationCheck', '2026-11-23T10:00:00Z', 'ERROR', {
          displayMessage: 'Operation was incomplete when orchestrator was restarted.',
        }),
      ],
      'good',
    ],
    [
      'a check of six weeks ago',
      [chore('operationCheck', '2026-10-10T10:00:00Z', 'SUCCESS'), goodNight],
      'warning check-old',
    ],
    [
      'the check of another repository',
      [goodNight, chore('operationCheck', '2026-11-23T10:00:00Z', 'ERROR', { repoId: 'attic' })],
      'good',
    ],
    [
      'old copies that cannot be cleared away, while backups go on',
      [goodNight, chore('operationPrune', '2026-11-23T10:00:00Z', 'ERROR')],
      'warning upkeep-failed',
    ],
    [
      'forgetting goes well, clearing away does not',
      [
        chore('operationPrune', '2026-11-22T10:00:00Z', 'ERROR'),
        goodNight,
        operation('2026-11-24T08:10:00Z', 'SUCCESS', { operationForget: {} }),
      ],
      'warning upkeep-failed',
    ],
    [
      'a chore that was stopped says nothing',
      [goodNight, chore('operationPrune', '2026-11-23T10:00:00Z', 'USER_CANCELLED')],
      'good',
    ],
    [
      'something was restored, after a try that failed',
      [
        operation('2026-11-20T10:00:00Z', 'ERROR', { operationRestore: {} }),
        operation('2026-11-20T11:00:00Z', 'SUCCESS', { operationRestore: {} }),
        goodNight,
      ],
      'good',
    ],
    [
      'the last try to restore something failed',
      [goodNight, operation('2026-11-24T11:00:00Z', 'ERROR', { operationRestore: {} })],
      'bad drill-failed',
    ],
    [
      'the last try to restore something was stopped',
      [goodNight, operation('2026-11-24T11:00:00Z', 'USER_CANCELLED', { operationRestore: {} })],
      'good',
    ],
    ['an operation that nobody can read', [7, null, { status: [] }, goodNight], 'good'],
  ])('%s', (_what, operations, expected) => {
    expect(seen(operations)).toEqual([`files: ${expected}`]);
  });

  test('what is odd is named with its place', () => {
    const list = { planSummaries: [plan('files', [])] };
    const operations = JSON.stringify({ operations: [goodNight, { unixTimeStartMs: 'soon' }] });
    expect(readAnswers('backrest', { list, besides: { operations } })).toMatchObject({
      ok: true,
      problems: [{ code: 'unexpected', path: '$.operations[1]' }],
    });
  });

  test('two plans of one repository have their own runs and restores, and share its check', () => {
    const mine = (more: object) => ({ planId: 'mail', ...more });
    expect(
      seen(
        [
          goodNight,
          backup('2026-11-23T08:00:00Z', 'SUCCESS', mine({})),
          backup(lastNight, 'ERROR', mine({ displayMessage: 'No space left' })),
          operation('2026-11-24T11:00:00Z', 'ERROR', { operationRestore: {} }),
          chore('operationCheck', '2026-11-23T10:00:00Z', 'ERROR'),
        ],
        [plan('files', []), plan('mail', [])],
      ),
    ).toEqual(['files: bad check-failed drill-failed', 'mail: bad failed check-failed']);
  });

  test('a plan that the dashboard names no more is gone, whatever its operations say', () => {
    const old = backup(lastNight, 'SUCCESS', { planId: 'old' });
    expect(seen([goodNight, old])).toEqual(['files: good']);
  });

  test('what the dashboard takes for a backup is none where its operation was a dry run', () => {
    const dry = backup(lastNight, 'SUCCESS', { operationBackup: { dryRun: true } });
    const runs = [
      [lastNight, 'SUCCESS'],
      ['2026-11-23T08:00:00Z', 'ERROR'],
    ] as const;
    expect(seen([dry], [plan('files', runs)])).toEqual(['files: bad failed missing-days']);
  });

  test('a run says why it failed, on one line, and how large a good one is', () => {
    const [target] = targetsIn('backrest', {
      list: { planSummaries: [plan('files', [])] },
      besides: {
        operations: JSON.stringify({
          operations: [
            backup('2026-11-23T08:00:00Z', 'SUCCESS', {
              operationBackup: { lastStatus: { summary: { totalBytesProcessed: '5000' } } },
            }),
            backup(lastNight, 'ERROR', { displayMessage: 'repository is\nalready locked' }),
          ],
        }),
      },
    });
    expect(target?.days).toEqual([
      { day: '2026-11-23', ok: true, sizeBytes: 5000 },
      { day: '2026-11-24', ok: false, error: 'repository is already locked' },
    ]);
  });

  test('answers that are no operations are no reading', () => {
    const list = { planSummaries: [plan('files', [[lastNight, 'SUCCESS']])] };
    expect(readAnswers('backrest', { list, besides: { operations: '<html>' } })).toMatchObject({
      ok: false,
      problem: { code: 'html' },
    });
    expect(seenIn('backrest', { list, besides: { operations: '{}' } })).toEqual(['files: good']);
  });
});

test.each<[string, object, string]>([
  [
    'goes on since half an hour',
    { timestampMs: [at('2026-11-24T14:30:00Z'), at('2026-11-23T14:30:00Z')] },
    'good',
  ],
  [
    'goes on since five hours',
    { timestampMs: [at('2026-11-24T10:00:00Z'), at('2026-11-23T10:00:00Z')] },
    'bad late',
  ],
])('the dashboard alone: a run that %s', (_what, times, expected) => {
  const recentBackups = { ...times, status: ['STATUS_INPROGRESS', 'STATUS_SUCCESS'] };
  const list = { planSummaries: [{ id: 'files', recentBackups }] };
  expect(seenIn('backrest', { list })).toEqual([`files: ${expected}`]);
});

test('the dashboard alone: the next run, called off before it began, is no run', () => {
  const runs = [
    [tonight, 'USER_CANCELLED'],
    [lastNight, 'SUCCESS'],
  ] as const;
  const list = { planSummaries: [plan('files', runs)] };
  expect(seenIn('backrest', { list })).toEqual(['files: good']);
});

test.each<[string, readonly boolean[], string]>([
  ['none', [false, false, false], 'good'],
  ['one, and it is over', [true, true, false], 'good'],
  ['the last ones', [false, true, true], 'bad late'],
])('the dashboard alone: overdue days, %s', (_what, overdue, expected) => {
  const historyLast30days = overdue.map((isOverdue, index) => ({
    timestampMs: at(`2026-11-${22 + index}T05:00:00Z`),
    ...(isOverdue ? { overdue: true } : {}),
  }));
  const history = plan('files', [['2026-11-22T08:00:00Z', 'SUCCESS']], { historyLast30days });
  expect(seenIn('backrest', { list: { planSummaries: [history] } })).toEqual([
    `files: ${expected}`,
  ]);
});

describe('operations alone', () => {
  test.each<[string, readonly unknown[], readonly string[]]>([
    ['the plans that they are of', [goodNight, pending()], ['files: good']],
    ['without a next run nothing says when it is due', [goodNight], ['files: unknown no-schedule']],
    [
      'a run that is waited for since five hours',
      [backup('2026-11-23T10:00:00Z', 'SUCCESS'), pending('2026-11-24T10:00:00Z')],
      ['files: bad late'],
    ],
    [
      'chores, and snapshots that nobody planned, are no plans',
      [
        goodNight,
        pending(),
        chore('operationCheck', lastNight, 'SUCCESS'),
        backup(lastNight, 'SUCCESS', { planId: '_unassociated_' }),
      ],
      ['files: good'],
    ],
    ['none', [], []],
  ])('%s', (_what, operations, expected) => {
    expect(seenIn('backrest', { list: { operations } })).toEqual(expected);
  });

  test('of a file with all that there ever were, the newest count', () => {
    const nights = Array.from({ length: 5000 }, (_, night) =>
      backup(new Date(Date.parse(lastNight) - (4999 - night) * 3_600_000).toISOString(), 'SUCCESS'),
    );
    const [target] = targetsIn('backrest', { list: { operations: nights } });
    expect(target?.lastSuccessUtcMs).toBe(Date.parse(lastNight));
    expect(target?.days?.length).toBe(84);
  });
});
