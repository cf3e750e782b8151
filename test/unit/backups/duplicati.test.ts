/** Duplicati's server besides its list, and the contents of its reports. */
import { describe, expect, test } from 'vitest';
import { readAnswers, seenIn, targetsIn, viewsOf } from './answers.ts';

const lastNight = {
  LastBackupStarted: '20261124T080000Z',
  LastBackupFinished: '20261124T080410Z',
};
const backup = (metadata: object = lastNight, schedule: object = {}, more: object = {}) => ({
  Backup: { ID: '3', Name: 'Office', Metadata: metadata, ...more },
  Schedule: { Time: '2026-11-25T08:00:00Z', Repeat: '1D', AllowedDays: [], ...schedule },
});
const state = (word: string, end = '0001-01-01T00:00:00Z') =>
  JSON.stringify({ ProgramState: word, EstimatedPauseEnd: end, HasError: false });
const note = (Type: string, time: string, more: object = {}) => ({
  Type,
  Title: 'Error while running Office',
  Message: 'Errors affected 3 file(s).',
  BackupID: '3',
  Timestamp: time,
  ...more,
});
const notes = (...all: readonly unknown[]) => ({ notifications: JSON.stringify(all) });

describe('the list', () => {
  test.each<[string, object, string]>([
    ['a night that went well', backup(), 'good'],
    [
      'an error of long ago that stands there for ever',
      backup({ ...lastNight, LastErrorDate: '20261101T080000Z', LastErrorMessage: 'Quota' }),
      'good',
    ],
    ['an error since', backup({ ...lastNight, LastErrorDate: '20261124T090000Z' }), 'bad failed'],
    [
      'finished, though every upload failed: no version is kept',
      backup({ ...lastNight, BackupListCount: '0' }),
      'bad failed',
    ],
    ['finished, with versions', backup({ ...lastNight, BackupListCount: '7' }), 'good'],
    [
      'a restore is called finished, even where nothing came back',
      backup({ ...lastNight, LastRestoreFinished: '20261124T100000Z' }),
      'good',
    ],
    [
      'stopped by hand night after night, while the plan goes on',
      backup({ LastBackupFinished: '20261120T080410Z' }),
      'bad late',
    ],
    [
      'two days a week are not among its days',
      backup(
        { LastBackupFinished: '20261122T080410Z' },
        { AllowedDays: ['wed', 'thu', 'fri', 'sat', 'sun'] },
      ),
      'good',
    ],
    [
      'a week without a run, though only two days a week are not among its days',
      backup(
        { LastBackupFinished: '20261117T080410Z' },
        { AllowedDays: ['wed', 'thu', 'fri', 'sat', 'sun'] },
      ),
      'bad late',
    ],
    [
      'a run that goes on: its time stays until it is over',
      backup({ LastBackupFinished: '20261123T143000Z' }, { Time: '2026-11-24T14:30:00Z' }),
      'good',
    ],
    [
      'a run that goes on since five hours',
      backup({ LastBackupFinished: '20261123T100000Z' }, { Time: '2026-11-24T10:00:00Z' }),
      'bad late',
    ],
  ])('%s', (_what, one, expected) => {
    expect(seenIn('duplicati', { list: [one] })).toEqual([`Office: ${expected}`]);
  });
});

test.each<[string, object, string]>([
  ['runs', { state: state('Running') }, 'good'],
  ['is paused until somebody lets it go on', { state: state('Paused') }, 'warning paused'],
  [
    'is paused until after the next run',
    { state: state('Paused', '2026-11-26T08:00:00Z') },
    'warning paused',
  ],
  [
    'waits some minutes after the start of its machine',
    { state: state('Paused', '2026-11-24T15:05:00Z') },
    'good',
  ],
  ['is paused no longer', { state: state('Paused', '2026-11-24T14:00:00Z') }, 'good'],
  ['is in a state of a newer version', { state: state('Hibernating') }, 'warning paused'],
  ['says nothing that can be read', { state: '<html>', notifications: '{}' }, 'good'],
  ['notes that files were left out', notes(note('Error', '2026-11-24T08:04:11Z')), 'bad failed'],
  ['notes a warning', notes(note('Warning', '2026-11-24T08:04:11Z')), 'good'],
  [
    'notes an error of another backup',
    notes(note('Error', '2026-11-24T08:04:11Z', { BackupID: '4' })),
    'good',
  ],
  [
    'notes an error of no backup',
    notes(note('Error', '2026-11-24T08:04:11Z', { BackupID: null })),
    'good',
  ],
  ['has an old note that nobody dismissed', notes(note('Error', '2026-11-20T08:04:11Z')), 'good'],
  ['notes a restore that failed at noon', notes(note('Error', '2026-11-24T12:00:00Z')), 'good'],
  [
    'numbers its backups',
    notes(note('Error', '2026-11-24T08:04:11Z', { BackupID: 3 })),
    'bad failed',
  ],
  ['notes what nobody can read', notes(7, { Type: [] }), 'good'],
])('a server that %s', (_what, besides, expected) => {
  const answers = { list: [backup()], besides: besides as Record<string, string> };
  expect(seenIn('duplicati', answers)).toEqual([`Office: ${expected}`]);
});

test('a server that is paused and past its time is late as well', () => {
  const late = backup({ LastBackupFinished: '20261122T080410Z' }, { Time: '2026-11-23T08:00:00Z' });
  expect(seenIn('duplicati', { list: [late], besides: { state: state('Paused') } })).toEqual([
    'Office: bad late paused',
  ]);
});

