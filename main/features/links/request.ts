/** One attempt to read a source of links. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { LinkSource } from '../../../shared/coop/link-sources.ts';
import type { LinkAnswer } from '../../../shared/links/lists.ts';
import { readingLinks } from '../../../shared/links/read.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import type { LinkProblem } from '../../../shared/links/state.ts';
import { inSteps } from '../../../shared/steps.ts';
import { netFault, statusFault } from '../../platform/net/read-fault.ts';
import type { Net } from '../../platform/net/index.ts';

const phaseMs = 15_000;
const redirectLimit = 3;

/** `etag`: of the copy that there is. Rejects only with the signal's reason. */
export type ReadLinks = (
  source: LinkSource,
  etag: string | undefined,
  signal: AbortSignal,
) => Promise<LinkAnswer>;

export function createReadLinks(net: Pick<Net, 'request'>): ReadLinks {
  return async (source, etag, signal) => {
    try {
      const { status, headers, body } = await net.request({
        url: source.url,
        headers: {
          accept: source.format === 'csv' ? 'text/csv, text/plain' : 'application/json',
          ...(etag === undefined ? {} : { 'if-none-match': etag }),
        },
        signal,
        phaseMs,
        bodyBytes: linkLimits.textBytes,
        redirects: redirectLimit,
        trust: 'system',
      });
      if (status === 304 && etag !== undefined) return { ok: true, unchanged: true };
      if (status !== 200) return failed(statusFault(status));
      const read = await inSteps(readingLinks(body, source), breathe);
      signal.throwIfAborted();
      return read.ok ? { ok: true, read, etag: headers.etag } : failed({ code: read.code });
    } catch (error) {
      signal.throwIfAborted();
      return failed({ code: netFault(error) ?? 'internal' });
    }
  };
}

function failed(problem: LinkProblem): LinkAnswer {
  return { ok: false, problem };
}
