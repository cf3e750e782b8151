/** A network layer that opens no connection: it answers for the pages of the demo's co-op, and nothing else exists. */
import { reason } from '../../shared/observation/observation.ts';
import { NetError } from '../platform/net/error.ts';
import type { Net } from '../platform/net/index.ts';
import type { Proxies } from '../platform/net/proxies.ts';

/** Bodies by URL, made at each request: a text, or what is sent as JSON; undefined for a page that is gone. */
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
      const found = page();
      if (found === undefined) return { url, status: 404, headers: {}, body: '', timings: {} };
      const body = typeof found === 'string' ? found : JSON.stringify(found);
      return { url, status: 200, headers: {}, body, timings: {} };
    },
    connect: nowhere,
    within: nowhere,
  };
}

/** There is no connection, so nothing is between it and the pages. */
export const alwaysDirect: Proxies = {
  choose: async () => ({ from: 'machine', ways: ['direct'] }),
  noteSilence: () => undefined,
  doubt: () => undefined,
  setting: async () => ({ use: 'automatic' }),
  set: () => undefined,
  lately: () => [],
  logins: {
    use: (_proxy, attempt) => attempt(undefined),
    wanted: () => undefined,
    asking: () => undefined,
    doubt: () => undefined,
    isKnown: () => false,
    enter: async () => false,
    forget: async () => true,
    onChange: () => () => undefined,
  },
  evidence: { note: () => undefined, reachesOthers: () => false },
};
