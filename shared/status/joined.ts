import type { Connectivity } from '../connectivity.ts';
import type { Service } from '../coop/document.ts';
import { viewFeed } from './feed-view.ts';
import type { FeedWord } from './feed-word.ts';
import type { ServiceRecord } from './machine.ts';
import type { ServiceView } from './view.ts';
import { viewService } from './view.ts';

/** What a member sees of a service that a status page tells of. `record` is the one that counts, `own` our probe's. */
export function viewJoined(
  service: Service,
  { own, record, word }: Readonly<{ own: ServiceRecord; record: ServiceRecord; word: FeedWord }>,
  connectivity: Connectivity,
  nowUtcMs: number,
): ServiceView {
  if (service.probe) {
    const seen = viewService(service, own, connectivity, nowUtcMs).verdict;
    const view = viewService(service, record, connectivity, nowUtcMs);
    return { ...view, feed: viewFeed(word, seen) };
  }
  // Without a probe of its own it is as fresh as the page.
  const paced = word.intervalMs > 0 ? { ...service, intervalS: word.intervalMs / 1000 } : service;
  const { asOfUtcMs: _read, ...view } = viewService(paced, record, connectivity, nowUtcMs);
  const { asOfUtcMs } = word;
  return {
    ...view,
    // The time of reading is not that of measuring: the page says it, or nobody knows.
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
    feed: viewFeed(word, undefined),
  };
}
