/** Joins our own checks with what status pages say: the records that count, and the changes that a member is told. */
import { withFeed } from '../../shared/status/feed-view.ts';
import type { FeedState, FeedWord } from '../../shared/status/feed-word.ts';
import { hearFeed } from '../../shared/status/feed-word.ts';
import type { ServiceRecord } from '../../shared/status/machine.ts';
import { unchecked } from '../../shared/status/machine.ts';
import type { Change } from '../../shared/status/notices.ts';
import type { Clock } from '../platform/clock.ts';
import type { StatusState } from './index.ts';
import { changeOf } from './index.ts';

export type Outlook = Readonly<{
  /** The record that counts, of each service that a status page tells of. */
  records: () => ReadonlyMap<string, ServiceRecord>;
  words: () => ReadonlyMap<string, FeedWord>;
  /** Takes in what checks or pages have brought. `visible` is true when a verdict or its reason is another. */
  update: (
    changes: readonly Change[],
  ) => Readonly<{ changes: readonly Change[]; visible: boolean }>;
}>;

export type OutlookParts = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  status: () => Pick<StatusState, 'services' | 'records'>;
  feeds: () => ReadonlyMap<string, FeedState>;
}>;

export function createOutlook(parts: OutlookParts): Outlook {
  let records = new Map<string, ServiceRecord>();
  let words = new Map<string, FeedWord>();
  /** The last record of each that was not unknown: what comes back after a silence is compared with it. */
  let known = new Map<string, ServiceRecord>();

  const update: Outlook['update'] = (changes) => {
    const nowUtcMs = parts.clock.nowUtcMs();
    const own = parts.status();
    const before = { records, known };
    records = new Map();
    words = new Map();
    known = new Map();
    const told: Change[] = [];
    let visible = false;
    for (const { service } of own.services) {
      if (!service.feed) continue;
      const { id } = service;
      const word = hearFeed(parts.feeds().get(service.feed.feed), service.feed, nowUtcMs);
      const record = own.records.get(id) ?? unchecked(nowUtcMs);
      const last = before.records.get(id);
      const next = withFeed(record, word, service.probe !== undefined, last, nowUtcMs);
      words.set(id, word);
      records.set(id, next);
      visible ||= last?.verdict !== next.verdict || last.reason?.code !== next.reason?.code;
      const lastKnown = before.known.get(id);
      const nowKnown = next.verdict === 'unknown' ? lastKnown : next;
      if (!nowKnown) continue;
      known.set(id, nowKnown);
      told.push(...changeOf(service, lastKnown ?? unchecked(nowUtcMs), nowKnown));
    }
    return { changes: [...changes.filter((one) => !records.has(one.serviceId)), ...told], visible };
  };

  return { records: () => records, words: () => words, update };
}
