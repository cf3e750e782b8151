import { expect, test } from 'vitest';
import { liveThrough } from '../bench/soak/core.ts';

const limitMs = 120_000;
const live = async (seed: number) => {
  const { growthBytes: _, ...told } = await liveThrough({ seed, hours: 1, log: () => undefined });
  return told;
};

test(
  'a bad day of one seed is the same each time, and one of another seed is another',
  { timeout: limitMs },
  async () => {
    const first = await live(7);
    expect(await live(7)).toEqual(first);
    expect((await live(8)).tale).not.toBe(first.tale);
  },
);

test(
  'an hour of a bad day owes the member something, and is judged',
  { timeout: limitMs },
  async () => {
    const { owed, judged, lives } = await live(7);
    expect(Math.min(owed.feedback, owed.history, judged, lives - 1)).toBeGreaterThan(0);
  },
);
