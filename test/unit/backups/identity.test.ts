/** Targets are distinguished by all their properties; one that stopped is never hidden behind one that continues. */
import { expect, test } from 'vitest';
import { readers } from '../../../shared/backups/readers/index.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14);
const nightly = { schedule: { cron: '0 3 * * *', timeZone: 'UTC' } };
const fresh = 'auto-2026-11-24_03-00';
const old = 'auto-2026-11-10_03-00';

/** By name of the target: whether its last run is there. */
function states(kind: BackupKind, text: string, more: object = {}): Record<string, string> {
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'Nightly',
    kind,
    url: 'https://nas.example/snapshots/?C=M',
    ...nightly,
    ...more,
  });
  const read = readers[kind](text, source, nowUtcMs);
  if (!read.ok) return { problem: read.problem.code };
  expect(new Set(read.targets.map(({ id }) => id)).size).toBe(read.targets.length);
  return Object.fromEntries(
    read.targets.map((one) => {
      const { findings } = viewTarget(one, source, nowUtcMs, nowUtcMs);
      return [one.name, findings.some(({ code }) => code === 'late') ? 'late' : 'fresh'];
    }),
  );
}

const long = (end: string) => `tank/${'a'.repeat(150)}/${end}`;
const shortened = (end: string) => `tank/${'a'.repeat(54)}…${'a'.repeat(59 - end.length)}/${end}`;

test.each<[string, string, Record<string, string>]>([
  [
    'data sets with blanks, that end alike',
    `tank/Office files@${fresh}\ntank/Music files@${old}`,
    { 'tank/Office files': 'fresh', 'tank/Music files': 'late' },
  ],
  [
    'two blanks in a name',
    `tank/a  files@${fresh}\ntank/b  files@${old}\r\n`,
    { 'tank/a  files': 'fresh', 'tank/b  files': 'late' },
  ],
  [
    'folders of a path',
    `/srv/staging/${fresh}\n/srv/prod/${old}`,
    { '/srv/staging': 'fresh', '/srv/prod': 'late' },
  ],
  [
    'the headings of ls -R',
    `./Staging area:\n${fresh}\n${old}\n\n./prod:\n${old}\n`,
    { './Staging area': 'fresh', './prod': 'late' },
  ],
  [
    'a word before the name',
    `pads-${fresh}.tar\nmail-${old}.tar`,
    { 'pads-': 'fresh', 'mail-': 'late' },
  ],
  [
    'other columns before the name, of zfs list',
    `USED  NAME\n 16K  tank/a b@${fresh}\n  9M  tank/a b@${old}\n`,
    { 'tank/a b': 'fresh' },
  ],
  [
    'other columns after the name',
    `NAME  USED\ntank/a@${fresh}  16K  -\ntank/b@${old}  9M  -\n`,
    { 'tank/a': 'fresh', 'tank/b': 'late' },
  ],
  [
    'tabs, as zfs list -H writes them',
    `Tue Nov 24  3:00 2026\ttank/a@${fresh}\nTue Nov 10  3:00 2026\ttank/a@${old}`,
    { 'tank/a': 'fresh' },
  ],
  [
    'the columns of ls -l, with paths',
    [
      `drwxr-xr-x 2 root root 4096 Nov 24 03:00 My files/${fresh}`,
      `drwxr-xr-x 2 root root  512 Nov 10 03:00 Our files/${old}`,
      `drwxr-xr-x 2 root root 4096 2026-11-10 03:00 My files/${old}`,
    ].join('\n'),
    { 'My files': 'fresh', 'Our files': 'late' },
  ],
  [
    'the columns of ls -l, of one folder',
    `drwxr-xr-x 2 root root 4096 Nov 24 03:00 ${fresh}\ndrwxr-xr-x 2 root root 9 Nov 10 03:00 ${old}`,
    { Nightly: 'fresh' },
  ],
  ['several on a line', `a@${fresh},b@${old}`, { a: 'fresh', b: 'late' }],
  [
    'names too long to be shown, that differ at their end',
    `${long('files')}@${fresh}\n${long('music')}@${old}`,
    { [shortened('files')]: 'fresh', [shortened('music')]: 'late' },
  ],
  [
    'the links of a page',
    `<html><a href="/">up</a><a href="prod/${old}/">${old}</a> <a href='./${fresh}/'>${fresh}</a>
     <a href="/snapshots/tank%2FOld%20files%40${old}">x</a></html>`,
    { Nightly: 'fresh', prod: 'late', 'tank/Old files': 'late' },
  ],
  [
    'a page without links',
    `<html><pre>tank/My files@${fresh}\ntank/files@${old}</pre></html>`,
    { 'tank/My files': 'fresh', 'tank/files': 'late' },
  ],
])('names of snapshots: %s', (_what, text, expected) => {
  expect(states('snapshot-names', text)).toEqual(expected);
});

