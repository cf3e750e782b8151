/** A network layer that opens no connection: it answers for the pages of the demo's co-op, and nothing else exists. */
import { reason } from '../../shared/observation/observation.ts';
import { NetError } from '../platform/net/error.ts';
import type { Net } from '../platform/net/index.ts';

/** Bodies by URL, made at each request: a text, or what is sent as JSON. */
export type Pages = Readonly<Record<string, () => unknown>>;

export function cannedNet(pages: Pages): Net {
  const nowhere = async () => {
    throw new NetError(reason('unreachable'));
  };
  return {
    request: async ({ url, signal }) => {
      signal.throwIfAborted();
      const page = pages[url];
      if (!page) return nowhere();
      const content = page();
      const body = typeof content === 'string' ? content : JSON.stringify(content);
      return { url, status: 200, headers: {}, body, timings: {} };
    },
    connect: nowhere,
    within: nowhere,
  };
}
