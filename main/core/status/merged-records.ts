/** Joins our own checks with what status pages say: the records that count, and the changes that a member is told. */
import type { Service } from '../../../shared/coop/service.ts';
import type { ServiceFeed } from '../../../shared/coop/feed.ts';
import { changeOf } from '../../../shared/status/change.ts';
import { withFeed } from '../../../shared/status/feed-view.ts';
import type { FeedState, FeedWord } from '../../../shared/status/feed-status.ts';
import { hearFeed } from '../../../shared/status/feed-status.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { StatusState } from './prober.ts';

/** Of one service that a status page tells of. */
export type Joined = Readonly<{
  /** Our own probe's record, and the one that counts. */
  own: ServiceRecord;
  record: ServiceRecord;
  word: FeedWord;
}>;

/** `visible` is true when a verdict or its reason is another. */
export type News = Readonly<{ changes: readonly Change[]; visible: boolean }>;

export type Outlook = Readonly<{
  /** Undefined for a service without a status page. */
  joined: (serviceId: string) => Joined | undefined;
  /** Takes in the changes that our own checks have brought, and gives those that count. */
  takeChecks: (changes: readonly Change[]) => News;
  /** Listens to the pages again. */
  takePages: () => News;
}>;

export type OutlookParts = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  status: () => Pick<StatusState, 'services' | 'records'>;
  feeds: () => ReadonlyMap<string, FeedState>;
}>;

/** `known` is the last record that was not unknown: what comes back after a silence is compared with it. */
type Entry = Joined & Readonly<{ known?: ServiceRecord }>;

export function createOutlook(parts: OutlookParts): Outlook {
  let entries = new Map<string, Entry>();

  const refresh = (
    changes: readonly Change[],
    isDue: (id: string, own: ServiceRecord) => boolean,
  ) => {
    const { services, records } = parts.status();
    const next = new Map<string, Entry>();
    const told: Change[] = [];
    let visible = false;
    for (const { service } of services) {
      if (!service.feed) continue;
      const last = entries.get(service.id);
      const own = records.get(service.id) ?? last?.own ?? unchecked(parts.clock.nowUtcMs());
      const entry = last && !isDue(service.id, own) ? last : join(service, service.feed, own, last);
      next.set(service.id, entry);
      visible ||= differs(last?.record, entry.record);
      if (entry.known) told.push(...changeOf(service, last?.known ?? unchecked(0), entry.known));
    }
    entries = next;
    return { changes: [...changes.filter((one) => !next.has(one.serviceId)), ...told], visible };
  };

  const join = (
    service: Service,
    page: ServiceFeed,
    own: ServiceRecord,
    last: Entry | undefined,
  ): Entry => {
    const nowUtcMs = parts.clock.nowUtcMs();
    const word = hearFeed(parts.feeds().get(page.feed), page, nowUtcMs);
    const record = withFeed(own, word, service.probe !== undefined, last?.record, nowUtcMs);
    const known = record.verdict === 'unknown' ? last?.known : record;
    return { own, record, word, ...(known ? { known } : {}) };
  };

  return {
    joined: (serviceId) => entries.get(serviceId),
    takeChecks: (changes) => refresh(changes, (id, own) => entries.get(id)?.own !== own),
    takePages: () => refresh([], () => true),
  };
}

function differs(before: ServiceRecord | undefined, after: ServiceRecord): boolean {
  return before?.verdict !== after.verdict || before.reason?.code !== after.reason?.code;
}
