import { describe, expect, test } from 'vitest';
import { createJitteredTimers } from '../../../main/platform/jittered-timers.ts';
import type { NextPoll, PollTarget } from '../../../main/platform/poller.ts';
import { createPoller } from '../../../main/platform/poller.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { fakeClock } from '../clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const a: PollTarget = { id: 'a' };
const b: PollTarget = { id: 'b' };

type World = {
  isOnline: boolean;
  isConfirmed: boolean;
  answer: 'ok' | 'failed';
  holdOffMs: number;
  answerAfterMs: number;
  random: number;
  next: NextPoll | undefined;
  onTake: () => void;
};

/** Targets polled every ten minutes, with timers that vary by a tenth. */
function begin(change: Partial<World> = {}, deps: Readonly<{ offlineRetryMs?: number }> = {}) {
  const clock = fakeClock();
  const world: World = {
    isOnline: true,
    isConfirmed: true,
    answer: 'ok',
    holdOffMs: 0,
    answerAfterMs: 100,
    random: 0.5,
    next: undefined,
    onTake: () => {},
    ...change,
  };
  const asked: string[] = [];
  const taken: (string | undefined)[] = [];
  let failures = 0;
  const random = () => world.random;
  const timers = createJitteredTimers({ clock, random, jitter: 0.1, minIntervalMs: minuteMs });
  const poller = createPoller<PollTarget, World['answer']>({
    timers,
    isOnline: () => world.isOnline,
    holdOffMs: () => world.holdOffMs,
    ask: async ({ id }, signal) => {
      asked.push(`${id} ${clock.monotonicMs() / minuteMs}`);
      const { answer } = world;
      await new Promise<void>((resolve) => clock.after(world.answerAfterMs, resolve));
      signal.throwIfAborted();
      return answer;
    },
    counts: async (answer) => answer === 'ok' || world.isConfirmed,
    take: (_target, answer) => {
      taken.push(answer);
      if (answer) failures = answer === 'ok' ? 0 : failures + 1;
      world.onTake();
      const intervalMs = 10 * minuteMs;
      return world.next ?? { aboutMs: pollDelayMs({ intervalMs, failures, maxBackoffMs: hourMs }) };
    },
    ...deps,
  });
  return { clock, world, asked, taken, poller };
}

/** Minutes, rounded, at which a target was polled. */
const minutes = (asked: readonly string[]) => asked.map((one) => Math.round(Number(one.slice(2))));

test('polls each target after its first delay, and then in its interval', async () => {
  const { clock, poller, asked } = begin();
  poller.start([a, b], ({ id }) => (id === 'a' ? 0 : 3 * minuteMs));
  await clock.pass(25 * minuteMs);
  expect(asked.map((one) => one[0])).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(minutes(asked)).toEqual([0, 3, 10, 13, 20, 23]);
});

test.each<[string, Partial<World>, number[]]>([
  ['answers', {}, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140]],
  ['fails: less and less often, up to the limit', { answer: 'failed' }, [0, 10, 30, 70, 130]],
  [
    'fails while our own line is down: in its interval',
    { answer: 'failed', isConfirmed: false },
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140],
  ],
  ['asks to be left alone', { next: { exactlyMs: 50 * minuteMs } }, [0, 50, 100]],
  ['is polled as soon as jitter allows', { random: 0, answer: 'failed' }, [0, 9, 27, 63, 117]],
  ['is polled as late as jitter allows', { random: 1, answer: 'failed' }, [0, 11, 33, 77, 143]],
])('a target that %s', async (_what, change, expected) => {
  const { clock, poller, asked } = begin(change);
  poller.start([a], () => 0);
  await clock.pass(145 * minuteMs);
  expect(minutes(asked)).toEqual(expected);
});

test('a failure that is not confirmed does not count', async () => {
  const { clock, poller, taken } = begin({ answer: 'failed', isConfirmed: false });
  poller.start([a], () => 0);
  await clock.pass(1000);
  expect(taken).toEqual([undefined]);
});

test('no jitter and no interval go below the least interval', async () => {
  const { clock, poller, asked } = begin({ next: { aboutMs: 1 } });
  poller.start([a], () => 0);
  await clock.pass(3.5 * minuteMs);
  expect(minutes(asked)).toEqual([0, 1, 2, 3]);
});

