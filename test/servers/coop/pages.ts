/**
 * The status pages of the stand-in co-op: its own monitor, and its hoster's. Both report that all is well by default.
 */
import type { FeedType } from '../../../shared/feeds/types.ts';
import type { StandInPage } from '../feeds/index.ts';
import { startPage } from '../feeds/index.ts';
import type { PageState } from '../feeds/page.ts';
import type { Network } from './conditions.ts';

export type PageRow = Readonly<{ id: string; name: string; type: FeedType; state: PageState }>;

export const pageTable: readonly PageRow[] = [
  {
    id: 'monitor',
    name: 'Our monitor',
    type: 'uptime-kuma',
    state: { says: { Calls: 'up', Chat: 'up', Files: 'up' } },
  },
  {
    id: 'hoster',
    name: 'Our hoster',
    type: 'statuspage',
    state: { says: { 'Virtual machines': 'up', Storage: 'up' } },
  },
];

export type Pages = Readonly<{
  /** Addresses by id. */
  urls: ReadonlyMap<string, string>;
  /** Throws for an unknown id. */
  page: (id: string) => StandInPage;
  setNetwork: (network: Network) => Promise<void>;
  stop: () => Promise<void>;
}>;

export async function startPages(port: (index: number) => number): Promise<Pages> {
  const started = await Promise.all(
    pageTable.map(
      async ({ id, type, state }, index) =>
        [id, await startPage(type, state, { port: port(index) })] as const,
    ),
  );
  const byId = new Map(started);
  const all = [...byId.values()];
  return {
    urls: new Map(started.map(([id, { url }]) => [id, url])),
    page: (id) => {
      const found = byId.get(id);
      if (!found) throw new Error(`no status page ${id}`);
      return found;
    },
    setNetwork: async (network) => {
      await Promise.all(all.map((one) => (network === 'online' ? one.start() : one.pause())));
    },
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}
