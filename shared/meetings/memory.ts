/** What is known of a template between attempts to read it. Pure. */
import type { LastGood } from '../net/last-good.ts';
import { withReread } from '../net/last-good.ts';
import type { TemplateAnswer, TemplateProblem } from './template.ts';

/** The last good copy. */
export type TemplateCopy = Readonly<{ text: string; atUtcMs: number }>;

/** Read when a member wants it, so that failed attempts need no count. */
export type TemplateMemory = Omit<LastGood<TemplateCopy, TemplateProblem>, 'failures'>;

/** The last good copy stays, whatever comes after it. */
export function remember(
  memory: TemplateMemory,
  answer: TemplateAnswer,
  nowUtcMs: number,
): TemplateMemory {
  const reread = answer.ok
    ? ({ ok: true, copy: { text: answer.text, atUtcMs: nowUtcMs } } as const)
    : answer;
  const { copy, problem } = withReread({ ...memory, failures: 0 }, reread, nowUtcMs);
  return { ...(copy ? { copy } : {}), ...(problem ? { problem } : {}) };
}
