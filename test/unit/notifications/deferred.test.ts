import { expect, test } from 'vitest';
import { createDeferredQueue } from '../../../main/core/notifications/deferred.ts';
import { fakeClock } from '../clock.ts';

function start() {
  const clock = fakeClock();
  const shown: (readonly [readonly string[], boolean])[] = [];
  let quiet = false;
  const news = createDeferredQueue<string>({
    clock,
    isQuiet: () => quiet,
    show: (some, wasQuiet) => shown.push([some, wasQuiet]),
  });
  return { clock, shown, news, setQuiet: (next: boolean) => (quiet = next) };
}

test('what comes together is one', async () => {
  const { clock, shown, news } = start();
  news.tell(['seen']);
  await clock.pass(1000);
  news.tell(['a word']);
  await clock.pass(4000);
  expect(shown).toEqual([[['seen', 'a word'], false]]);
});

test('nothing more is told within 30 s, and then it is one', async () => {
  const { clock, shown, news } = start();
  news.tell(['one']);
  await clock.pass(5000);
  news.tell(['two']);
  await clock.pass(20_000);
  news.tell(['three']);
  await clock.pass(9999);
  expect(shown.length).toBe(1);
  await clock.pass(1);
  expect(shown[1]).toEqual([['two', 'three'], false]);
});

test('waits while it is quiet, however long, and is told as one when it no longer is', async () => {
  const { clock, shown, news, setQuiet } = start();
  setQuiet(true);
  news.tell(['one']);
  await clock.pass(8 * 3_600_000);
  news.tell(['two']);
  await clock.pass(5000);
  expect([shown, clock.timers()]).toEqual([[], 0]);
  setQuiet(false);
  news.review();
  await clock.pass(5000);
  expect(shown).toEqual([[['one', 'two'], true]]);
});

test('quiet that begins while it gathers holds it', async () => {
  const { clock, shown, news, setQuiet } = start();
  news.tell(['one']);
  setQuiet(true);
  await clock.pass(5000);
  news.review();
  await clock.pass(60_000);
  expect(shown).toEqual([]);
});

test('of a long absence the newest are told', async () => {
  const { clock, shown, news } = start();
  news.tell(Array.from({ length: 1000 }, (_, at) => String(at)));
  await clock.pass(5000);
  expect([shown[0]?.[0].length, shown[0]?.[0].at(-1)]).toEqual([100, '999']);
});
