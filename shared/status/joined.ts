import type { Connectivity } from '../net/connectivity.ts';
import type { Service } from '../coop/service.ts';
import { viewFeed } from './feed-view.ts';
import type { FeedWord } from './feed-status.ts';
import type { ServiceRecord } from './machine.ts';
import { reason } from '../observation/observation.ts';
import type { ServiceView } from './view.ts';
import { viewService } from './view.ts';

/** While the clock is wrong, the age of what a page says is not known, and so what it says is not. */
const undated = { verdict: 'unknown', reason: reason('clock-wrong') } as const;

/** What a member sees of a service that a status page tells of. `record` is the one that counts, `own` our probe's. */
export function viewJoined(
  service: Service,
  { own, record, word }: Readonly<{ own: ServiceRecord; record: ServiceRecord; word: FeedWord }>,
  connectivity: Connectivity,
  nowUtcMs: number,
): ServiceView {
  const isUndated = connectivity.clockOffMs !== undefined;
  if (service.probe) {
    const seen = viewService(service, own, connectivity, nowUtcMs).verdict;
    // By a wrong clock, no page is as old as it says: our own check stands alone.
    const view = viewService(service, isUndated ? own : record, connectivity, nowUtcMs);
    return { ...view, feed: viewFeed(word, seen) };
  }
  // Without a probe of its own it is as fresh as the page.
  const paced = word.intervalMs > 0 ? { ...service, intervalS: word.intervalMs / 1000 } : service;
  const dated = isUndated ? { ...record, ...undated } : record;
  const { asOfUtcMs: _read, ...view } = viewService(paced, dated, connectivity, nowUtcMs);
  const { asOfUtcMs } = word;
  return {
    ...view,
    // The time of reading is not that of measuring: the page says it, or nobody knows.
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
    feed: viewFeed(word, undefined),
  };
}
