import type { Connectivity } from '../net/connectivity.ts';
import type { Service } from '../coop/service.ts';
import { viewFeed } from './feed-view.ts';
import type { FeedStatus } from './feed-status.ts';
import type { ServiceRecord } from './machine.ts';
import { reason } from '../observation/observation.ts';
import type { ServiceView } from './view.ts';
import { viewService } from './view.ts';

/** While the clock is wrong, the age of a page's data is unknown, and so is the state. */
const undated = { verdict: 'unknown', reason: reason('clock-wrong') } as const;

/** The view of a service with a status page. `record` is the record that counts, `own` that of our probe. */
export function viewJoined(
  service: Service,
  {
    own,
    record,
    feedStatus,
  }: Readonly<{ own: ServiceRecord; record: ServiceRecord; feedStatus: FeedStatus }>,
  connectivity: Connectivity,
  nowUtcMs: number,
): ServiceView {
  const isUndated = connectivity.clockOffMs !== undefined;
  if (service.probe) {
    const seen = viewService(service, own, connectivity, nowUtcMs).verdict;
    // With a wrong clock, a page's age is wrong: only our own check counts.
    const view = viewService(service, isUndated ? own : record, connectivity, nowUtcMs);
    return { ...view, feed: viewFeed(feedStatus, seen) };
  }
  // Without a probe, it is as fresh as the page.
  const paced =
    feedStatus.intervalMs > 0 ? { ...service, intervalS: feedStatus.intervalMs / 1000 } : service;
  const dated = isUndated ? { ...record, ...undated } : record;
  const { asOfUtcMs: _read, ...view } = viewService(paced, dated, connectivity, nowUtcMs);
  const { asOfUtcMs } = feedStatus;
  return {
    ...view,
    // Only the page can say when it measured; the time of reading is no substitute.
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
    feed: viewFeed(feedStatus, undefined),
  };
}
