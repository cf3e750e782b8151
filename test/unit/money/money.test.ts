/** The co-op's balances: one question a day, kept, and never taken for newer than they are. */
import { expect, test } from 'vitest';
import { createMoney } from '../../../main/features/money/index.ts';
import { createReadMoney } from '../../../main/features/money/request.ts';
import type { MoneyAnswer } from '../../../main/features/money/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const hour = 3_600_000;
const day = 24 * hour;
const plan: MoneyPlan = {
  collectives: [{ slug: 'maple' }, { slug: 'festival', name: 'Our festival' }],
  url: 'https://money.example',
  apiUrl: 'https://api.money.example/graphql/v2',
};
const good: MoneyAnswer = {
  ok: true,
  accounts: [
    { slug: 'maple', name: 'Maple', balance: { cents: 100, currency: 'CAD' } },
    { slug: 'festival', isMissing: true },
  ],
};
const busy: MoneyAnswer = { ok: false, problem: { code: 'busy', status: 429 } };

function world() {
  const disk: { text?: string } = {};
  const line: { state: ConnectivityState } = { state: 'online' };
  const clock = fakeClock(Date.UTC(2026, 10, 30, 20, 44));
  const asked: string[] = [];
  let answer: MoneyAnswer = good;
  return {
    disk,
    line,
    clock,
    asked,
    answer: (next: MoneyAnswer) => (answer = next),
    start: async (section: MoneyPlan | 'none' = plan) => {
      const money = createMoney({
        clock,
        random: () => 0.5,
        read: async (_plan, wanted) => {
          asked.push(wanted);
          return answer;
        },
        connectivity: { current: () => line, confirm: async () => line.state },
        store: {
          load: async () => disk.text,
          save: async (text) => void (disk.text = text),
        },
      });
      await money.restore();
      money.setPlan(section === 'none' ? undefined : section);
      await clock.pass(0);
      return money;
    },
  };
}

test('are read once a day, for the day that is over, and restarts ask nothing', async () => {
  const { asked, start } = world();
  const money = await start();
  expect(money.state()).toEqual({
    collectives: [
      { slug: 'maple', name: 'Maple', isKnown: true, balance: { cents: 100, currency: 'CAD' } },
      { slug: 'festival', name: 'Our festival', isKnown: true, isMissing: true },
    ],
    day: '2026-11-29',
    isReading: false,
  });
  for (let turn = 0; turn < 5; turn += 1) await start();
  expect(asked).toEqual(['2026-11-29']);
});

test('the next day is read some hours after it is over in UTC, or when the page is opened after that', async () => {
  const { clock, asked, start } = world();
  const money = await start();
  const midnightMs = 3 * hour + 16 * 60_000;
  await clock.pass(midnightMs + 3 * hour - 1);
  expect([asked.length, money.state().day]).toEqual([1, '2026-11-29']);
  money.suspend();
  await start();
  expect(asked.at(-1)).toBe('2026-11-30');
  money.resume();
  await clock.pass(day + hour);
  expect(money.state().day).toBe('2026-12-01');
});

test('a copy stays, with its day, while the place cannot be read; retries are an hour apart and more', async () => {
  const { clock, asked, answer, start } = world();
  const money = await start();
  answer(busy);
  await clock.pass(7 * hour);
  const sinceUtcMs = Date.UTC(2026, 11, 1, 3);
  expect(money.state()).toMatchObject({
    day: '2026-11-29',
    problem: { code: 'busy', status: 429, sinceUtcMs },
  });
  const before = asked.length;
  await clock.pass(10 * hour);
  // After 1, 3 and 7 hours.
  expect(asked.length - before).toBe(3);
  expect(money.state().problem?.sinceUtcMs).toBe(sinceUtcMs);
  answer(good);
  money.retry();
  await clock.pass(0);
  expect([money.state().problem, money.state().day]).toEqual([undefined, '2026-11-30']);
});

test('where too many requests were made, trying again waits for a minute', async () => {
  const { clock, asked, answer, start } = world();
  answer(busy);
  const money = await start();
  for (let turn = 0; turn < 20; turn += 1) {
    money.retry();
    await clock.pass(1000);
  }
  expect(asked).toHaveLength(1);
  answer(good);
  await clock.pass(40_000);
  expect([asked.length, money.state().problem]).toEqual([2, undefined]);
});

test('trying again is only for what failed', async () => {
  const { clock, asked, start } = world();
  const money = await start();
  money.retry();
  await clock.pass(0);
  expect(asked).toHaveLength(1);
});

test('nothing is known of what was never read', async () => {
  const { answer, start } = world();
  answer(busy);
  const money = await start();
  expect(money.state().collectives).toEqual([
    { slug: 'maple', name: 'maple', isKnown: false },
    { slug: 'festival', name: 'Our festival', isKnown: false },
  ]);
  expect(money.state().day).toBeUndefined();
});