test('what is odd in what it tells beside is named', () => {
  const besides = { state: '[]', ...notes(7) };
  expect(readAnswers('duplicati', { list: [backup()], besides })).toMatchObject({
    ok: true,
    problems: [{ path: 'serverstate: $' }, { path: 'notifications: $[0]' }],
  });
});

const extra = {
  OperationName: 'Backup',
  'backup-name': 'Office',
  'backup-id': 'DB-3',
  'machine-name': 'nas',
  'next-scheduled-run': '20261125T080000Z',
};
const report = (data: object | null, more: object = {}, rest: object = {}) => ({
  Data: data && {
    MainOperation: 'Backup',
    ParsedResult: 'Success',
    BeginTime: '2026-11-24T08:00:00Z',
    EndTime: '2026-11-24T08:04:10Z',
    ...data,
  },
  Extra: { ...extra, ...more },
  LogLines: [],
  Exception: null,
  ...rest,
});
const restore = (data: object) => report({ MainOperation: 'Restore', ...data });

describe('reports', () => {
  test.each<[string, unknown, string]>([
    ['one that went well', report({}), 'good'],
    [
      'with times of another place',
      report({ BeginTime: '2026-11-24T03:00:00.1234567-05:00' }),
      'good',
    ],
    ['with a warning that leaves nothing out', report({ ParsedResult: 'Warning' }), 'good'],
    ['with an error', report({ ParsedResult: 'Error' }), 'bad failed'],
    ['a success that left files out', report({ FilesWithError: 3 }), 'bad failed'],
    ['stopped by hand', report({ ParsedResult: 'Warning', PartialBackup: true }), 'bad failed'],
    ['stopped at once', report({ Interrupted: true }), 'bad failed'],
    ['with a result of a newer version', report({ ParsedResult: 'Splendid' }), 'bad failed'],
    ['without a result', report({ ParsedResult: null }), 'bad failed'],
    [
      'its result is beside the data',
      report({ ParsedResult: undefined }, { ParsedResult: 'Success' }),
      'good',
    ],
    ['ended by an exception', report(null, {}, { Exception: 'No space left' }), 'bad failed'],
    ['the end is of the year 1', report({ EndTime: '0001-01-01T00:00:00' }), 'good'],
    [
      'well at a time that nobody knows',
      report({ BeginTime: '0001-01-01T00:00:00', EndTime: '0001-01-01T00:00:00' }),
      'unknown nothing-known',
    ],
    ['the next run was due', report({}, { 'next-scheduled-run': '20261124T120000Z' }), 'bad late'],
    [
      'nothing says when it is due',
      report({}, { 'next-scheduled-run': null }),
      'unknown no-schedule',
    ],
    ['a run for practice', report({ Dryrun: true }), 'unknown nothing-known'],
    [
      'an exception, and well since',
      [report(null, {}, { Exception: 'No space left' }), report({})],
      'good',
    ],
    ['beside what nobody can read', [7, { Extra: 'x' }, report({})], 'good'],
    [
      'a restore that worked',
      [restore({ BeginTime: '2026-11-20T08:00:00Z', RestoredFiles: 12 }), report({})],
      'good',
    ],
    ['a restore that failed', [report({}), restore({ ParsedResult: 'Error' })], 'bad drill-failed'],
    ['a restore that restored nothing', [report({}), restore({ RestoredFiles: 0 })], 'good'],
    [
      'a test of what is kept that failed',
      [report({}), report({ MainOperation: 'Test', ParsedResult: 'Error' })],
      'bad check-failed',
    ],
    [
      'a test that came to doubts',
      [report({}), report({ MainOperation: 'Test', ParsedResult: 'Warning' })],
      'good',
    ],
  ])('%s', (_what, list, expected) => {
    expect(seenIn('duplicati', { list })).toEqual([`nas: Office: ${expected}`]);
  });

  test('of two machines whose backups are called the same, each has its own', () => {
    const other = report({ ParsedResult: 'Error' }, { 'machine-name': 'web' });
    expect(seenIn('duplicati', { list: [other, report({})] })).toEqual([
      'web: Office: bad failed',
      'nas: Office: good',
    ]);
  });

  test('only a restore that restored something is a trial', () => {
    const [none, some] = [0, 12].map(
      (RestoredFiles) =>
        targetsIn('duplicati', { list: [report({}), restore({ RestoredFiles })] })[0],
    );
    expect([none?.drill, some?.drill]).toEqual([
      undefined,
      { atUtcMs: Date.UTC(2026, 10, 24, 8), ok: true },
    ]);
  });

  test('a list of them tells of days, by the zone of the document', () => {
    const nights = ['22', '23', '24'].map((day) =>
      report({ BeginTime: `2026-11-${day}T03:30:00Z`, SizeOfExaminedFiles: '7' }),
    );
    const source = { schedule: { cron: '30 22 * * *', timeZone: 'America/Toronto' } };
    const [view] = viewsOf('duplicati', { list: nights, source });
    expect(view?.days.filter(({ state: word }) => word === 'ok').map(({ day }) => day)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(view?.sizeBytes).toBe(7);
  });

  test('what is neither a list of backups nor a report is said', () => {
    expect(readAnswers('duplicati', { list: { Error: 'No' } })).toEqual({
      ok: false,
      problem: { code: 'unexpected', path: '$', expected: 'Array' },
    });
  });
});
