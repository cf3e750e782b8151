/** How far figures can still move: against draws of the rest of the test. */
import { describe, expect, test } from 'vitest';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { Reach } from '../../../shared/echo/reach.ts';
import { reachOfChange, reachOfMedian, reachOfShare } from '../../../shared/echo/reach.ts';
import { createChance } from '../../servers/bbb/chance.ts';

const stage = { doneS: 10, fullS: 20 };
const draws = 2000;
/** 0.05 % at each end, and room for chance. */
const allowed = draws / 200;

const isIn = ({ low, high }: Reach, value: number) => value >= low && value <= high;

test.each([
  ['even', (chance: () => number) => chance()],
  ['with a long tail', (chance: () => number) => 1 / (0.01 + chance())],
  ['in two lumps', (chance: () => number) => (chance() < 0.5 ? 1 : 100)],
])('a median of values %s stays within its reach', (_what, draw) => {
  const chance = createChance(7);
  let outside = 0;
  for (let time = 0; time < draws; time += 1) {
    const all = Array.from({ length: 20 }, () => draw(chance));
    const reach = reachOfMedian(all.slice(0, 10), stage, 0);
    if (!isIn(reach, spreadOf(all)?.median ?? NaN)) outside += 1;
  }
  expect(outside).toBeLessThanOrEqual(allowed);
});

test.each([[0.004], [0.02], [0.1]])('a share of %d stays within its reach', (rate) => {
  const chance = createChance(8);
  const lose = (count: number) =>
    Array.from({ length: count }, () => chance() < rate).filter(Boolean).length;
  let outside = 0;
  for (let time = 0; time < draws; time += 1) {
    const blocks = Array.from({ length: 10 }, () => lose(50));
    const lost = blocks.reduce((sum, one) => sum + one, 0);
    const reach = reachOfShare({ lost, expected: 500 }, blocks, stage);
    if (!isIn(reach, (lost + lose(500)) / 1000)) outside += 1;
  }
  expect(outside).toBeLessThanOrEqual(allowed);
});

describe('what makes it wider', () => {
  const width = ({ low, high }: Reach) => high - low;

  test('few values, which are widened by their own range', () => {
    expect(reachOfMedian([10, 12, 14], stage, 0)).toEqual({ low: 6, high: 18 });
  });

  test('many values need not all be counted in', () => {
    const many = Array.from({ length: 40 }, (_, at) => at);
    const { low, high } = reachOfMedian(many, stage, 0);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(39);
  });

  test('losses in bursts', () => {
    const even = reachOfShare({ lost: 20, expected: 500 }, Array(10).fill(2), stage);
    const burst = reachOfShare({ lost: 20, expected: 500 }, [20, ...Array(9).fill(0)], stage);
    expect(width(burst)).toBeGreaterThan(2 * width(even));
  });

  test('a change that goes on', () => {
    const values = [0, 10, 20, 30, 40, 50];
    expect(reachOfChange(40, values, stage).high).toBeGreaterThanOrEqual(80);
    expect(reachOfChange(40, values, stage).low).toBeGreaterThan(0);
  });
});
