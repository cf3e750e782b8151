import { expect, test } from 'vitest';
import { createExpiryTimer } from '../../../main/platform/expiry-timer.ts';
import { fakeClock } from '../clock.ts';

function started(inMs: readonly number[]) {
  const clock = fakeClock();
  const startUtcMs = clock.nowUtcMs();
  let endsUtcMs = inMs.map((ms) => startUtcMs + ms);
  const expired: number[] = [];
  const timer = createExpiryTimer({
    clock,
    nextUtcMs: (nowUtcMs) => {
      const ahead = endsUtcMs.filter((endUtcMs) => endUtcMs > nowUtcMs);
      return ahead.length === 0 ? undefined : Math.min(...ahead);
    },
    onExpired: () => expired.push(clock.nowUtcMs() - startUtcMs),
  });
  const set = (ms: readonly number[]) => {
    endsUtcMs = ms.map((one) => startUtcMs + one);
    timer.rearm();
  };
  timer.rearm();
  return { clock, timer, expired, set };
}

test('fires as each of them expires, and then rests', async () => {
  const { clock, expired } = started([300, 100]);
  await clock.pass(1000);
  expect([expired, clock.timers()]).toEqual([[100, 300], 0]);
});

test('a list that changes is one timer', async () => {
  const { clock, expired, set } = started([100]);
  set([50, 200]);
  expect(clock.timers()).toBe(1);
  await clock.pass(1000);
  expect(expired).toEqual([50, 200]);
});

test('cancelled, it fires no more until it is armed again', async () => {
  const { clock, timer, expired } = started([100, 500]);
  timer.cancel();
  await clock.pass(200);
  expect([expired, clock.timers()]).toEqual([[], 0]);
  timer.rearm();
  await clock.pass(400);
  expect(expired).toEqual([500]);
});
