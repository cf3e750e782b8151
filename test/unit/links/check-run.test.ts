/** Checking links is slow, stops when told, and learns nothing from a computer that is offline. */
import { expect, test } from 'vitest';
import { day, found, world } from './check-world.ts';

test('nothing is asked unless a member wants it', async () => {
  const { clock, asked, start } = world({ a: 'https://a.example/' });
  const checks = await start();
  await clock.pass(day);
  expect([asked, checks.state()]).toEqual([[], { checks: [], due: 1, unasked: 0 }]);
});

test('a host has two seconds between requests, from the end of one on; others go first', async () => {
  const { clock, asked, start, take } = world({
    a: 'https://a.example/1',
    b: 'https://a.example/2',
    c: 'https://A.example/3',
    d: 'https://d.example/',
  });
  take(500);
  const checks = await start();
  checks.start();
  await clock.pass(0);
  expect(checks.state().run).toEqual({ done: 0, total: 4 });
  await clock.pass(60_000);
  expect(asked).toEqual([
    [0, 'https://a.example/1'],
    [0.5, 'https://d.example/'],
    [2.5, 'https://a.example/2'],
    [5, 'https://A.example/3'],
  ]);
  expect([checks.state().run, found(checks)]).toEqual([
    undefined,
    { a: 'works', b: 'works', c: 'works', d: 'works' },
  ]);
});

test('aliases of one address are one request; what takes an argument or leads inside is none', async () => {
  const { clock, asked, start } = world({
    gh: 'https://forge.example/',
    forge: 'https://forge.example/',
    issue: 'https://forge.example/%s',
    router: 'http://192.168.0.1/',
  });
  const checks = await start();
  expect(checks.state()).toMatchObject({ due: 2, unasked: 2 });
  checks.start();
  await clock.pass(10_000);
  expect(asked).toHaveLength(1);
  expect(found(checks)).toEqual({ gh: 'works', forge: 'works' });
});

test('redirects are followed one at a time, with the pause of their host', async () => {
  const { clock, asked, answer, start } = world({
    a: 'https://a.example/x',
    b: 'https://b.example/',
  });
  answer({
    'https://a.example/x': { status: 301, leadsTo: 'https://www.a.example/x' },
    'https://www.a.example/x': { status: 302, leadsTo: 'https://www.a.example/y' },
    'https://www.a.example/y': { status: 404 },
  });
  const checks = await start();
  checks.start();
  await clock.pass(10_000);
  expect(asked).toEqual([
    [0, 'https://a.example/x'],
    [0, 'https://www.a.example/x'],
    [0, 'https://b.example/'],
    [2, 'https://www.a.example/y'],
  ]);
  expect(found(checks)).toEqual({ a: 'dead not-found', b: 'works' });
});

test.each<[what: string, leadsTo: string, expected: string, requests: number]>([
  ['in a circle', 'https://a.example/x', 'unclear redirects', 2],
  ['to a sign-in', 'https://accounts.google.com/', 'sign-in', 1],
  ['inside', 'http://127.0.0.1:8080/', 'unclear local', 1],
  ['to a cloud’s secrets', 'http://169.254.169.254/latest', 'unclear local', 1],
])('a redirect that leads %s ends', async (_what, leadsTo, expected, requests) => {
  const { clock, asked, answer, start } = world({ a: 'http://a.example/x' });
  answer(
    Object.fromEntries(
      ['http://a.example/x', 'https://a.example/x'].map((one) => [one, { status: 302, leadsTo }]),
    ),
  );
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect([found(checks), asked.length]).toEqual([{ a: expected }, requests]);
});

test('redirects without an end are followed ten times', async () => {
  const { clock, asked, answer, start } = world({ a: 'https://a.example/0' });
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  answer(
    Object.fromEntries(
      numbers.map((at) => [
        `https://a.example/${at}`,
        { status: 302, leadsTo: `https://a.example/${at + 1}` },
      ]),
    ),
  );
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect([found(checks), asked.length]).toEqual([{ a: 'unclear redirects' }, 11]);
});

