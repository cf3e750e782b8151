/** An answer goes into the thread that it answers, under the same account, to the same readers. */
import { describe, expect, test } from 'vitest';
import { createReplies } from '../../../main/features/feedback/replies.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { Entry, Item } from '../../../shared/feedback/outbox.ts';
import { draftItem, failed } from '../../../shared/feedback/outbox.ts';
import { answerDraft } from '../../../shared/feedback/answer.ts';
import type { Place } from '../../../shared/feedback/place.ts';
import { trouble } from '../../../shared/feedback/trouble.ts';

const room: Place = { via: 'matrix', roomId: '!r:e.org', eventId: '$e' };
const issue: Place = {
  via: 'github',
  owner: 'coop',
  repo: 'site',
  issueNumber: 7,
  server: 'https://api.e.org',
};
const closed = { open: 'no', joining: 'invite' };
const facts: Binding = {
  ...closed,
  repository: '1',
  public: 'no',
  visibility: 'private',
  owner: '1',
};
const repository = { id: 1, private: true, visibility: 'private', owner: { id: 1 } };
const part = { kind: 'message', content: '{"body":"hello"}' } as const;
const { signal } = new AbortController();

function stage(place: Place, bound: Binding = facts) {
  const now = {
    readers: closed,
    at: 'https://e.org/coop/site/issues/7',
    repository,
    member: 'ada',
    server: 'https://api.e.org',
    onAsked: () => {},
    items: [] as readonly Item[],
  };
  const did: string[] = [];
  const said = (what: string) => async () => {
    did.push(what);
    return '$1';
  };
  const account = {
    enter: said('enter'),
    find: async () => undefined,
    roomIdOf: async () => '!r:e.org',
    readersOf: async () => {
      now.onAsked();
      return now.readers;
    },
    ownRoom: said('make'),
    isEncrypted: async () => false,
    send: said('send'),
    upload: said('upload'),
    relations: async () => ({ events: [], unreadable: 0 }),
    recent: async () => ({ events: [], unreadable: 0 }),
  };
  let entry: Entry | undefined;
  const replies = createReplies({
    identity: () => ({ member: now.member, server: now.server }),
    outbox: () => ({
      items: () => now.items,
      saveDraft: async () => 'taken',
      enter: async (_id, given) => {
        entry = given;
        return 'taken';
      },
      discard: async () => undefined,
    }),
    newId: () => 'one',
    drafts: { keep: () => undefined },
    sentTo: () => ({ place, bound }),
    matrix: () => ({ account, userId: now.member }),
    issues: () => ({
      read: async (route) => {
        now.onAsked();
        return route.includes('issue_number') ? { html_url: now.at } : now.repository;
      },
      at: (_place, check) => ({
        send: async () => {
          check();
          did.push('comment');
          return { id: 'comment:1' };
        },
      }),
    }),
    nowUtcMs: () => 0,
  });
  /** Pressed before the change, sent after it. */
  const answer = async (change: Partial<typeof now>) => {
    await replies.send('item', 'hello');
    Object.assign(now, change);
    await replies.destination('answer:item', entry?.bound ?? {})?.send(part, 't', signal);
  };
  return { now, did, answer };
}
type Change = Partial<ReturnType<typeof stage>['now']>;

