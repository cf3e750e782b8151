/** What is known of a template between attempts to read it. Pure. */
import type { TemplateAnswer, TemplateProblem } from './template.ts';

/** The last good copy. */
export type TemplateCopy = Readonly<{ text: string; atUtcMs: number }>;

export type TemplateMemory = Readonly<{
  copy?: TemplateCopy;
  /** Why the last attempt failed, and since when all have. */
  problem?: TemplateProblem & Readonly<{ sinceUtcMs: number }>;
}>;

/** The last good copy stays, whatever comes after it. */
export function remember(
  { copy, problem }: TemplateMemory,
  answer: TemplateAnswer,
  nowUtcMs: number,
): TemplateMemory {
  if (answer.ok) return { copy: { text: answer.text, atUtcMs: nowUtcMs } };
  const sinceUtcMs = problem?.sinceUtcMs ?? nowUtcMs;
  return { ...(copy ? { copy } : {}), problem: { ...answer.problem, sinceUtcMs } };
}
