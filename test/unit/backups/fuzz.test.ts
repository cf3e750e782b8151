import { expect, test } from 'vitest';
import { fuzzBackups } from '../../fuzz/backups.ts';

test('500 inputs a kind; `npm run fuzz -- backups` takes 100,000', { timeout: 120_000 }, () => {
  const lines: string[] = [];
  const failed = fuzzBackups({ runs: 500, seed: 20_261_124, log: (line) => lines.push(line) });
  expect([failed, lines.filter((line) => !line.endsWith(': 500 inputs, 0 failures'))]).toEqual([
    0,
    [],
  ]);
});
