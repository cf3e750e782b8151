/** The co-op's links: read once an hour, kept for when there is no network, and never lost to an error. */
import { expect, test } from 'vitest';
import { keyOfSource } from '../../../main/features/links/files.ts';
import { createLinks } from '../../../main/features/links/index.ts';
import { createReadLinks } from '../../../main/features/links/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { LinkSource } from '../../../shared/coop/link-sources.ts';
import type { LinkAnswer } from '../../../shared/links/lists.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const hour = 3_600_000;
const source: LinkSource = {
  id: 'go',
  name: 'Short links',
  url: 'https://maple.example/links.csv',
  format: 'csv',
  base: 'https://go.maple.example/',
};
const other: LinkSource = { ...source, id: 'more', url: 'https://maple.example/more.csv' };

function memoryStore() {
  const disk: { text?: string } = {};
  const store = {
    load: async () => disk.text,
    save: async (text: string) => void (disk.text = text),
  };
  return { disk, store };
}

const good = (...keywords: readonly string[]): LinkAnswer => ({
  ok: true,
  copy: {
    links: keywords.map((keyword) => ({ keyword, address: `https://${keyword}.example/` })),
    faults: [],
    left: 0,
  },
  etag: keywords.join('-'),
});
const bad: LinkAnswer = { ok: false, problem: { code: 'web-page' } };

function world() {
  const lists = memoryStore();
  const picks = memoryStore();
  const asked: [id: string, etag: string | undefined][] = [];
  const answers = new Map<string, LinkAnswer>();
  const line: { state: ConnectivityState } = { state: 'online' };
  return {
    lists,
    picks,
    asked,
    answers,
    line,
    start: async (sources: readonly LinkSource[] = [source], clock = fakeClock()) => {
      const links = createLinks({
        clock,
        random: () => 0.5,
        read: async ({ id }, etag) => {
          asked.push([id, etag]);
          return answers.get(id) ?? bad;
        },
        connectivity: { current: () => line, confirm: async () => line.state },
        lists: lists.store,
        picks: picks.store,
      });
      await links.restore();
      links.setPlan({ sources: [...sources] });
      await clock.pass(0);
      return { links, clock, keywords: () => links.state().links.map(({ keyword }) => keyword) };
    },
  };
}

test('are there at the next start, without a network, and are read again when an hour is over', async () => {
  const { start, answers, asked, line } = world();
  answers.set('go', good('pads', 'calls'));
  const first = await start();
  expect(first.keywords()).toEqual(['pads', 'calls']);
  line.state = 'offline';
  const again = await start();
  expect(again.keywords()).toEqual(['pads', 'calls']);
  expect(again.links.state().sources[0]).toEqual({
    id: 'go',
    name: 'Short links',
    faults: [],
    left: 0,
    readAtUtcMs: first.clock.nowUtcMs(),
  });
  line.state = 'online';
  await again.clock.pass(hour + 1);
  expect(asked).toEqual([
    ['go', undefined],
    ['go', 'pads-calls'],
  ]);
});

test('an unchanged list is as new as the answer that says so', async () => {
  const { start, answers } = world();
  answers.set('go', good('pads'));
  const { links, clock, keywords } = await start();
  answers.set('go', { ok: true, unchanged: true });
  await clock.pass(hour + 1);
  expect(keywords()).toEqual(['pads']);
  expect(links.state().sources[0]?.readAtUtcMs).toBeGreaterThan(clock.nowUtcMs() - 10);
});

test('the last good copy stays, with what is wrong and since when; the other source is untouched', async () => {
  const { start, answers } = world();
  answers.set('go', good('pads'));
  answers.set('more', good('calls'));
  const { links, clock, keywords } = await start([source, other]);
  const readAtUtcMs = clock.nowUtcMs();
  answers.set('go', bad);
  await clock.pass(4 * hour);
  expect(keywords()).toEqual(['pads', 'calls']);
  const [go, more] = links.state().sources;
  expect(go).toMatchObject({
    readAtUtcMs,
    problem: { code: 'web-page', sinceUtcMs: readAtUtcMs + hour },
  });
  expect(more?.problem).toBeUndefined();
  answers.set('go', good('pads', 'new'));
  links.readNow();
  await clock.pass(0);
  expect(keywords()).toEqual(['pads', 'new', 'calls']);
  expect(links.state().sources[0]?.problem).toBeUndefined();
});

test('a source that fails is asked less and less often', async () => {
  const { start, asked } = world();
  const { clock } = await start();
  await clock.pass(24 * hour);
  // At 0, 1, 3, 7, 13 and 19 hours.
  expect(asked).toHaveLength(6);
});

test('nothing is asked, and no failure counts, while this computer is offline', async () => {
  const { start, asked, line } = world();
  line.state = 'offline';
  const { links, clock } = await start();
  expect(asked).toEqual([]);
  line.state = 'online';
  links.resume();
  await clock.pass(0);
  expect(links.state().sources[0]?.problem?.code).toBe('web-page');
});

test('of two sources the first has a keyword', async () => {
  const { start, answers } = world();
  answers.set('go', good('pads'));
  answers.set('more', {
    ok: true,
    copy: { links: [{ keyword: 'PADS', address: 'https://x.example/' }], faults: [], left: 0 },
  });
  const { links } = await start([source, other]);
  expect(links.addressOf('Pads')).toBe('https://pads.example/');
});

