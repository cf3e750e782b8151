/** What vitest's JSON report says of a run: how many tests passed, and which did not. */
import { relative } from 'node:path';

export type Outcome = Readonly<{
  passed: number;
  failed: number;
  skipped: number;
  /** A line each: what failed and why, and what was left out. */
  notPassed: readonly string[];
}>;

type Test = Readonly<{ fullName: string; status: string; failureMessages: readonly string[] }>;
type File = Readonly<{
  name: string;
  status: string;
  message: string;
  assertionResults: readonly Test[];
}>;
type Report = Readonly<{
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly File[];
}>;

export function outcomeOf(report: Report): Outcome {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    notPassed: report.testResults.flatMap(notPassedOf),
  };
}

function notPassedOf({ name, status, message, assertionResults }: File): readonly string[] {
  const file = relative('', name);
  const tests = assertionResults.filter((one) => one.status !== 'passed');
  // Of a file whose preparation failed, no test did.
  const ownFault = status === 'failed' && !tests.some((one) => one.status === 'failed');
  return [
    ...(ownFault ? [`${file} failed: ${firstLineOf(message)}`] : []),
    ...tests.map((one) => {
      const why = one.failureMessages[0];
      const after = why === undefined ? '' : `: ${firstLineOf(why)}`;
      return `${file} > ${one.fullName.trim()} ${one.status}${after}`;
    }),
  ];
}

const firstLineOf = (text: string) => text.split('\n', 1)[0] ?? '';
