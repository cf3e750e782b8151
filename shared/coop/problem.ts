import type * as v from 'valibot';
import type { Problem } from '../snapshot.ts';

/** The first fault that a schema found, as a place in the document and what was expected there. */
export function problemAt(base: string, issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).reduce(
    (sum, step) => sum + (typeof step.key === 'number' ? `[${step.key}]` : `.${String(step.key)}`),
    base,
  );
  return { path, expected: (issue.expected ?? issue.message).slice(0, 200) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
