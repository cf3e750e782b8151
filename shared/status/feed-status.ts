/** What a status page currently says about one service: its component, and what explains its state. Pure. */
import { defined } from '../defined.ts';
import type { Feed, ServiceFeed } from '../coop/feed.ts';
import type {
  FeedComponent,
  FeedFault,
  FeedIncident,
  FeedMaintenance,
  FeedReading,
  FeedVerdict,
} from '../feeds/reading.ts';
import { worse } from '../feeds/normalize.ts';
import { concernOf } from './feed-index.ts';
import { holds } from './life.ts';
import { readingLife } from './machine.ts';

/** The state of one feed. */
export type FeedState = Readonly<{
  feed: Feed;
  /** The last good reading, and when it was made. */
  reading?: FeedReading;
  readAtUtcMs?: number;
  /** Why later readings failed, and how many in a row. */
  fault?: FeedFault;
  faults: number;
}>;

export type FeedStatus = Readonly<{
  /** The feed's name. */
  name: string;
  verdict: FeedVerdict;
  intervalMs: number;
  sinceUtcMs?: number;
  readAtUtcMs?: number;
  /** When the page's data was measured; absent if the page does not say, as the time of reading is no substitute. */
  asOfUtcMs?: number;
  /** `unknown` because there was no measurement for too long. */
  asleep?: true;
  incident?: FeedIncident;
  maintenance?: FeedMaintenance;
}>;

/** Maintenance that starts later than this is not shown yet; in ms. */
const aheadMs = 7 * 86_400_000;

export function feedStatusOf(
  state: FeedState | undefined,
  own: ServiceFeed,
  nowUtcMs: number,
): FeedStatus {
  if (!state) return { name: own.feed, verdict: 'unknown', intervalMs: 0 };
  const { feed, reading, readAtUtcMs } = state;
  const base = { name: feedName(feed), intervalMs: feed.intervalS * 1000 };
  if (!reading || readAtUtcMs === undefined) return { ...base, verdict: 'unknown' };
  const feedStatus = { ...base, readAtUtcMs, ...statusFrom(reading, own, nowUtcMs) };
  if (!isFeedStale(state, nowUtcMs)) return feedStatus;
  const { asOfUtcMs } = feedStatus;
  return {
    ...base,
    readAtUtcMs,
    verdict: 'unknown',
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
  };
}

/** Stale after three intervals; a reading from the future means that the clock was set back. */
export function isFeedStale({ feed, readAtUtcMs }: FeedState, nowUtcMs: number): boolean {
  if (readAtUtcMs === undefined) return false;
  return !holds(readingLife(readAtUtcMs, feed.intervalS * 1000), nowUtcMs);
}

/** The document's name for it, else its host. */
export function feedName({ name, url }: Pick<Feed, 'name' | 'url'>): string {
  return name ?? /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}

function statusFrom(reading: FeedReading, own: ServiceFeed, nowUtcMs: number) {
  const concern = concernOf(reading, own.component);
  const { incident } = concern;
  const near = concern.maintenance.filter((one) => isNear(one, nowUtcMs));
  const underWay = near.find((one) => isUnderWay(one, nowUtcMs));
  const plan = underWay ?? near[0] ?? concern.maintenanceOfAll.find((one) => isNear(one, nowUtcMs));
  const worst = concern.components.reduce<FeedComponent | undefined>(
    (a, b) => (a && worse(a.verdict, b.verdict) === a.verdict ? a : b),
    undefined,
  );
  const verdict = underWay ? ('maintenance' as const) : (worst?.verdict ?? reading.unlisted);
  const sinceUtcMs = underWay ? underWay.startsUtcMs : worst?.sinceUtcMs;
  const asOfUtcMs = worst ? worst.asOfUtcMs : reading.asOfUtcMs;
  return {
    verdict,
    ...defined({ sinceUtcMs, asOfUtcMs }),
    ...(verdict === 'unknown' && worst?.asleep ? { asleep: true as const } : {}),
    ...(incident ? { incident } : {}),
    ...(plan ? { maintenance: { ...plan, active: isUnderWay(plan, nowUtcMs) } } : {}),
  };
}

/** Checks the end again, as the reading may be minutes old. */
function isUnderWay({ active, endsUtcMs }: FeedMaintenance, nowUtcMs: number): boolean {
  return active && (endsUtcMs === undefined || endsUtcMs > nowUtcMs);
}

function isNear({ startsUtcMs, endsUtcMs }: FeedMaintenance, nowUtcMs: number): boolean {
  if (endsUtcMs !== undefined && endsUtcMs <= nowUtcMs) return false;
  return startsUtcMs === undefined || startsUtcMs <= nowUtcMs + aheadMs;
}