test('nothing is asked, and no failure counts, while this computer is offline', async () => {
  const { clock, asked, line, start } = world();
  line.state = 'offline';
  const money = await start();
  expect([asked, money.state().problem]).toEqual([[], undefined]);
  line.state = 'online';
  money.resume();
  await clock.pass(0);
  expect(money.state().day).toBe('2026-11-29');
});

test('another list of collectives, or another place, has nothing of the copy', async () => {
  const { line, start } = world();
  await start();
  line.state = 'offline';
  const moved = await start({ ...plan, apiUrl: 'https://elsewhere.example/graphql' });
  expect(moved.state().day).toBeUndefined();
  const fewer = await start({ ...plan, collectives: [{ slug: 'maple' }] });
  expect(fewer.state().collectives).toEqual([{ slug: 'maple', name: 'maple', isKnown: false }]);
});

test('a copy from the future has a wrong time, and is read again', async () => {
  const { clock, asked, start } = world();
  await start();
  clock.jump(-2 * day);
  await start();
  expect(asked).toHaveLength(2);
});

test.each(['', '{', '{"version":1,"of":7}', 'null'])('a damaged copy is none: %j', async (text) => {
  const { disk, asked, start } = world();
  disk.text = text;
  await start();
  expect(asked).toHaveLength(1);
});

test('the page to contribute is that of a collective of the document, and no other', async () => {
  const { start } = world();
  const money = await start({ ...plan, url: 'https://money.example/' });
  expect(money.addressOf('maple')).toBe('https://money.example/maple/donate');
  expect(() => money.addressOf('../evil')).toThrow('bad-payload');
  const none = await start('none');
  expect(() => none.addressOf('maple')).toThrow('bad-payload');
});

const answered = (given: Partial<Answer> | Error) => {
  const requests: Request[] = [];
  const read = createReadMoney({
    request: async (request) => {
      requests.push(request);
      if (given instanceof Error) throw given;
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...given };
    },
  });
  return { requests, read: () => read(plan, '2026-11-29', new AbortController().signal) };
};
const body = JSON.stringify({ data: { a0: null, a1: null } });

test.each<[string, Partial<Answer> | Error, object]>([
  ['an answer', { body }, { ok: true }],
  ['too many requests', { status: 429 }, { problem: { code: 'busy', status: 429 } }],
  ['not found', { status: 404 }, { problem: { code: 'not-found', status: 404 } }],
  ['no access', { status: 403 }, { problem: { code: 'no-access', status: 403 } }],
  ['a refused question', { status: 400, body }, { problem: { code: 'http-status', status: 400 } }],
  ['a page', { body: '<html>' }, { problem: { code: 'not-json' } }],
  ['errors with 200', { body: '{"errors":[{}]}' }, { problem: { code: 'errors' } }],
  ['too large', new NetError(reason('body-too-large')), { problem: { code: 'too-large' } }],
  ['too slow', new NetError(reason('timeout')), { problem: { code: 'timeout' } }],
  ['nobody there', new NetError(reason('refused')), { problem: { code: 'unreachable' } }],
  ['a bug', new TypeError('x'), { problem: { code: 'internal' } }],
])('an answer: %s', async (_what, given, expected) => {
  const { read, requests } = answered(given);
  expect(await read()).toMatchObject(expected);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ url: plan.apiUrl, method: 'POST', redirects: 0 });
});

test.each<[string, unknown, readonly string[]]>([
  ['whole', { ...plan }, []],
  ['without what has defaults', { collectives: [{ slug: 'maple' }] }, []],
  // As members write it (opencollective-website 297 and 486).
  ['a slug in capitals', { collectives: [{ slug: 'RailsGirlsAtl' }] }, []],
  ['a slug of before', { collectives: [{ slug: 'open_source' }] }, []],
  [
    'a slug twice',
    { collectives: [{ slug: 'maple' }, { slug: 'Maple' }] },
    ['$.money.collectives[1].slug'],
  ],
  [
    'an address',
    { collectives: [{ slug: 'https://opencollective.com/a' }] },
    ['$.money.collectives[0].slug'],
  ],
  ['a slug with a slash', { collectives: [{ slug: 'a/b' }] }, ['$.money.collectives[0].slug']],
  [
    'unencrypted',
    { collectives: [{ slug: 'a' }], apiUrl: 'http://a.example/' },
    ['$.money.apiUrl'],
  ],
])('the section: %s', (_what, money, paths) => {
  const text = JSON.stringify({ version: 1, name: 'Maple', services: [], money });
  const parsed = parseCoopDocument(text);
  expect(parsed.ok && parsed.document.problems.map(({ path }) => path)).toEqual(paths);
});

// It was told to leave out a `_`, which may be in one.
test('what is no slug is told what one may have', () => {
  const money = { collectives: [{ slug: 'maple street' }] };
  const text = JSON.stringify({ version: 1, name: 'Maple', services: [], money });
  const parsed = parseCoopDocument(text);
  expect(parsed.ok && parsed.document.problems.map(({ code }) => code)).toEqual(['collective']);
});
