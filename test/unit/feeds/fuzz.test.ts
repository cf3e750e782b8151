import { expect, test } from 'vitest';
import { fuzzFeeds } from '../../fuzz/feeds.ts';

test('2,000 inputs a format; `npm run fuzz -- feeds` takes 100,000', { timeout: 60_000 }, () => {
  const lines: string[] = [];
  const failed = fuzzFeeds({ runs: 2000, seed: 20_261_124, log: (line) => lines.push(line) });
  expect([failed, lines.filter((line) => !line.endsWith(': 2000 inputs, 0 failures'))]).toEqual([
    0,
    [],
  ]);
});
