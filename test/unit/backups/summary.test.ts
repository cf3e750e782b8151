import { expect, test } from 'vitest';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import { unread } from '../../../shared/backups/source-memory.ts';
import { viewBackups } from '../../../shared/backups/sources.ts';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';
import { backupsMenuLine } from '../../../shared/wording/backups-page.ts';
import { createTranslate } from '../../translate.ts';
import { everyKind, source, target } from '../renderer/backups-states.ts';

const now = Date.UTC(2026, 10, 24, 12);
const t = createTranslate('en');

test('counts targets, and sources of which nothing was ever read', () => {
  expect(summariseBackups(everyKind(now))).toEqual({
    bad: 1,
    unknown: 1,
    warning: 3,
    good: 2,
    unreadable: 2,
    worst: { name: 'Passwords (Passbolt)', code: 'late' },
    people: ['El', 'Robin', 'Kim'],
  });
  const [machine] = everyKind(now).sources;
  const targets = [target('Wiki', now)];
  expect(summariseBackups({ targets, sources: machine ? [machine] : [] })).toEqual({
    bad: 0,
    unknown: 0,
    warning: 0,
    good: 1,
  });
});

test('a source that was not asked yet is no trouble, and nothing is said to be known of it', () => {
  const awaited = { ...source(now), readAtUtcMs: undefined };
  const targets = [target('Wiki', now)];
  expect(summariseBackups({ targets, sources: [source(now), awaited] })).toEqual({
    bad: 0,
    unknown: 0,
    warning: 0,
    good: 1,
    awaited: 1,
  });
  const plan: BackupsPlan = {
    sources: [
      {
        id: 'machine',
        name: 'Backup machine',
        kind: 'coop-backups',
        url: 'https://backups.example/',
        intervalS: 1800,
        auth: 'none',
        drillDays: 100,
        targets: ['Wiki', 'Forum'],
      },
    ],
  };
  const viewOf = (memory: SourceMemory) =>
    summariseBackups(
      viewBackups(plan, [], new Map([['machine', memory]]), {
        atUtcMs: now,
        reading: true,
        isClockRight: true,
      }),
    );
  expect(viewOf(unread)).toMatchObject({ unknown: 0, awaited: 1 });
  expect(viewOf({ problem: { code: 'timeout' }, faults: 1 })).toMatchObject({
    unknown: 2,
    unreadable: 1,
  });
});

test('the menu has a line for what is not well, the worst first, and none while all is well', () => {
  expect(backupsMenuLine(t, { bad: 1, unknown: 2, warning: 3, good: 4 })).toBe(
    'Backups: 1 at risk, 2 unknown, 3 need attention',
  );
  expect(backupsMenuLine(t, { bad: 0, unknown: 0, warning: 0, good: 4, unreadable: 1 })).toBe(
    'Backups: 1 report missing',
  );
  expect(backupsMenuLine(t, { bad: 0, unknown: 0, warning: 1, good: 4 })).toBe(
    'Backups: 1 needs attention',
  );
  expect(backupsMenuLine(t, { bad: 0, unknown: 0, warning: 0, good: 4 })).toBeUndefined();
});
