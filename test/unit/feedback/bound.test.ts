/** What a member sends goes to the destination that they were shown, or nowhere. */
import { describe, expect, test } from 'vitest';
import { AccountError } from '../../../main/features/accounts/matrix/error.ts';
import { createDestinations } from '../../../main/features/feedback/destinations.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { fakeClock } from '../clock.ts';
import { createWorld, message } from './outbox-world.ts';

const room: DestinationPlan = { id: 'staff', via: 'matrix', name: 'Staff', room: '#staff:e.org' };
const people: DestinationPlan = { ...room, room: { with: ['@b:e.org', '@a:e.org'] } };
const code: DestinationPlan = {
  id: 'staff',
  via: 'github',
  name: 'Code',
  repository: 'coop/site',
  public: false,
  labels: [],
};

/** A member, the rooms and the repository, each of which can be replaced. */
function stage(plan: DestinationPlan) {
  const clock = fakeClock();
  const now = {
    plan,
    isUp: true,
    isIn: true,
    aliases: { '#staff:e.org': '!a:e.org', '#other:e.org': '!b:e.org' } as Record<string, string>,
    readers: { open: 'no', joining: 'invite' },
    member: '@me:e.org' as string | undefined,
    server: 'https://matrix.e.org',
    site: 'https://git.e.org',
    repository: { id: 7, private: true, visibility: 'private', owner: { id: 1 } } as unknown,
  };
  const did: string[] = [];
  const roomIdOf = async (name: string) => {
    if (!now.isUp) throw new AccountError('unreachable');
    return now.aliases[name] ?? name;
  };
  const account = {
    roomIdOf,
    find: async (name: string) => (now.isIn ? roomIdOf(name) : undefined),
    enter: async (name: string) => {
      const roomId = await roomIdOf(name);
      did.push(`enter ${roomId}`);
      return roomId;
    },
    readersOf: async () => now.readers,
    ownRoom: async ({ key }: Readonly<{ key: string }>) => roomIdOf(`!${key}`),
    isEncrypted: async () => false,
    send: async ({ roomId }: Readonly<{ roomId: string }>) => {
      did.push(`send ${roomId}`);
      return '$1';
    },
    upload: async () => {
      did.push('upload');
      return 'mxc://e.org/1';
    },
    relations: async () => ({ events: [], unreadable: 0 }),
    recent: async () => ({ events: [], unreadable: 0 }),
  };
  const reachable = createDestinations({
    identity: () => ({
      server: now.server,
      site: now.site,
      ...(now.member === undefined ? {} : { member: now.member }),
    }),
    matrix: () => (now.member === undefined ? undefined : { account, userId: now.member }),
    github: () => ({
      signedIn: now.member !== undefined,
      read: async () => {
        if (!now.isUp) throw new DeliveryError(trouble('offline'), {});
        return now.repository;
      },
      write: async () => undefined,
    }),
    repository: (owner, repo) => ({
      send: async () => {
        did.push(`issue ${owner}/${repo}`);
        return { id: '1' };
      },
    }),
  });
  const world = createWorld(clock);
  const { outbox } = world.live(Infinity, true, reachable.find);
  const become = async (change: Partial<typeof now>) => {
    Object.assign(now, change);
    reachable.setPlans([now.plan]);
    outbox.wake();
    for (let turn = 0; turn < 10; turn += 1) await clock.pass(0);
  };
  /** Pressed, and still queued: the line is down. */
  const press = async (bound?: Binding) => {
    reachable.setPlans([now.plan]);
    const shown = bound ?? (await reachable.bound(now.plan));
    now.isUp = false;
    await outbox.saveDraft('one', 'draft', []);
    const destination = `${now.plan.via}:staff`;
    await outbox.enter('one', { destination, bound: shown, contents: [message('{"body":"x"}')] });
    await become({});
    did.length = 0;
    return shown;
  };
  const phase = () => outbox.items()[0]?.phase;
  const end = () => outbox.dispose();
  return { now, did, press, become, phase, outbox, end, world };
}

