import { expect, test } from 'vitest';
import { createGeneration } from '../../../main/platform/generation.ts';

test('a new generation aborts the last one, with its reason, and no other', () => {
  const generation = createGeneration();
  const first = generation.signal();
  expect([generation.signal() === first, first.aborted]).toEqual([true, false]);
  generation.renew('asleep');
  expect([first.aborted, (first.reason as Error).message]).toEqual([true, 'asleep']);
  expect(generation.signal().aborted).toBe(false);
});
