import { expect, test } from 'vitest';
import { faultOf } from '../ran.ts';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

test.each<[string, object, RegExp | undefined]>([
  ['enough', report, undefined],
  ['more', { ...report, numPassedTests: 9 }, undefined],
  ['too few', { ...report, numPassedTests: 4 }, /^4 tests passed, not at least 5/],
  ['none', { ...report, numPassedTests: 0 }, /^0 tests/],
  ['a failure', { ...report, numFailedTests: 1 }, /^1 tests failed or were skipped/],
  ['a skip', { ...report, numPendingTests: 1 }, /skipped/],
  ['a report of something else', {}, /^NaN tests/],
])('%s', (_what, given, fault) => {
  const said = faultOf(given as Record<string, unknown>, 5);
  if (fault) expect(said).toMatch(fault);
  else expect(said).toBeUndefined();
});
