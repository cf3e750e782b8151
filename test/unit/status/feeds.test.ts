import { describe, expect, test } from 'vitest';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { createFeeds } from '../../../main/core/status/feeds.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { Feed } from '../../../shared/coop/feed.ts';
import { isFeedStale } from '../../../shared/status/feed-status.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

type Reply =
  | Readonly<{ status?: number; body?: string; etag?: string; headers?: Answer['headers'] }>
  | NetError
  | Error;

const page: Feed = {
  id: 'page',
  type: 'upptime',
  url: 'https://status.example',
  slug: 'default',
  intervalS: 120,
};
const says = (status: string) => ({ body: JSON.stringify([{ name: 'Site', status }]) });

/** A status page with scripted answers. */
async function read(
  feeds: readonly Feed[] = [page],
  first: Reply = says('up'),
  components: ReadonlyMap<string, readonly string[]> = new Map(),
  elsewhere = first,
) {
  const clock = fakeClock();
  const asked: Request[] = [];
  let reply = first;
  let online: ConnectivityState = 'online';
  let changes = 0;
  const poller = createFeeds({
    clock,
    random: () => 0.5,
    connectivity: {
      current: () => ({ state: online }),
      confirm: () => Promise.resolve(online),
    },
    net: {
      request: async (request) => {
        asked.push(request);
        await new Promise<void>((resolve) => clock.after(100, resolve));
        request.signal.throwIfAborted();
        const mine = request.url.startsWith(page.url) ? reply : elsewhere;
        if (mine instanceof Error) throw mine;
        const { status = 200, body = '', etag } = mine;
        const headers = { ...mine.headers, ...(etag === undefined ? {} : { etag }) };
        return { url: request.url, status, headers, body, timings: {} } satisfies Answer;
      },
    },
  });
  poller.onChange(() => (changes += 1));
  poller.setFeeds(feeds, components);
  await clock.pass(1000);
  return {
    clock,
    poller,
    asked,
    changes: () => changes,
    answer: (next: Reply) => (reply = next),
    setOnline: (next: ConnectivityState) => (online = next),
    state: () => poller.state().get('page'),
    verdict: () => poller.state().get('page')?.reading?.components[0]?.verdict,
  };
}

test('looks at once, and again at its interval', async () => {
  const { clock, asked, verdict, answer, state } = await read();
  expect([verdict(), asked.length, asked[0]?.url]).toEqual([
    'up',
    1,
    'https://status.example/history/summary.json',
  ]);
  expect(asked[0]).toMatchObject({ bodyBytes: 1024 * 1024, phaseMs: 10_000, redirects: 3 });
  answer(says('down'));
  await clock.pass(119_000);
  expect(verdict()).toBe('up');
  await clock.pass(2000);
  expect([verdict(), asked.length, state()?.faults]).toEqual(['down', 2, 0]);
});

test('asks with the tag of the last answer, and believes that nothing has changed', async () => {
  const { clock, asked, verdict, answer, state } = await read([page], {
    ...says('up'),
    etag: '"v1"',
  });
  expect(asked[0]?.headers?.['if-none-match']).toBeUndefined();
  const firstRead = state()?.readAtUtcMs ?? Number.POSITIVE_INFINITY;
  answer({ status: 304 });
  await clock.pass(121_000);
  expect(asked[1]?.headers?.['if-none-match']).toBe('"v1"');
  expect([verdict(), (state()?.readAtUtcMs ?? 0) - firstRead > 100_000]).toEqual(['up', true]);
  // A 304 to a client without a copy is the server's fault.
  answer(says('down'));
  await clock.pass(121_000);
  answer({ status: 304 });
  await clock.pass(121_000);
  expect([verdict(), state()?.fault]).toEqual(['down', { code: 'status', params: { got: 304 } }]);
});

test.each<[string, string, boolean]>([
  ['of a minute', '60', false],
  ['of ten minutes, as caches do', '600', false],
  ['of an hour', '3600', true],
  ['of years', '999999999', true],
  ['that is none', '-7', false],
  ['that is none either', '1e9', false],
])('an answer out of a cache with an age %s (%s) is too old: %s', async (_what, age, isOld) => {
  const { state, clock } = await read([page], { ...says('up'), headers: { age } });
  const known = state();
  if (!known) throw new Error('no such page');
  expect(isFeedStale(known, clock.nowUtcMs())).toBe(isOld);
});

test('an answer that has not changed, but lay in a cache for long, is too old as well', async () => {
  const { state, clock, answer } = await read([page], { ...says('up'), etag: '"v1"' });
  answer({ status: 304, headers: { age: '7200' } });
  await clock.pass(121_000);
  const known = state();
  if (!known) throw new Error('no such page');
  expect(isFeedStale(known, clock.nowUtcMs())).toBe(true);
});

test('a page of Upptime is asked for the sites that services hang on', async () => {
  const { asked, state } = await read(
    [page],
    { body: JSON.stringify([{ name: 'Site', slug: 'site', status: 'up' }]) },
    new Map([['page', ['Site', 'Wiki']]]),
  );
  expect(asked.map(({ url }) => url.slice('https://status.example'.length))).toEqual([
    '/history/summary.json',
    '/history/site.yml',
  ]);
  expect(asked[1]?.bodyBytes).toBe(4096);
  // The answer was the summary again, which does not say when anything was measured.
  expect(state()?.reading?.components[0]?.verdict).toBe('unknown');
});

