/** One attempt to read a source of links. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { LinkSource } from '../../../shared/coop/link-sources.ts';
import type { LinkAnswer } from '../../../shared/links/lists.ts';
import { readingLinks } from '../../../shared/links/read.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { Net } from '../../platform/net/index.ts';
import { readIfNewer } from '../../platform/net/read-if-newer.ts';

/** `etag`: of the copy that there is. Rejects only with the signal's reason. */
export type ReadLinks = (
  source: LinkSource,
  etag: string | undefined,
  signal: AbortSignal,
) => Promise<LinkAnswer>;

export function createReadLinks(net: Pick<Net, 'request'>): ReadLinks {
  return (source, etag, signal) => {
    const accept = source.format === 'csv' ? 'text/csv, text/plain' : 'application/json';
    const { url } = source;
    const page = { url, accept, etag, bodyBytes: linkLimits.textBytes, signal };
    return readIfNewer(net, page, ({ body }) => inSteps(readingLinks(body, source), breathe));
  };
}
