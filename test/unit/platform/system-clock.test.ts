import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../main/platform/clock.ts';

const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is due in fifty years, by a clock that shows 1976, does not happen at once', () => {
  let happened = 0;
  systemClock.after(50 * 365 * day, () => (happened += 1));
  vi.advanceTimersByTime(300 * day);
  expect(happened).toBe(0);
  vi.advanceTimersByTime(50 * 365 * day);
  expect(happened).toBe(1);
});

test('a long time can be called off in its second part as well', () => {
  let happened = 0;
  const cancel = systemClock.after(100 * day, () => (happened += 1));
  vi.advanceTimersByTime(60 * day);
  cancel();
  vi.advanceTimersByTime(100 * day);
  expect([happened, vi.getTimerCount()]).toEqual([0, 0]);
});