describe('a page that cannot be read', () => {
  test.each<[string, Reply, string]>([
    ['answers with a web page', { body: '<!doctype html>' }, 'html-instead'],
    ['answers with an error', { status: 503 }, 'status'],
    ['wants a login', { status: 401 }, 'no-access'],
    ['is asked too often', { status: 429 }, 'no-answer'],
    ['sends other data', { body: '{}' }, 'wrong-shape'],
    ['sends too much', new NetError(reason('body-too-large', { limit: '1 MiB' })), 'too-large'],
    ['does not answer', new NetError(reason('refused')), 'no-answer'],
    ['meets a fault of ours', new TypeError('x'), 'internal'],
  ])('%s: keeps what it said, with the reason', async (_what, reply, code) => {
    const { clock, verdict, answer, state } = await read();
    answer(reply);
    await clock.pass(121_000);
    expect([verdict(), state()?.fault?.code, state()?.faults]).toEqual(['up', code, 1]);
    answer(says('degraded'));
    await clock.pass(121_000);
    expect([verdict(), state()?.fault, state()?.faults]).toEqual(['degraded', undefined, 0]);
  });

  test('says so again when its word becomes too old to count', async () => {
    const { clock, answer, state, changes } = await read();
    answer(new NetError(reason('refused')));
    await clock.pass(355_000);
    const before = changes();
    const now = state();
    expect(now && isFeedStale(now, clock.nowUtcMs())).toBe(false);
    await clock.pass(10_000);
    expect(now && isFeedStale(now, clock.nowUtcMs())).toBe(true);
    expect(changes()).toBeGreaterThan(before);
  });

  test('is asked less and less often', async () => {
    const { clock, asked } = await read([page], new NetError(reason('refused')));
    await clock.pass(6 * 3_600_000);
    const eager = 6 * 30;
    expect(asked.length).toBeLessThan(eager / 6);
    expect(asked.length).toBeGreaterThan(10);
  });
});

test('asks nothing while we are offline, and blames no page for it', async () => {
  const { clock, poller, asked, answer, setOnline, state } = await read();
  setOnline('offline');
  answer(new NetError(reason('unreachable')));
  await clock.pass(600_000);
  expect([asked.length, state()?.fault]).toEqual([1, undefined]);
  setOnline('online');
  answer(says('down'));
  poller.resume();
  await clock.pass(1000);
  expect([asked.length, state()?.faults]).toEqual([2, 0]);
});

test('forgets a look that the machine slept through, and has no timer meanwhile', async () => {
  const { clock, poller, asked, answer, verdict } = await read();
  answer(says('down'));
  poller.checkNow();
  await clock.pass(50);
  poller.suspend();
  await clock.pass(60_000);
  expect([asked.length, verdict(), clock.timers()]).toEqual([2, 'up', 0]);
  poller.resume();
  await clock.pass(1000);
  expect(verdict()).toBe('down');
});

test('keeps what a page said through a new document that still names it', async () => {
  const { poller, verdict } = await read();
  poller.setFeeds([{ ...page, name: 'Our page' }], new Map());
  expect(verdict()).toBe('up');
  poller.setFeeds([{ ...page, url: 'https://elsewhere.example' }], new Map());
  expect(verdict()).toBeUndefined();
});

describe('a page that wants to be left alone', () => {
  const wait = { status: 429, headers: { 'retry-after': '1800' } };

  test('is asked again when it says, and not before, whoever presses what', async () => {
    const { clock, poller, asked, answer, verdict, state } = await read();
    answer(wait);
    await clock.pass(121_000);
    expect([asked.length, verdict(), state()?.fault?.reason?.code]).toEqual([
      2,
      'up',
      'refuses-us',
    ]);
    answer(says('down'));
    poller.checkNow();
    await clock.pass(600_000);
    poller.suspend();
    poller.resume();
    await clock.pass(600_000);
    expect(asked).toHaveLength(2);
    await clock.pass(900_000);
    expect([verdict(), state()?.fault]).toEqual(['down', undefined]);
  });

  test('keeps the others of its host from asking, and nobody else', async () => {
    const beside = { ...page, id: 'beside', slug: 'beside' };
    const far = { ...page, id: 'far', url: 'https://elsewhere.example' };
    const { clock, asked, answer } = await read([page, beside, far]);
    answer(wait);
    await clock.pass(132_000);
    asked.length = 0;
    await clock.pass(1_500_000);
    const hosts = new Set(asked.map(({ url }) => new URL(url).hostname));
    expect([...hosts]).toEqual(['elsewhere.example']);
    expect(asked.length).toBeGreaterThan(10);
  });
});

test('a guard before a page is no page of another kind', async () => {
  const { state } = await read([page], {
    headers: { 'content-type': 'text/html' },
    body: '<html><script id="anubis_challenge">',
  });
  expect(state()?.fault?.reason?.code).toBe('bot-guard');
});
