import { expect, test } from 'vitest';
import { inTimeOr } from '../../../main/platform/time-limit.ts';

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