// wummel/linkchecker#419, HongPong/broken-link-checker#38, jarun/buku#452, EFForg/https-everywhere#1128
test('a site that redirects to the same page until it sees its cookie again works', async () => {
  const page = 'https://a.example/x';
  const { clock, asked, answer, start } = world({
    a: page,
    b: 'https://b.example/',
    c: 'https://c.example/',
  });
  answer({
    [page]: (cookie) => (cookie === 'seen=1' ? {} : { status: 302, leadsTo: page, sets: 'seen=1' }),
    // Through another host, which knows its visitors by a cookie of its own.
    'https://b.example/': { status: 302, leadsTo: 'https://id.b.example/' },
    'https://id.b.example/': (cookie) =>
      cookie === undefined
        ? { status: 302, leadsTo: 'https://id.b.example/', sets: 'id=1' }
        : { status: 302, leadsTo: 'https://b.example/page' },
    // Never satisfied.
    'https://c.example/': (cookie) => ({
      status: 302,
      leadsTo: 'https://c.example/',
      sets: `n=${(cookie ?? '').length}`,
    }),
  });
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect(found(checks)).toEqual({ a: 'works', b: 'works', c: 'unclear redirects' });
  expect(asked.filter(([, address]) => address === page)).toHaveLength(2);
});

test('offline is never dead: the check waits, and asks again once there is a network', async () => {
  const { clock, asked, answer, line, start } = world({
    a: 'https://a.example/',
    b: 'https://b.example/',
  });
  answer({ 'https://a.example/': 'name' });
  line.state = 'offline';
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect([asked, checks.state().run]).toEqual([[], { done: 0, total: 2 }]);
  line.state = 'online';
  answer({});
  checks.resume();
  await clock.pass(10_000);
  expect(found(checks)).toEqual({ a: 'works', b: 'works' });
});

test('what failed because the network went away is asked again', async () => {
  const { clock, answer, line, start, take } = world({ a: 'https://a.example/' });
  answer({ 'https://a.example/': 'timeout' });
  take(1000);
  const checks = await start();
  checks.start();
  await clock.pass(0);
  line.state = 'offline';
  await clock.pass(60_000);
  expect([found(checks), checks.state().run]).toEqual([{}, { done: 0, total: 1 }]);
  answer({});
  line.state = 'online';
  checks.resume();
  await clock.pass(10_000);
  expect(found(checks)).toEqual({ a: 'works' });
});

test('what a sign-in page of a café answers for all is no result', async () => {
  const { clock, line, start } = world({ a: 'http://a.example/' });
  const checks = await start();
  checks.start();
  line.state = 'captive';
  await clock.pass(60_000);
  expect(found(checks)).toEqual({});
});

test('a sleep drops the request under way, and it is made again', async () => {
  const { clock, asked, start, take } = world({ a: 'https://a.example/', b: 'https://b.example/' });
  take(1000);
  const checks = await start();
  checks.start();
  await clock.pass(500);
  checks.suspend();
  await clock.pass(day / 2);
  expect(asked).toHaveLength(1);
  checks.resume();
  await clock.pass(10_000);
  expect(asked.map(([, address]) => address)).toEqual([
    'https://a.example/',
    'https://a.example/',
    'https://b.example/',
  ]);
  expect(found(checks)).toEqual({ a: 'works', b: 'works' });
});

test('stop ends it at once; what was found stays, and the rest is due', async () => {
  const { clock, asked, start, take } = world({
    a: 'https://a.example/',
    b: 'https://b.example/',
    c: 'https://c.example/',
  });
  take(1000);
  const checks = await start();
  checks.start();
  await clock.pass(1500);
  checks.stop();
  await clock.pass(60_000);
  expect([asked.length, found(checks)]).toEqual([2, { a: 'works' }]);
  expect(checks.state()).toMatchObject({ due: 2 });
  expect(checks.state().run).toBeUndefined();
});

test('a second start changes nothing', async () => {
  const { clock, asked, start, take } = world({ a: 'https://a.example/', b: 'https://b.example/' });
  take(1000);
  const checks = await start();
  checks.start();
  await clock.pass(500);
  checks.start();
  await clock.pass(60_000);
  expect(asked).toHaveLength(2);
});

test('a host that wants fewer requests gets no more of them for a day', async () => {
  const { clock, asked, answer, start } = world({
    a: 'https://a.example/1',
    b: 'https://a.example/2',
    c: 'https://c.example/',
  });
  answer({ 'https://a.example/1': { status: 429, refusal: 'busy' } });
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect(asked).toHaveLength(2);
  expect(found(checks)).toEqual({ a: 'unclear busy', b: 'unclear busy', c: 'works' });
  checks.start();
  await clock.pass(60_000);
  expect([asked.length, checks.state().due]).toEqual([2, 0]);
});
