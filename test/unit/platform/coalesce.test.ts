import { expect, test } from 'vitest';
import { coalesce } from '../../../main/platform/coalesce.ts';
import { fakeClock } from '../clock.ts';

test('many calls in a row are two: the first at once, and one for all that follow', async () => {
  const clock = fakeClock();
  const doneAtMs: number[] = [];
  const call = coalesce(clock, 100, () => doneAtMs.push(clock.monotonicMs()));
  for (let at = 0; at < 10_000; at += 1) call();
  expect(doneAtMs).toEqual([0]);
  await clock.pass(1000);
  expect(doneAtMs).toEqual([0, 100]);
  call();
  await clock.pass(50);
  call();
  await clock.pass(1000);
  expect(doneAtMs).toEqual([0, 100, 1000, 1100]);
});
