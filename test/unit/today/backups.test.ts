/** The line of the backups: what to do, and whom to ask. */
import { expect, test } from 'vitest';
import type { BackupsSummary } from '../../../shared/backups/summary.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { backupLines } from '../../../shared/today/waiting.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const words = { t: createTranslate('en'), times: createTimes('en', 'America/Toronto') };
const coop = coopView({ sections: ['backups'] });
const safe = { bad: 0, unknown: 0, warning: 0, good: 4 };
const late = { name: 'Wiki', code: 'late' } as const;
const people = ['El', 'Robin'];

function lineOf(backups: BackupsSummary) {
  const lines = backupLines(words, snapshotOf({ coop, backups }));
  return lines === 'unknown' ? undefined : lines[0];
}

test.each<[BackupsSummary, readonly string[]]>([
  [
    { ...safe, bad: 1, worst: late },
    ['Earlier backups are still there. Someone should find out why there’s no newer one.'],
  ],
  [{ ...safe, bad: 2, worst: late }, ['Wiki backup is overdue']],
])('of %j, it says what the banner does not', (backups, more) => {
  expect(lineOf(backups)?.say().more).toEqual(more);
});

test.each<[string, BackupsSummary, readonly string[] | undefined]>([
  ['those whom the document names', { ...safe, bad: 1, worst: late, people }, people],
  ['nobody by name where it names nobody', { ...safe, bad: 1, worst: late }, []],
  [
    'nobody about a wrong clock, which is for the member to set',
    { ...safe, unknown: 1, worst: { name: 'Wiki', code: 'clock-wrong' }, people },
    undefined,
  ],
  ['nobody where no backup is the matter', { ...safe, unreadable: 1, people }, undefined],
])('it says whom to ask: %s', (_what, backups, asks) => {
  const line = lineOf(backups);
  expect(line?.kind).toBe('backups');
  expect(line?.asks).toEqual(asks);
});
