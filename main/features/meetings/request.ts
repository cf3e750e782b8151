/** One attempt to read a template. */
import type { TemplateAnswer } from '../../../shared/meetings/template.ts';
import { readTemplate, templateLimitBytes } from '../../../shared/meetings/template.ts';
import { netFault, statusFault } from '../../platform/net/read-fault.ts';
import type { Net } from '../../platform/net/index.ts';

/** A member waits for it, and there may be a copy. */
const phaseMs = 5000;
const redirectLimit = 3;

/** Rejects only with the signal's reason. */
export type ReadTemplate = (url: string, signal: AbortSignal) => Promise<TemplateAnswer>;

export function createReadTemplate(net: Pick<Net, 'request'>): ReadTemplate {
  return async (url, signal) => {
    try {
      const answer = await net.request({
        url,
        headers: { accept: 'text/markdown, text/plain' },
        signal,
        phaseMs,
        bodyBytes: templateLimitBytes,
        redirects: redirectLimit,
        trust: 'system',
      });
      const { status } = answer;
      if (status !== 200) return { ok: false, problem: statusFault(status) };
      return readTemplate(answer.body, answer.url);
    } catch (error) {
      signal.throwIfAborted();
      return { ok: false, problem: { code: netFault(error) ?? 'internal' } };
    }
  };
}
