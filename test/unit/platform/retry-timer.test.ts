import { expect, test } from 'vitest';
import { createRetryTimer } from '../../../main/platform/retry-timer.ts';
import { fakeClock } from '../clock.ts';

/** A timer whose task always fails, and is scheduled again. */
function begin() {
  const clock = fakeClock();
  const retry = createRetryTimer(clock, [1000, 2000, 5000]);
  const runAtMs: number[] = [];
  retry.onDue(() => {
    runAtMs.push(clock.monotonicMs());
    retry.schedule();
  });
  retry.schedule();
  return { clock, retry, runAtMs };
}

test('waits longer each time, up to the last delay', async () => {
  const { clock, runAtMs } = begin();
  await clock.pass(20_000);
  expect(runAtMs).toEqual([1000, 3000, 8000, 13_000, 18_000]);
});

test('begins with the first delay again after a reset, which cancels', async () => {
  const { clock, retry, runAtMs } = begin();
  await clock.pass(3500);
  retry.reset();
  expect(clock.timers()).toBe(0);
  retry.schedule();
  await clock.pass(1000);
  expect(runAtMs).toEqual([1000, 3000, 4500]);
});

test('has one task at a time', () => {
  const { clock, retry } = begin();
  retry.schedule();
  expect(clock.timers()).toBe(1);
});
