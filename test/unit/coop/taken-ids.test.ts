/** Two entries with one id: the app finds the first alone, so the second is told of, with its place. */
import { expect, test } from 'vitest';
import { lintDocument } from '../../../shared/coop/lint/index.ts';
import { frame, read } from './written.ts';

const url = 'https://a.example/a';
const pad = { url, kind: 'hedgedoc' };
const twice = <T extends object>(entry: T) => [entry, { ...entry, name: 'B' }];
const named = { id: 'a', name: 'A' };

test.each<[string, object]>([
  ['$.calendars[1].id', { calendars: twice({ ...named, url: 'https://a.example/a.ics' }) }],
  ['$.links.sources[1].id', { links: { sources: twice({ ...named, url }) } }],
  ['$.money.collectives[1].slug', { money: { collectives: twice({ slug: 'a', name: 'A' }) } }],
  ['$.rooms[1].id', { rooms: twice({ ...named, url }) }],
  ['$.meetings[1].id', { meetings: twice({ ...named, pad }) }],
  ['$.backups.sources[1].id', { backups: { sources: twice({ ...named, kind: 'kopia', url }) } }],
  [
    '$.feedback.destinations[1].id',
    { feedback: { destinations: twice({ ...named, via: 'github', repository: 'a/b' }) } },
  ],
  [
    '$.feedback.staging[1].id',
    {
      feedback: {
        destinations: [{ ...named, via: 'github', repository: 'a/b' }],
        staging: twice(named),
      },
    },
  ],
])('%s', (path, more) => {
  const document = { ...frame, ...more };
  const problem = { path, code: 'id-taken', params: { id: 'a' } };
  expect(read(document).problems).toEqual([problem]);
  const { problems, hints } = lintDocument(JSON.stringify(document), 'coop.json');
  expect(problems).toEqual([problem]);
  expect(hints.filter(({ code }) => code === 'entry-twin')).toEqual([]);
});

test('of three, both that come later are told of; other ids are not', () => {
  const rooms = ['a', 'b', 'a', 'a'].map((id) => ({ id, name: 'A', url }));
  expect(read({ ...frame, rooms }).problems.map(({ path }) => path)).toEqual([
    '$.rooms[2].id',
    '$.rooms[3].id',
  ]);
});
