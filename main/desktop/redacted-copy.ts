/** Copies a text, redacted like everything that a member sends. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Removal } from '../../shared/redact/removals.ts';
import { removalsOf } from '../../shared/redact/removals.ts';
import { redacting } from '../../shared/redact/redact.ts';
import { inSteps } from '../../shared/steps.ts';

/** `kept`: findings that the member wants to keep. Resolves to all findings, including those. */
export type CopyClean = (text: string, kept: readonly string[]) => Promise<Removal[]>;

export function createCopyClean(copyText: (text: string) => Promise<void>): CopyClean {
  return async (original, kept) => {
    const { text, redactions } = await inSteps(redacting(original, kept), breathe);
    await copyText(text);
    return [...removalsOf(redactions)];
  };
}
