import { expect, test } from 'vitest';
import { fuzzLinks } from '../../fuzz/links.ts';

test('2,000 lists; `npm run fuzz -- links` takes 100,000', { timeout: 120_000 }, () => {
  const lines: string[] = [];
  const failed = fuzzLinks({ runs: 2000, seed: 20_261_130, log: (line) => lines.push(line) });
  expect([failed, lines]).toEqual([
    0,
    ['lists: 2000 inputs, 0 failures', 'long lists: 13 inputs, 0 failures'],
  ]);
});
