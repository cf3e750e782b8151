import { expect, test } from 'vitest';
import { createRounds } from '../../../main/status/rounds.ts';
import { fakeClock } from '../clock.ts';

const minuteMs = 60_000;

function begin() {
  const clock = fakeClock();
  const seen: (readonly [id: string, atMs: number])[] = [];
  const rounds = createRounds({
    clock,
    random: () => 0.5,
    check: (id) => void seen.push([id, clock.monotonicMs()]),
  });
  return { clock, rounds, seen };
}

test('what is due at about the same time rides together', async () => {
  const { clock, rounds, seen } = begin();
  rounds.scheduleAbout('a', minuteMs);
  await clock.pass(4000);
  rounds.scheduleAbout('b', minuteMs);
  await clock.pass(4000);
  rounds.scheduleAbout('c', minuteMs);
  expect(clock.timers()).toBe(2);
  await clock.pass(2 * minuteMs);
  expect(seen).toEqual([
    ['a', minuteMs],
    ['b', minuteMs],
    ['c', minuteMs + 8000],
  ]);
});

test('a round takes 25 and no more', () => {
  const { clock, rounds } = begin();
  for (let index = 0; index < 60; index += 1) rounds.scheduleAbout(`s${index}`, minuteMs);
  expect(clock.timers()).toBe(3);
});

test('an exact time is kept exactly, and takes the place of the earlier one', async () => {
  const { clock, rounds, seen } = begin();
  rounds.scheduleAbout('a', minuteMs);
  rounds.scheduleAbout('b', minuteMs);
  rounds.schedule('a', 1000);
  await clock.pass(2 * minuteMs);
  expect(seen).toEqual([
    ['a', 1000],
    ['b', minuteMs],
  ]);
});

test('nothing is left once all is cleared, and a round left by all is none', () => {
  const { clock, rounds } = begin();
  rounds.scheduleAbout('a', minuteMs);
  rounds.schedule('a', minuteMs);
  expect(clock.timers()).toBe(1);
  rounds.clear();
  expect(clock.timers()).toBe(0);
});