describe('an answer is not sent', () => {
  test.each<[string, Place, Change, string]>([
    [
      'into a room that was opened',
      room,
      { readers: { ...closed, open: 'yes' } },
      'readers-changed',
    ],
    [
      'into a room that others’ members may join now',
      room,
      { readers: { ...closed, joining: 'restricted x' } },
      'readers-changed',
    ],
    [
      'to an issue that was moved to another repository',
      issue,
      { at: 'https://e.org/coop/all/issues/9', repository: { ...repository, id: 2 } },
      'moved',
    ],
    ['to another repository of the name', issue, { repository: { ...repository, id: 2 } }, 'moved'],
    [
      'to a repository that was made public',
      issue,
      { repository: { ...repository, private: false } },
      'readers-changed',
    ],
    [
      'to a repository that all of a company may read',
      issue,
      { repository: { ...repository, visibility: 'internal' } },
      'readers-changed',
    ],
    [
      'to a repository that was given to others',
      issue,
      { repository: { ...repository, owner: { id: 2 } } },
      'readers-changed',
    ],
    ['over another server', issue, { server: 'https://api.evil.org' }, 'moved'],
    ['over another homeserver', room, { server: 'https://evil.org' }, 'moved'],
    ['in another name', issue, { member: 'sam' }, 'another-member'],
  ])('%s', async (_what, place, change, code) => {
    const { did, answer } = stage(place);
    await expect(answer(change)).rejects.toMatchObject({ trouble: { code } });
    expect(did).toEqual([]);
  });

  test.each([room, issue])(
    'in the name of who signs in while it is on its way: %o',
    async (place) => {
      const on = stage(place);
      await expect(on.answer({ onAsked: () => (on.now.member = 'sam') })).rejects.toMatchObject({
        temporary: {},
      });
      expect(on.did).toEqual([]);
    },
  );

  test('where nobody could ask about the repository, once the issue is in another', async () => {
    const { did, answer } = stage(issue, {});
    const at = 'https://e.org/coop/all/issues/9';
    await expect(answer({ at })).rejects.toMatchObject({ trouble: { code: 'moved' } });
    expect(did).toEqual([]);
  });
});

test.each<[string, Place, Change, Binding]>([
  ['a room where nothing has changed', room, {}, facts],
  ['a room of which nothing is known', room, { readers: { ...closed, open: 'yes' } }, {}],
  ['an issue where nothing has changed', issue, {}, facts],
  ['a repository that was renamed', issue, { at: 'https://e.org/coop/new/issues/7' }, facts],
  [
    'a repository that the document calls public',
    issue,
    { repository },
    { repository: '1', public: 'yes', visibility: 'private' },
  ],
])('an answer is sent to %s', async (_what, place, change, bound) => {
  const { did, answer } = stage(place, bound);
  await answer(change);
  expect(did).toEqual([place.via === 'matrix' ? 'send' : 'comment']);
});

describe('who was told that others can read there', () => {
  const held = (code: 'readers-changed' | 'offline', itemId = 'item') =>
    failed(draftItem('held', answerDraft(itemId, 'hello'), [], 0), trouble(code), 0);
  const cases: readonly (readonly [Place, Change, Change])[] = [
    [room, { readers: { ...closed, joining: 'public' } }, { readers: { ...closed, open: 'yes' } }],
    [
      issue,
      { repository: { ...repository, private: false } },
      { repository: { ...repository, private: false, owner: { id: 2 } } },
    ],
  ];

  test.each(cases)('answers those by writing anew: %o', async (place, change) => {
    const { did, answer, now } = stage(place);
    Object.assign(now, { ...change, items: [held('readers-changed')] });
    await answer({});
    expect(did).toHaveLength(1);
  });

  test.each(cases)('answers nobody who comes after that: %o', async (place, change, next) => {
    const { did, answer, now } = stage(place);
    Object.assign(now, { ...change, items: [held('readers-changed')] });
    await expect(answer(next)).rejects.toMatchObject({ trouble: { code: 'readers-changed' } });
    expect(did).toEqual([]);
  });

  test('is asked for each thread, and not where another repository has the name', async () => {
    const other = stage(room);
    const items = [held('offline'), held('readers-changed', 'another')];
    Object.assign(other.now, { readers: { ...closed, open: 'yes' }, items });
    await expect(other.answer({})).rejects.toMatchObject({ trouble: { code: 'readers-changed' } });
    const moved = stage(issue);
    const change = { repository: { ...repository, id: 2 }, items: [held('readers-changed')] };
    Object.assign(moved.now, change);
    await expect(moved.answer({})).rejects.toMatchObject({ trouble: { code: 'moved' } });
  });
});
