/**
 * Fails unless a report of vitest counts at least so many passed tests and none that failed or was skipped: a run that found
 * no tests, or skipped them all, is a success to vitest. `node test/ran.ts REPORT.json COUNT`
 */
import { readFileSync } from 'node:fs';

/** What is wrong with the report; undefined if nothing is. */
export function faultOf(
  report: Readonly<Record<string, unknown>>,
  atLeast: number,
): string | undefined {
  const count = (key: string) => Number(report[key] ?? Number.NaN);
  const passed = count('numPassedTests');
  const others = count('numFailedTests') + count('numPendingTests') + count('numTodoTests');
  if (!(passed >= atLeast)) return `${passed} tests passed, not at least ${atLeast}.`;
  return others === 0 ? undefined : `${others} tests failed or were skipped.`;
}

if (import.meta.main) {
  const [path = '', atLeast = ''] = process.argv.slice(2);
  const fault = faultOf(JSON.parse(readFileSync(path, 'utf8')), Number(atLeast));
  console.log(fault ?? `At least ${atLeast} tests ran and passed.`);
  process.exit(fault === undefined ? 0 : 1);
}
