/** What a member copies to paste it somewhere: without what is taken out of all they send. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Removal } from '../../shared/redact/removals.ts';
import { removalsOf } from '../../shared/redact/removals.ts';
import { redacting } from '../../shared/redact/redact.ts';
import { inSteps } from '../../shared/steps.ts';

/** `kept`: what the member has put back. Resolves to what was found, that included. */
export type CopyClean = (text: string, kept: readonly string[]) => Promise<Removal[]>;

export function createCopyClean(copyText: (text: string) => Promise<void>): CopyClean {
  return async (written, kept) => {
    const { text, redactions } = await inSteps(redacting(written, kept), breathe);
    await copyText(text);
    return [...removalsOf(redactions)];
  };
}