test('another address is another source: the old links are not shown, nor kept once it is read', async () => {
  const { start, answers, line, lists } = world();
  answers.set('go', good('pads'));
  await start();
  line.state = 'offline';
  const elsewhere = { ...source, url: 'https://elsewhere.example/links.csv' };
  const moved = await start([elsewhere]);
  expect(moved.keywords()).toEqual([]);
  line.state = 'online';
  await start([elsewhere]);
  expect(lists.disk.text?.match(/"of":"[^"]*"/g)).toEqual([expect.stringMatching('elsewhere')]);
});

test('opening, and copying either address', async () => {
  const { start, answers } = world();
  answers.set('go', {
    ok: true,
    copy: {
      links: [{ keyword: 'new issue', address: 'https://me:pw@g.example/%s' }],
      faults: [],
      left: 0,
    },
  });
  const { links } = await start();
  expect(links.state().links).toEqual([
    {
      keyword: 'new issue',
      shown: '…@g.example/%s',
      hasSecret: true,
      takesArgument: true,
      hasShort: true,
    },
  ]);
  expect(links.addressOf('New Issue', '28 2')).toBe('https://me:pw@g.example/28%202');
  expect(links.copyOf('new issue', 'short')).toBe('https://go.maple.example/new%20issue');
  expect(links.copyOf('new issue', 'long')).toBe('https://me:pw@g.example/%s');
  expect(() => links.addressOf('gone')).toThrow('bad-payload');
});

test('picks are kept, and forgotten for good', async () => {
  const { start, picks } = world();
  const { links } = await start();
  links.picked('link:pads', 'Pa');
  links.picked('page:status', '');
  const again = await start();
  expect(again.links.state().picks.map(({ id, typed }) => [id, typed[0]?.text])).toEqual([
    ['page:status', undefined],
    ['link:pads', 'pa'],
  ]);
  again.links.forget();
  expect(again.links.state().picks).toEqual([]);
  expect(picks.disk.text).toBe('{"version":1,"picks":[]}');
});

test('a damaged file is an empty one; damaged entries cost only themselves', async () => {
  const { start, lists, picks, line } = world();
  line.state = 'offline';
  const whole = {
    of: keyOfSource(source),
    atUtcMs: 1,
    links: [{ keyword: 'a', address: 'https://a.example/' }],
    faults: [],
    left: 0,
  };
  lists.disk.text = JSON.stringify({ version: 1, lists: [7, whole] });
  picks.disk.text = '{';
  expect((await start()).keywords()).toEqual(['a']);
  const unsafe = { ...whole, links: [{ keyword: 'a', address: 'file:///etc/passwd' }] };
  lists.disk.text = JSON.stringify({ version: 1, lists: [unsafe] });
  expect((await start()).keywords()).toEqual([]);
});

const answered = (answer: Partial<Answer>) => {
  const requests: Request[] = [];
  const read = createReadLinks({
    request: async (request) => {
      requests.push(request);
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
    },
  });
  return { requests, read: (etag?: string) => read(source, etag, new AbortController().signal) };
};

test.each<[string, Partial<Answer>, object]>([
  ['a list', { body: 'a,https://a.example/', headers: { etag: '"1"' } }, { ok: true, etag: '"1"' }],
  ['a page', { body: '<html>' }, { ok: false, problem: { code: 'web-page' } }],
  ['not found', { status: 404 }, { ok: false, problem: { code: 'not-found', status: 404 } }],
  ['no access', { status: 403 }, { ok: false, problem: { code: 'no-access', status: 403 } }],
  ['a fault', { status: 502 }, { ok: false, problem: { code: 'http-status', status: 502 } }],
  ['unchanged, unasked', { status: 304 }, { ok: false, problem: { code: 'http-status' } }],
])('an answer: %s', async (_what, answer, expected) => {
  expect(await answered(answer).read()).toMatchObject(expected);
});

test('an ETag is sent, and no more is read than a list may have', async () => {
  const { read, requests } = answered({ status: 304 });
  expect(await read('"1"')).toEqual({ ok: true, unchanged: true });
  expect(requests[0]).toMatchObject({
    headers: { 'if-none-match': '"1"' },
    bodyBytes: linkLimits.textBytes,
  });
});

test.each<[string, unknown, string]>([
  ['too large', new NetError(reason('body-too-large')), 'too-large'],
  ['too slow', new NetError(reason('timeout')), 'timeout'],
  ['refused', new NetError(reason('refused')), 'unreachable'],
  ['a bug', new TypeError('x'), 'internal'],
])('no answer: %s', async (_what, error, code) => {
  const read = createReadLinks({ request: () => Promise.reject(error) });
  expect(await read(source, undefined, new AbortController().signal)).toEqual({
    ok: false,
    problem: { code },
  });
});

test.each<[string, unknown, readonly string[]]>([
  ['whole', { sources: [{ ...source }] }, []],
  ['without what has defaults', { sources: [{ id: 'a', name: 'A', url: source.url }] }, []],
  [
    'unencrypted',
    { sources: [{ ...source, url: 'http://a.example/' }] },
    ['$.links.sources[0].url'],
  ],
  [
    'of no format that is known',
    { sources: [{ ...source, format: 'xml' }] },
    ['$.links.sources[0].format'],
  ],
])('the section: %s', (_what, links, paths) => {
  const text = JSON.stringify({ version: 1, name: 'Maple', services: [], links });
  const parsed = parseCoopDocument(text);
  expect(parsed.ok && parsed.document.problems.map(({ path }) => path)).toEqual(paths);
});
