import { expect, test } from 'vitest';
import { similarInRoom } from '../../../main/features/feedback/similar.ts';
import type { Candidate, Said } from '../../../shared/feedback/similar.ts';
import { issueQuery, rankSimilar } from '../../../shared/feedback/similar.ts';

const said: Said = {
  about: { what: 'service', id: 'pads', name: 'Shared pads' },
  text: 'The menu is gone on my phone.',
};
const one = (id: string, change: Partial<Candidate>): Candidate => ({
  id,
  title: 'Problem: Shared pads',
  text: '',
  permalink: `https://a.example/${id}`,
  mine: false,
  open: true,
  sentUtcMs: 0,
  ...change,
});

test.each<[string, readonly Candidate[], string]>([
  ['what is open', [one('a', { open: false, text: 'the menu is gone' }), one('b', {})], 'b a'],
  ['what says the same', [one('a', {}), one('b', { text: 'MENU gone!' })], 'b a'],
  ['the newest', [one('a', { sentUtcMs: 1 }), one('b', { sentUtcMs: 2 })], 'b a'],
  ['no more than five', ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => one(id, {})), 'a b c d e'],
  ['nothing where nothing is', [], ''],
])('first comes %s', (_what, candidates, wanted) => {
  expect(
    rankSimilar(said, candidates)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(wanted);
});

test('a long title is cut short, and only what is shown is handed over', () => {
  const [found] = rankSimilar(said, [one('a', { title: 'x'.repeat(500), mine: true })]);
  expect(Object.keys(found ?? {})).toEqual(['id', 'title', 'permalink', 'mine']);
  expect([found?.title.length, found?.mine]).toEqual([120, true]);
});

test('GitHub is asked for the name, and for nothing that was typed', () => {
  const ask = (name: string) => issueQuery('coop/beta', { what: 'app', name });
  expect(ask('Shared pads')).toBe('repo:coop/beta is:issue (shared OR pads)');
  expect(ask('is:pr repo:x/y (a) "b"')).toBe('repo:coop/beta is:issue (repo)');
  expect(ask('…')).toBeUndefined();
  expect(ask('one two three four five six seven')?.split(' OR ')).toHaveLength(5);
});

test.each([
  [
    'Broken: Shared pads\nHow bad: high\n\nThe menu is gone\nfor good\n\nCoop Tray',
    'The menu is gone',
  ],
  ['Broken: Shared pads', 'Broken: Shared pads'],
])('one in a room is called by the first line of its text: %j', async (body, title) => {
  const content = { body, 'coop.tray.feedback': { about: said.about } };
  const room = {
    roomId: '!r:e.org',
    userId: '@ana:e.org',
    recent: async () => ({
      events: [
        {
          eventId: '$1',
          roomId: '!r:e.org',
          sender: '@el:e.org',
          type: 'm.room.message',
          content,
          sentUtcMs: 1,
        },
      ],
      unreadable: 0,
    }),
    relations: async () => ({ events: [], unreadable: 0 }),
    send: async () => '',
  };
  expect((await similarInRoom(room, said)).map((found) => found.title)).toEqual([title]);
});
