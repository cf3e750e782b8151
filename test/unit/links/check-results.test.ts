/** What is kept of checking links: for how long, when it is worth another look, and how much was asked. */
import { expect, test } from 'vitest';
import { askLimit } from '../../../shared/links/checks.ts';
import { day, found, world } from './check-world.ts';

test('at most 200 requests in 24 hours, over restarts; the rest can be asked later', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 250 }, (_, at) => [`k${at}`, `https://h${at}.example/`]),
  );
  const { clock, asked, start } = world(many);
  const checks = await start();
  const startUtcMs = clock.nowUtcMs();
  checks.start();
  await clock.pass(3_600_000);
  expect([asked.length, checks.state().due]).toEqual([askLimit, 50]);
  expect(checks.state()).toMatchObject({ freeAtUtcMs: startUtcMs + day });
  const again = await start();
  again.start();
  await clock.pass(3_600_000);
  expect(asked).toHaveLength(askLimit);
  await clock.pass(day);
  again.start();
  await clock.pass(3_600_000);
  expect([asked.length, again.state().due]).toEqual([250, 0]);
});

test('what works is left alone for two weeks, what is in doubt for a day', async () => {
  const { clock, asked, answer, start } = world({
    a: 'https://a.example/',
    b: 'https://b.example/',
  });
  answer({ 'https://b.example/': { status: 404 } });
  const startUtcMs = clock.nowUtcMs();
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect(checks.state()).toMatchObject({ due: 0, dueAtUtcMs: startUtcMs + day });
  await clock.pass(day);
  expect(checks.state().due).toBe(1);
  checks.start();
  await clock.pass(60_000);
  expect(asked).toHaveLength(3);
  await clock.pass(13 * day);
  expect([checks.state().due, found(checks)]).toEqual([2, { b: 'dead not-found' }]);
  await clock.pass(2 * day);
  expect(found(checks)).toEqual({});
});

test('a name that is not found is dead when that is so again a day later, and not before', async () => {
  const { clock, answer, start } = world({ a: 'https://a.example/' });
  answer({ 'https://a.example/': 'name' });
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect(found(checks)).toEqual({ a: 'unclear no-name-yet' });
  checks.start();
  await clock.pass(day);
  const again = await start();
  again.start();
  await clock.pass(60_000);
  expect(found(again)).toEqual({ a: 'dead no-name' });
});

test('one that was found in between begins anew', async () => {
  const { clock, answer, start } = world({ a: 'https://a.example/' });
  const missing = { 'https://a.example/': 'name' } as const;
  const checks = await start();
  for (const replies of [missing, { 'https://a.example/': { status: 500 } }, missing]) {
    answer(replies);
    checks.start();
    await clock.pass(2 * day);
  }
  expect(found(checks)).toEqual({ a: 'unclear no-name-yet' });
});

test('results are kept over a restart, without any address; another address has none', async () => {
  const { clock, disk, start } = world({ zoom: 'https://zoom.example/j/1?pwd=SECRET' });
  const checks = await start();
  checks.start();
  await clock.pass(60_000);
  expect(disk.text).not.toMatch(/SECRET|zoom\.example/);
  const again = await start();
  expect(found(again)).toEqual({ zoom: 'works' });
  again.setLinks([{ keyword: 'zoom', address: 'https://zoom.example/j/2' }], []);
  expect([found(again), again.state().due]).toEqual([{}, 1]);
});

test('the last results are saved before the app quits', async () => {
  const { clock, start } = world({ a: 'https://a.example/', b: 'https://b.example/' });
  const checks = await start();
  expect(checks.leave()).toBeUndefined();
  checks.start();
  await clock.pass(1000);
  expect(found(await start())).toEqual({});
  await checks.leave();
  expect(found(await start())).toEqual({ a: 'works', b: 'works' });
  expect(checks.leave()).toBeUndefined();
});

test.each([
  '',
  '{',
  '{"version":1}',
  '{"version":1,"checks":[7,{"keyword":"a"}],"askedUtcMs":"x"}',
])('a damaged file has no results: %j', async (text) => {
  const { disk, start } = world({ a: 'https://a.example/' });
  disk.text = text;
  const checks = await start();
  expect([checks.state().due, found(checks)]).toEqual([1, {}]);
});
