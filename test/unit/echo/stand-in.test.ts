/** The stand-in's network and server change the sound exactly as set: the bench depends on it. */
import { expect, test } from 'vitest';
import { createBurstLoss, createChance } from '../../servers/bbb/chance.ts';
import { createCourse } from '../../servers/bbb/course.ts';

test.each([
  [0.05, 4],
  [0.1, 20],
  [0.3, 8],
  [0.02, 1.5],
])('loss of %d in bursts of %d on average', (rate, meanPackets) => {
  const isLost = createBurstLoss(createChance(3));
  const packets = Array.from({ length: 400_000 }, () => isLost(rate, meanPackets));
  const lost = packets.filter(Boolean).length;
  const bursts = packets.filter((one, at) => one && packets[at - 1] !== true).length;
  expect(lost / packets.length / rate).toBeCloseTo(1, 0.7);
  expect(lost / bursts / meanPackets).toBeCloseTo(1, 0.7);
});

test('no loss is none, also in bursts', () => {
  const isLost = createBurstLoss(createChance(1));
  expect(Array.from({ length: 1000 }, () => isLost(0, 8)).includes(true)).toBe(false);
});

test('a call that was never answered neither stands still nor becomes slower', () => {
  const { frozenMs, grownMs } = createCourse();
  expect(frozenMs({ freezeAtS: 0, freezeMs: 1e9 }, 1e6)).toBe(0);
  expect(grownMs(400, 1e6)).toBe(0);
});

test('a standstill begins and ends, and a delay grows until it is all there', () => {
  const course = createCourse();
  const beforeMs = performance.now();
  course.begin();
  const afterMs = performance.now();
  const still = { freezeAtS: 10, freezeMs: 2000 };
  const at = (s: number) => afterMs + s * 1000;
  const slackMs = afterMs - beforeMs;
  expect(course.frozenMs(still, at(9.9) - slackMs)).toBe(0);
  expect(Math.abs(course.frozenMs(still, at(10.5)) - 1500)).toBeLessThanOrEqual(slackMs + 1e-6);
  expect(course.frozenMs(still, at(12))).toBe(0);
  expect(course.grownMs(400, beforeMs)).toBe(0);
  expect(course.grownMs(400, at(12.5))).toBeCloseTo(200, -1);
  expect(course.grownMs(400, at(90))).toBe(400);
});
