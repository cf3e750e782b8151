import { expect, test } from 'vitest';
import { inTimeOr, orTooLate } from '../../../main/platform/time-limit.ts';
import { fakeClock } from '../clock.ts';

test.each<[string, number, (signal: AbortSignal) => Promise<string>, string]>([
  ['an answer in time', 60_000, async () => 'answer', 'answer'],
  ['a failure', 60_000, () => Promise.reject(new Error('unreachable')), 'fallback'],
  ['no answer', 1, () => new Promise(() => {}), 'fallback'],
])('%s', async (_what, limitMs, ask, result) => {
  expect(await inTimeOr(limitMs, ask, 'fallback')).toBe(result);
});

test('after the limit the signal aborts', async () => {
  let given: AbortSignal | undefined;
  const ask = (signal: AbortSignal) => {
    given = signal;
    return new Promise<string>(() => {});
  };
  await inTimeOr(1, ask, 'fallback');
  expect(given?.aborted).toBe(true);
});

test.each<[string, number, string]>([
  ['just in time', 999, 'answer'],
  ['too late', 1001, 'no answer in time'],
])('an answer that comes %s', async (_what, afterMs, result) => {
  const clock = fakeClock();
  const answer = new Promise<string>((resolve) => clock.after(afterMs, () => resolve('answer')));
  const settled = orTooLate(clock, 1000, answer).catch((error: Error) => error.message);
  await clock.pass(2000);
  expect(await settled).toBe(result);
});

test('an answer that fails, and its timer, are over at once', async () => {
  const clock = fakeClock();
  const failing = Promise.reject(new Error('refused'));
  await expect(orTooLate(clock, 1000, failing)).rejects.toThrow('refused');
  expect(clock.timers()).toBe(0);
});
