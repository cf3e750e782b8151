import type * as v from 'valibot';
import type { Problem } from '../snapshot.ts';

/** What valibot found, with its place in the document; `base` is the place of what was parsed. */
export function problemAt(base: string, issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).reduce(
    (sum, step) => sum + (typeof step.key === 'number' ? `[${step.key}]` : `.${String(step.key)}`),
    base,
  );
  return { path, expected: (issue.expected ?? issue.message).slice(0, 200) };
}
