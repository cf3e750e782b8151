/** One attempt to read a template. */
import type { TemplateProblem, TemplateReread } from '../../../shared/meetings/template.ts';
import { readTemplate, templateLimitBytes } from '../../../shared/meetings/template.ts';
import type { Net } from '../../platform/net/index.ts';
import { readIfNewer } from '../../platform/net/read-if-newer.ts';

/** A member waits for it, and there may be a copy. */
const phaseMs = 5000;

/** `etag`: of the copy that there is. Rejects only with the signal's reason. */
export type ReadTemplate = (
  url: string,
  etag: string | undefined,
  signal: AbortSignal,
) => Promise<TemplateReread>;

export function createReadTemplate(net: Pick<Net, 'request'>): ReadTemplate {
  return (url, etag, signal) => {
    const accept = 'text/markdown, text/plain';
    const page = { url, accept, etag, bodyBytes: templateLimitBytes, phaseMs, signal };
    return readIfNewer<Readonly<{ text: string }>, TemplateProblem['code']>(net, page, (found) =>
      readTemplate(found.body, url, found.url),
    );
  };
}
