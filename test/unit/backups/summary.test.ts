import { expect, test } from 'vitest';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import { backupsMenuLine } from '../../../shared/wording/backups-page.ts';
import { createTranslate } from '../../translate.ts';
import { everyKind, target } from '../renderer/backups-states.ts';

const now = Date.UTC(2026, 10, 24, 12);
const t = createTranslate('en');

test('counts targets, and a source of which nothing was ever read as not known', () => {
  expect(summariseBackups(everyKind(now))).toEqual({ bad: 1, unknown: 2, warning: 3, good: 2 });
  const [machine] = everyKind(now).sources;
  const targets = [target('Wiki', now)];
  expect(summariseBackups({ targets, sources: machine ? [machine] : [] })).toEqual({
    bad: 0,
    unknown: 0,
    warning: 0,
    good: 1,
  });
});

test('the menu has a line for what is not well, the worst first, and none while all is well', () => {
  expect(backupsMenuLine(t, { bad: 1, unknown: 2, warning: 3, good: 4 })).toBe(
    'Backups: 1 at risk, 2 unknown, 3 need attention',
  );
  expect(backupsMenuLine(t, { bad: 0, unknown: 0, warning: 1, good: 4 })).toBe(
    'Backups: 1 needs attention',
  );
  expect(backupsMenuLine(t, { bad: 0, unknown: 0, warning: 0, good: 4 })).toBeUndefined();
});
