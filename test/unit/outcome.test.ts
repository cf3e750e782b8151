import { expect, test } from 'vitest';
import { outcomeOf } from '../outcome.ts';

const passing = { fullName: ' adds', status: 'passed', failureMessages: [] };
const file = {
  name: `${process.cwd()}/test/sum.test.ts`,
  status: 'passed',
  message: '',
  assertionResults: [passing],
};
const report = {
  numPassedTests: 1,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file],
};
const failing = {
  fullName: 'sum adds',
  status: 'failed',
  failureMessages: ['AssertionError: expected 3 to be 2\n    at sum.test.ts:4', 'another'],
};
const leftOut = { fullName: 'sum of none', status: 'skipped', failureMessages: [] };

test('all passed', () => {
  expect(outcomeOf(report)).toEqual({ passed: 1, failed: 0, skipped: 0, notPassed: [] });
});

test('a failure is named with the first line of why, and so is what was left out', () => {
  const testResults = [
    { ...file, status: 'failed', assertionResults: [passing, failing, leftOut] },
  ];
  const outcome = outcomeOf({ ...report, numFailedTests: 1, numPendingTests: 1, testResults });
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(outcome.notPassed).toEqual([
    'test/sum.test.ts > sum adds failed: AssertionError: expected 3 to be 2',
    'test/sum.test.ts > sum of none skipped',
  ]);
});

test('a file whose preparation failed is named with why', () => {
  const message = 'Hook timed out in 15000ms.\nIf this is a long-running hook …';
  const testResults = [{ ...file, status: 'failed', message, assertionResults: [leftOut] }];
  expect(outcomeOf({ ...report, testResults }).notPassed).toEqual([
    'test/sum.test.ts failed: Hook timed out in 15000ms.',
    'test/sum.test.ts > sum of none skipped',
  ]);
});
