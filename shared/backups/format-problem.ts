/** What a schema finds wrong, as places in the file with what was expected there. Pure. */
import type * as v from 'valibot';
import { pathAt } from '../coop/problem.ts';
import type { SourceProblem } from './reading.ts';

/** Whoever mends a file goes from one fault to the next; of one target so many will do. */
const problemLimit = 20;

export function problemsAt(
  base: string,
  issues: readonly v.BaseIssue<unknown>[],
): readonly SourceProblem[] {
  return issues.slice(0, problemLimit).map((issue) => problemAt(base, issue));
}

function problemAt(base: string, issue: v.BaseIssue<unknown>): SourceProblem {
  const path = pathAt(base, issue);
  // A choice of a word or an object: with an object in hand, what is wrong in it helps most.
  const inner = issue.issues?.find((one) => one.path);
  if (inner) return problemAt(path, inner);
  if (issue.type === 'object' && issue.received === 'undefined') {
    return { code: 'unexpected', path, expected: 'must be there' };
  }
  const isShape = issue.kind === 'schema' || issue.expected?.startsWith('>=') === true;
  const expected = (isShape && issue.expected) || issue.message;
  return { code: 'unexpected', path: path.slice(0, 300), expected: expected.slice(0, 200) };
}
