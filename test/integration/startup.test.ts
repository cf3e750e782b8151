import { expect, test } from 'vitest';
import { fuzzStartup } from '../fuzz/startup.ts';

test(
  '150 damaged profiles; `npm run fuzz -- startup` takes 10,000',
  { timeout: 120_000 },
  async () => {
    const lines: string[] = [];
    const failed = await fuzzStartup({
      runs: 150,
      seed: 20_261_124,
      log: (line) => lines.push(line),
    });
    expect([failed, lines]).toEqual([0, ['startup: 150 profiles, 0 failures']]);
  },
);