test('a listing of four megabytes costs as much as its length', () => {
  const started = process.cpuUsage();
  for (const text of ['a', ' ', 'auto-', '<', 'href="', 'a@', ':\n', fresh, `x@${fresh},`]) {
    states('snapshot-names', text.repeat(Math.floor(2 ** 22 / text.length)));
  }
  const { user } = process.cpuUsage(started);
  expect(user / 1000).toBeLessThan(5000);
});

const freshTime = '2026-11-24T03:00:00Z';
const oldTime = '2026-11-10T03:00:00Z';
const snapshot = (time: string, more: object) => ({
  time,
  hostname: 'nas',
  paths: ['/srv'],
  ...more,
});
const deep = (end: string) => `/srv/${'d'.repeat(150)}/${end}`;

test.each<[string, readonly object[], object, Record<string, string>]>([
  [
    'paths too long to be shown, that differ at their end',
    [snapshot(freshTime, { paths: [deep('a')] }), snapshot(oldTime, { paths: [deep('b')] })],
    {},
    {
      [`nas: /srv/${'d'.repeat(49)}…${'d'.repeat(58)}/a`]: 'fresh',
      [`nas: /srv/${'d'.repeat(49)}…${'d'.repeat(58)}/b`]: 'late',
    },
  ],
  [
    'two paths, and one with a comma in it',
    [snapshot(freshTime, { paths: ['/a', '/b'] }), snapshot(oldTime, { paths: ['/a, /b'] })],
    {},
    { 'nas: /a, /b': 'fresh', 'nas: "/a, /b"': 'late' },
  ],
  [
    'the same paths in another order',
    [snapshot(freshTime, { paths: ['/b', '/a'] }), snapshot(oldTime, { paths: ['/a', '/b'] })],
    {},
    { 'nas: /a, /b': 'fresh' },
  ],
  [
    'a container has another host name at each run',
    [
      snapshot(oldTime, { hostname: '0123456789ab' }),
      snapshot(freshTime, { hostname: 'fedcba987654' }),
    ],
    {},
    { '/srv': 'fresh' },
  ],
  [
    'two servers with the same paths are two',
    [snapshot(freshTime, {}), snapshot(oldTime, { hostname: 'web' })],
    {},
    { 'nas: /srv': 'fresh', 'web: /srv': 'late' },
  ],
  [
    'pods, by paths as the document says',
    [
      snapshot(oldTime, { hostname: 'backup-28391040-abcde' }),
      snapshot(freshTime, { hostname: 'backup-28392480-fghij' }),
    ],
    { groupBy: ['paths'] },
    { '/srv': 'fresh' },
  ],
  [
    'by tags as the document says',
    [
      snapshot(freshTime, { paths: ['/tmp/1'], tags: ['pads', 'night'] }),
      snapshot(oldTime, { paths: ['/tmp/2'], tags: ['night', 'pads'] }),
      snapshot(oldTime, { paths: ['/tmp/3'], tags: ['mail'] }),
      snapshot(freshTime, { paths: ['/tmp/4'], tags: null }),
    ],
    { groupBy: ['tags'] },
    { '[night, pads]': 'fresh', '[mail]': 'late', restic: 'fresh' },
  ],
  [
    'as the listing is grouped',
    [
      {
        group_key: { hostname: '', paths: ['/srv'], tags: null },
        snapshots: [snapshot(oldTime, {}), snapshot(freshTime, { hostname: 'web' })],
      },
      {
        group_key: { hostname: '', paths: ['/old'], tags: null },
        snapshots: [snapshot(oldTime, { paths: ['/old'] })],
      },
    ],
    {},
    { '/srv': 'fresh', '/old': 'late' },
  ],
])('restic: %s', (_what, snapshots, more, expected) => {
  expect(states('restic-snapshots', JSON.stringify(snapshots), more)).toEqual(expected);
});

test('an id that a source gives twice is no third one’s', () => {
  const checks = ['a', 'a', 'a~2', 'a'].map((key) => ({
    name: key,
    unique_key: key,
    status: 'new',
  }));
  expect(Object.keys(states('healthchecks', JSON.stringify({ checks })))).toEqual(['a', 'a~2']);
});

test('an id does not change with the order in which a listing names the targets', () => {
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'S',
    kind: 'snapshot-names',
    url: 'https://nas.example/',
  });
  const lines = ['files', 'music', 'pads'].map((end) => `${long(end)}@${fresh}`);
  const ids = [lines, lines.toReversed()].map((listing) => {
    const read = readers['snapshot-names'](listing.join('\n'), source, nowUtcMs);
    return read.ok ? Object.fromEntries(read.targets.map(({ name, id }) => [name, id])) : {};
  });
  expect(Object.keys(ids[0] ?? {})).toHaveLength(3);
  expect(ids[1]).toEqual(ids[0]);
});
