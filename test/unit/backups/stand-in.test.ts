/** The stand-in co-op's backups are relative to now: the same troubles at any time. */
import { expect, test } from 'vitest';
import { readers } from '../../../shared/backups/readers/index.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { backupsFile } from '../../servers/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

const hourMs = 3_600_000;
const source = entry(BackupSourceSchema, {
  id: 'backups',
  name: 'Backup machine',
  kind: 'coop-backups',
  url: 'https://backups.example/',
});

function told(nowUtcMs: number): Readonly<Record<string, string>> {
  const read = readers['coop-backups'](JSON.stringify(backupsFile(nowUtcMs)), source, nowUtcMs);
  if (!read.ok) throw new Error(JSON.stringify(read));
  const views = read.targets.map((one) => viewTarget(one, source, nowUtcMs, nowUtcMs));
  return Object.fromEntries(
    views.map(({ name, state, findings }) => [
      name,
      [state, ...findings.map(({ code }) => code)].join(' '),
    ]),
  );
}

const always = {
  Website: 'good',
  'Passwords (Passbolt)': 'bad late missing-days',
  'Files (Nextcloud)': 'warning retention-short',
  Forum: 'warning drill-never',
  'Passwords (read-only copy)': 'warning standby-stale',
  'Chat (Matrix)': 'good',
  Pads: 'good',
};

test.each([
  ['a Sunday', '2026-11-29T00:00:00Z'],
  ['the clocks of Toronto are set back', '2026-11-01T00:00:00Z'],
  ['the clocks of Toronto are set forward', '2027-03-14T00:00:00Z'],
  ['a new year', '2026-12-31T12:00:00Z'],
  ['a leap day', '2028-02-29T00:00:00Z'],
])('at every hour around %s', (_, from) => {
  for (let hour = 0; hour < 30; hour += 1) {
    for (const intoMs of [0, hourMs / 2, hourMs - 1]) {
      expect(told(Date.parse(from) + hour * hourMs + intoMs)).toEqual(always);
    }
  }
});