const closed = { open: 'no', joining: 'invite' };
const others = { open: 'no', joining: 'restricted a' };
const other = { member: '@you:e.org', server: 'https://elsewhere.org' };
const cases: readonly (readonly [
  string,
  DestinationPlan,
  Partial<ReturnType<typeof stage>['now']>,
  string,
])[] = [
  ['another room of the document', room, { plan: { ...room, room: '#other:e.org' } }, 'moved'],
  ['a room with people', room, { plan: people }, 'moved'],
  ['another room by the same name', room, { aliases: { '#staff:e.org': '!b:e.org' } }, 'moved'],
  ['another server', room, { server: other.server }, 'moved'],
  ['another member', room, { member: other.member }, 'another-member'],
  ['a room that was opened', room, { readers: { ...closed, open: 'yes' } }, 'readers-changed'],
  ['a room that others’ members may join', room, { readers: others }, 'readers-changed'],
  [
    'a room that more others’ members may join',
    room,
    { readers: { ...others, joining: 'restricted b' } },
    'readers-changed',
  ],
  [
    'a room of one’s own that was opened',
    people,
    { readers: { ...closed, open: 'yes' } },
    'readers-changed',
  ],
  [
    'a room with somebody more',
    people,
    { plan: { ...people, room: { with: ['@a:e.org', '@b:e.org', '@c:e.org'] } } },
    'moved',
  ],
  ['another repository', code, { plan: { ...code, repository: 'coop/all' } }, 'moved'],
  ['a repository of the same name', code, { repository: { id: 8, private: true } }, 'moved'],
  ['another GitHub', code, { server: other.server }, 'moved'],
  ['another site of GitHub', code, { site: other.server }, 'moved'],
  ['another login', code, { member: other.member }, 'another-member'],
  [
    'a repository that was made public',
    code,
    { repository: { id: 7, private: false } },
    'readers-changed',
  ],
  [
    'a repository that was given to others',
    code,
    { repository: { id: 7, private: true, owner: { id: 2 } } },
    'readers-changed',
  ],
  [
    'a repository that all of a company may read',
    code,
    { repository: { id: 7, private: true, visibility: 'internal' } },
    'readers-changed',
  ],
  [
    'a repository that the document calls public',
    code,
    { plan: { ...code, public: true } },
    'readers-changed',
  ],
];

describe('what waits', () => {
  test.each(cases)('is not sent to %s', async (_what, plan, change, why) => {
    const on = stage(plan);
    await on.press();
    const before = { ...on.now };
    await on.become({ isUp: true, ...change });
    expect(on.phase()).toMatchObject({ at: 'failed', why: { code: why } });
    expect(on.did.filter((one) => !one.startsWith('enter !a'))).toEqual([]);
    // The co-op, or the member, is the previous one again: now it is sent, if the member confirms.
    await on.become({ ...before, isUp: true });
    if (why !== 'another-member') await on.outbox.retry('one');
    await on.become({});
    expect(on.phase()).toMatchObject({ at: 'sent' });
    on.end();
  });

  test.each([room, people, code])('goes where nothing has changed: %o', async (plan) => {
    const on = stage(plan);
    await on.press();
    await on.become({ isUp: true });
    expect(on.phase()).toMatchObject({ at: 'sent' });
    on.end();
  });

  test('goes with the same people in another order, and under another name', async () => {
    const on = stage(people);
    await on.press();
    const reordered = { ...people, name: 'The staff', room: { with: ['@a:e.org', '@b:e.org'] } };
    await on.become({ isUp: true, plan: reordered });
    expect(on.phase()).toMatchObject({ at: 'sent' });
    on.end();
  });

  test('tells from where to where the document has moved it', async () => {
    const on = stage(room);
    await on.press();
    await on.become({ isUp: true, plan: { ...room, room: '#other:e.org' } });
    const params = { was: '#staff:e.org', now: '#other:e.org' };
    expect(on.phase()).toMatchObject({ why: { code: 'moved', params } });
    on.end();
  });

  test('joins no room to find out that it is another', async () => {
    const on = stage(room);
    on.now.isIn = false;
    const bound = await on.press();
    expect(bound).not.toHaveProperty('open');
    await on.become({ isUp: true, aliases: { '#staff:e.org': '!b:e.org' } });
    expect([on.did, on.phase()]).toMatchObject([[], { why: { code: 'moved' } }]);
    on.end();
  });

  test('of an older version is sent nowhere, and stays', async () => {
    for (const bound of [undefined, {}]) {
      const on = stage(room);
      await on.press();
      const item = on.outbox.items()[0];
      const text = JSON.stringify({ ...item, bound, phase: { at: 'waiting' } });
      on.end();
      const old = stage(room);
      old.world.disk.set('one', text);
      await old.outbox.restore();
      await old.become({});
      expect([old.did, old.phase()]).toMatchObject([
        [],
        { at: 'failed', why: { code: 'unbound' } },
      ]);
      expect(old.outbox.items()[0]).toMatchObject({ draft: 'draft' });
      old.end();
    }
  });

  test('while nobody is signed in waits for who signs in, but not for another room', async () => {
    const on = stage(room);
    on.now.member = undefined;
    await on.press();
    await on.become({ isUp: true });
    expect(on.phase()).toMatchObject({ why: { code: 'signed-out' } });
    await on.become({ plan: { ...room, room: '#other:e.org' } });
    expect(on.phase()).toMatchObject({ why: { code: 'moved' } });
    on.end();
  });

  test('of another member holds up nobody else', async () => {
    const on = stage(room);
    await on.press();
    await on.become({ isUp: true, member: other.member });
    await on.outbox.saveDraft('two', 'draft', []);
    const bound = { via: 'matrix', place: '#staff:e.org', member: other.member };
    const contents = [message('{"body":"y"}')];
    await on.outbox.enter('two', { destination: 'matrix:staff', bound, contents });
    await on.become({});
    expect(on.outbox.items().map(({ phase }) => phase.at)).toEqual(['failed', 'sent']);
    on.end();
  });
});
