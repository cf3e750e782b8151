import { expect, test } from 'vitest';
import { createCheckScheduler } from '../../../main/core/status/check-scheduler.ts';
import { fakeClock } from '../clock.ts';

const minuteMs = 60_000;

function begin(random = 0.5) {
  const clock = fakeClock();
  const seen: (readonly [id: string, atMs: number])[] = [];
  const scheduler = createCheckScheduler({ clock, random: () => random });
  scheduler.onDue((id) => void seen.push([id, clock.monotonicMs()]));
  return { clock, scheduler, seen };
}

test('what is due at about the same time is checked together', async () => {
  const { clock, scheduler, seen } = begin();
  scheduler.scheduleAbout('a', minuteMs);
  await clock.pass(4000);
  scheduler.scheduleAbout('b', minuteMs);
  await clock.pass(4000);
  scheduler.scheduleAbout('c', minuteMs);
  expect(clock.timers()).toBe(2);
  await clock.pass(2 * minuteMs);
  expect(seen).toEqual([
    ['a', minuteMs],
    ['b', minuteMs],
    ['c', minuteMs + 8000],
  ]);
});

test.each([0, 0.3, 0.5, 0.999])(
  'no check is later than its time, nor more than a tenth sooner: thrown %d',
  async (random) => {
    const { clock, scheduler, seen } = begin(random);
    const due = new Map<string, number>();
    for (let index = 0; index < 40; index += 1) {
      due.set(`s${index}`, clock.monotonicMs() + minuteMs);
      scheduler.scheduleAbout(`s${index}`, minuteMs);
      await clock.pass(700);
    }
    await clock.pass(2 * minuteMs);
    expect(seen).toHaveLength(40);
    for (const [id, atMs] of seen) {
      expect(atMs).toBeLessThanOrEqual(due.get(id) ?? 0);
      expect(atMs).toBeGreaterThanOrEqual((due.get(id) ?? 0) - minuteMs / 10 - 0.001);
    }
  },
);

test('what joins an earlier batch needs no timer of its own', () => {
  const { clock, scheduler } = begin(0);
  scheduler.scheduleAbout('a', minuteMs);
  scheduler.scheduleAbout('b', minuteMs);
  expect(clock.timers()).toBe(1);
});

test('a batch takes 25 and no more', () => {
  const { clock, scheduler } = begin();
  for (let index = 0; index < 60; index += 1) scheduler.scheduleAbout(`s${index}`, minuteMs);
  expect(clock.timers()).toBe(3);
});

test('an exact time is kept exactly, and takes the place of the earlier one', async () => {
  const { clock, scheduler, seen } = begin();
  scheduler.scheduleAbout('a', minuteMs);
  scheduler.scheduleAbout('b', minuteMs);
  scheduler.schedule('a', 1000);
  await clock.pass(2 * minuteMs);
  expect(seen).toEqual([
    ['a', 1000],
    ['b', minuteMs],
  ]);
});

test('nothing is left once all is cleared, and a batch left by all is none', () => {
  const { clock, scheduler } = begin();
  scheduler.scheduleAbout('a', minuteMs);
  scheduler.schedule('a', minuteMs);
  expect(clock.timers()).toBe(1);
  scheduler.clear();
  expect(clock.timers()).toBe(0);
});
