import { expect, test } from 'vitest';
import { createReplies } from '../../../main/features/feedback/replies.ts';
import type { Content } from '../../../shared/feedback/outbox.ts';
import type { Place } from '../../../shared/feedback/place.ts';

const room: Place = { via: 'matrix', roomId: '!r:a.example', eventId: '$e' };
const issue: Place = { via: 'github', owner: 'coop', repo: 'site', issueNumber: 7 };

function repliesTo(place: Place) {
  const drafts: string[] = [];
  const entered: Content[] = [];
  const kept: (readonly [string, string])[] = [];
  const replies = createReplies({
    identity: () => ({}),
    outbox: () => ({
      items: () => [],
      saveDraft: async (_id, draft) => {
        drafts.push(draft);
        return 'taken';
      },
      enter: async (_id, { contents }) => {
        entered.push(...contents);
        return 'taken';
      },
      discard: async () => undefined,
    }),
    newId: () => 'one',
    drafts: { keep: (itemId, text) => kept.push([itemId, text]) },
    sentTo: () => ({ place, bound: {} }),
    matrix: () => undefined,
    issues: () => undefined,
    nowUtcMs: () => 0,
  });
  return { replies, drafts, entered, kept };
}

const typed = 'Ask ana@a.example, 514 555-0123; mot de passe : tortue';

test.each([
  ['a room', room],
  ['an issue', issue],
])('what gives somebody away is not in an answer into %s', async (_name, place) => {
  const { replies, drafts, entered } = repliesTo(place);
  expect(await replies.send('item', typed)).toBe('taken');
  expect(entered).toHaveLength(1);
  expect(entered[0]?.content).toContain('Ask [e-mail], [phone]; mot de passe : [password]');
  expect(JSON.stringify([drafts, entered])).not.toMatch(/ana@|555|tortue/);
});

test('what the member has put back is', async () => {
  const { replies, entered } = repliesTo(room);
  await replies.send('item', typed, ['phone 514 555-0123']);
  expect(entered[0]?.content).toContain('Ask [e-mail], 514 555-0123; mot de passe : [password]');
});

test('what was begun is no longer kept once it is on its way', async () => {
  const { replies, kept } = repliesTo(room);
  await replies.send('item', typed);
  expect(kept).toEqual([['item', '']]);
});