describe('while offline', () => {
  test('nothing is asked, and a poll that was due waits for the next start', async () => {
    const { clock, poller, asked, world } = begin({ isOnline: false });
    poller.start([a], () => 0);
    await clock.pass(hourMs);
    world.isOnline = true;
    await clock.pass(hourMs);
    expect(asked).toEqual([]);
    poller.start([a], () => 0);
    await clock.pass(1000);
    expect(asked).toHaveLength(1);
  });

  test('a poll that was due is tried again, where there is a time for that', async () => {
    const { clock, poller, asked, world } = begin(
      { isOnline: false },
      { offlineRetryMs: 7 * minuteMs },
    );
    poller.start([a], () => 0);
    await clock.pass(10 * minuteMs);
    world.isOnline = true;
    await clock.pass(5 * minuteMs);
    expect(minutes(asked)).toEqual([14]);
  });
});

test('a host that asks to be left alone is asked once that is over', async () => {
  const { clock, poller, asked, world } = begin({ holdOffMs: 4 * minuteMs });
  poller.start([a], () => 0);
  await clock.pass(3 * minuteMs);
  world.holdOffMs = 0;
  await clock.pass(2 * minuteMs);
  expect(minutes(asked)).toEqual([4]);
});

describe('a poll under way', () => {
  test('is not begun a second time', async () => {
    const { clock, poller, asked } = begin({ answerAfterMs: 5000 });
    poller.start([a], () => 0);
    await clock.pass(1000);
    poller.pollNow('a');
    poller.schedule('a', 0);
    await clock.pass(2000);
    expect([asked.length, poller.isPolling()]).toEqual([1, true]);
    await clock.pass(10_000);
    expect([asked.length, poller.isPolling()]).toEqual([1, false]);
  });

  test('is dropped by a stop: its answer is not taken, and nothing follows', async () => {
    const { clock, poller, asked, taken } = begin({ answerAfterMs: 5000 });
    poller.start([a], () => 0);
    await clock.pass(1000);
    poller.stop();
    expect([poller.isPolling(), clock.timers()]).toEqual([false, 1]);
    await clock.pass(hourMs);
    expect([asked.length, taken, clock.timers()]).toEqual([1, [], 0]);
  });

  test('of the last generation does not hold up the next, nor end it', async () => {
    const { clock, poller, asked, taken } = begin({ answerAfterMs: 5000 });
    poller.start([a], () => 0);
    await clock.pass(1000);
    poller.start([a], () => 0);
    await clock.pass(4500);
    expect([asked.length, taken, poller.isPolling()]).toEqual([2, [], true]);
    await clock.pass(1000);
    expect([taken, poller.isPolling()]).toEqual([['ok'], false]);
  });

  test('shows in onTurn as it begins and as it ends', async () => {
    const { clock, poller } = begin();
    const seen: boolean[] = [];
    poller.onTurn(() => seen.push(poller.isPolling()));
    poller.start([a], () => 0);
    await clock.pass(1000);
    expect(seen).toEqual([true, false]);
  });
});

test('polls at once when asked to, and keeps the interval from then on', async () => {
  const { clock, poller, asked } = begin();
  poller.start([a], () => 5 * minuteMs);
  await clock.pass(2 * minuteMs);
  poller.pollNow('a');
  expect(asked).toHaveLength(1);
  await clock.pass(12 * minuteMs);
  expect(minutes(asked)).toEqual([2, 12]);
});

test('knows only the targets of the last start', async () => {
  const { clock, poller, asked } = begin();
  poller.start([a], () => hourMs);
  poller.start([b], () => hourMs);
  poller.pollNow('a');
  poller.schedule('a', 0);
  await clock.pass(minuteMs);
  expect(asked).toEqual([]);
});

test('a stop leaves no timer behind, and nothing to poll', () => {
  const { clock, poller, asked } = begin();
  poller.start([a, b], () => hourMs);
  expect(clock.timers()).toBe(2);
  poller.stop();
  poller.pollNow('a');
  poller.schedule('b', 0);
  expect([clock.timers(), asked]).toEqual([0, []]);
});

test('a stop from within take leaves no timer behind', async () => {
  const { clock, poller, world } = begin();
  world.onTake = poller.stop;
  poller.start([a], () => 0);
  await clock.pass(1000);
  expect([clock.timers(), poller.isPolling()]).toEqual([0, false]);
});

test.each([
  [0, 10],
  [1, 10],
  [2, 20],
  [3, 40],
  [4, 60],
  [2000, 60],
])('after %d failures of a target that is polled every 10 s, it waits %d s', (failures, s) => {
  expect(pollDelayMs({ intervalMs: 10_000, failures, maxBackoffMs: 60_000 })).toBe(s * 1000);
});

test('a limit that is shorter than the interval shortens nothing', () => {
  expect(pollDelayMs({ intervalMs: 10_000, failures: 3, maxBackoffMs: 5000 })).toBe(10_000);
});
