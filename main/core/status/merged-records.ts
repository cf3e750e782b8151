/** Merges our own checks with status pages into the records that count, and the changes to announce. */
import type { Service } from '../../../shared/coop/service.ts';
import type { ServiceFeed } from '../../../shared/coop/feed.ts';
import { changeOf } from '../../../shared/status/change.ts';
import { withFeed } from '../../../shared/status/feed-view.ts';
import type { FeedState, FeedStatus } from '../../../shared/status/feed-status.ts';
import { feedStatusOf } from '../../../shared/status/feed-status.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { StatusState } from './prober.ts';

/** A service that a status page reports on. */
export type Joined = Readonly<{
  /** From our own probe. */
  own: ServiceRecord;
  /** The merged record, which counts. */
  record: ServiceRecord;
  feedStatus: FeedStatus;
}>;

/** `visible`: a verdict or its reason has changed. */
export type StatusChanges = Readonly<{ changes: readonly Change[]; visible: boolean }>;

export type MergedRecords = Readonly<{
  /** The records that count: merged, for services with a status page. */
  records: () => ReadonlyMap<string, ServiceRecord>;
  /** Undefined for a service without a status page. */
  joined: (serviceId: string) => Joined | undefined;
  /** Merges changes from our own checks, and returns those that count. */
  takeChecks: (changes: readonly Change[]) => StatusChanges;
  /** Merges the current reports of the pages. */
  takePages: () => StatusChanges;
}>;

export type MergedRecordsDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  status: () => Pick<StatusState, 'services' | 'records'>;
  feeds: () => ReadonlyMap<string, FeedState>;
}>;

/** `known`: the last record that was not unknown, to compare with the next one after a silence. */
type Entry = Joined & Readonly<{ known?: ServiceRecord }>;

export function createMergedRecords(deps: MergedRecordsDeps): MergedRecords {
  let entries = new Map<string, Entry>();

  const join = (
    service: Service,
    page: ServiceFeed,
    own: ServiceRecord,
    last: Entry | undefined,
  ): Entry => {
    const nowUtcMs = deps.clock.nowUtcMs();
    const feedStatus = feedStatusOf(deps.feeds().get(page.feed), page, nowUtcMs);
    const record = withFeed(own, feedStatus, service.probe !== undefined, last?.record, nowUtcMs);
    const known = record.verdict === 'unknown' ? last?.known : record;
    return { own, record, feedStatus, ...(known ? { known } : {}) };
  };

  const refresh = (
    changes: readonly Change[],
    isDue: (id: string, own: ServiceRecord) => boolean,
  ) => {
    const { services, records } = deps.status();
    const next = new Map<string, Entry>();
    const announced: Change[] = [];
    let visible = false;
    for (const { service } of services) {
      if (!service.feed) continue;
      const last = entries.get(service.id);
      const own = records.get(service.id) ?? last?.own ?? unchecked(deps.clock.nowUtcMs());
      const entry = last && !isDue(service.id, own) ? last : join(service, service.feed, own, last);
      next.set(service.id, entry);
      visible ||= differs(last?.record, entry.record);
      if (entry.known)
        announced.push(...changeOf(service, last?.known ?? unchecked(0), entry.known));
    }
    entries = next;
    return {
      changes: [...changes.filter((one) => !next.has(one.serviceId)), ...announced],
      visible,
    };
  };

  return {
    records: () => {
      const { services, records } = deps.status();
      if (entries.size === 0) return records;
      const all = new Map(records);
      for (const { service } of services) {
        const joined = service.feed && entries.get(service.id);
        if (joined) all.set(service.id, joined.record);
      }
      return all;
    },
    joined: (serviceId) => entries.get(serviceId),
    takeChecks: (changes) => refresh(changes, (id, own) => entries.get(id)?.own !== own),
    takePages: () => refresh([], () => true),
  };
}

function differs(before: ServiceRecord | undefined, after: ServiceRecord): boolean {
  return before?.verdict !== after.verdict || before.reason?.code !== after.reason?.code;
}
