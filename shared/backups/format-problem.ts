/** Converts schema issues to paths in the file, with what was expected there. Pure. */
import type * as v from 'valibot';
import { pathAt } from '../coop/problem.ts';
import type { SourceProblem } from './reading.ts';

/** Per target; people fix a file one problem at a time. */
const problemLimit = 20;

export function problemsAt(
  base: string,
  issues: readonly v.BaseIssue<unknown>[],
): readonly SourceProblem[] {
  return issues.slice(0, problemLimit).map((issue) => problemAt(base, issue));
}

function problemAt(base: string, issue: v.BaseIssue<unknown>): SourceProblem {
  const path = pathAt(base, issue);
  // For a union of a literal and an object, the issue inside the object is the most helpful.
  const inner = issue.issues?.find((one) => one.path);
  if (inner) return problemAt(path, inner);
  if (issue.type === 'object' && issue.received === 'undefined') {
    return { code: 'unexpected', path, expected: 'must be there' };
  }
  const isShape = issue.kind === 'schema' || issue.expected?.startsWith('>=') === true;
  const expected = (isShape && issue.expected) || issue.message;
  return { code: 'unexpected', path: path.slice(0, 300), expected: expected.slice(0, 200) };
}
