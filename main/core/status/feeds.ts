/** Polls the co-op's status pages and holds their latest readings. */
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { Feed } from '../../../shared/coop/feed.ts';
import type { FeedState } from '../../../shared/status/feed-status.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { staleAfterIntervals } from '../../../shared/status/machine.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Net } from '../../platform/net/index.ts';
import type { NextPoll } from '../../platform/poller.ts';
import { createPoller } from '../../platform/poller.ts';
import type { FeedMemory, FeedResult } from './feed-request.ts';
import { emptyMemory, requestFeed } from './feed-request.ts';
import { createHostBackoff } from './host-backoff.ts';
import { createCheckScheduler } from './check-scheduler.ts';

export type Feeds = Readonly<{
  /** By id, in the order of the document. */
  state: () => ReadonlyMap<string, FeedState>;
  /** A page was read, could not be read, or has become too old to count. */
  onChange: (listener: () => void) => () => void;
  /** `components`: names or keys of the components that services use, by feed. */
  setFeeds: (feeds: readonly Feed[], components: ReadonlyMap<string, readonly string[]>) => void;
  /** Polls every page now. */
  checkNow: () => void;
  /** Stops all timers and drops the requests under way. */
  suspend: () => void;
  /** Polls all pages; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export type FeedsDeps = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Clock;
  random: () => number;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
}>;

/** Longest interval for a page that keeps failing, in ms. */
const maxBackoffMs = 30 * 60_000;

export function createFeeds(deps: FeedsDeps): Feeds {
  const { clock, net, random, connectivity } = deps;
  const changes = createEmitter<void>();
  const hosts = createHostBackoff(deps);
  const staleTimers = createCheckScheduler({ clock, random });
  staleTimers.onDue(() => changes.emit());
  let memories: ReadonlyMap<string, FeedMemory> = new Map();
  let states: ReadonlyMap<string, FeedState> = new Map();
  let wanted: ReadonlyMap<string, readonly string[]> = new Map();

  const reviewWhenStale = ({ feed, readAtUtcMs }: FeedState) => {
    if (readAtUtcMs === undefined) return;
    const ageMs = clock.nowUtcMs() - readAtUtcMs;
    const staleAfterMs = staleAfterIntervals * feed.intervalS * 1000;
    staleTimers.schedule(feed.id, Math.max(0, staleAfterMs - ageMs) + 1);
  };

  const take = (feed: Feed, seen: FeedResult | undefined): NextPoll => {
    if (seen && !seen.ok && seen.refusal) hosts.note(hostOf(feed), seen.refusal);
    const before = states.get(feed.id) ?? { feed, faults: 0 };
    const state = seen ? nextState(before, seen, clock.nowUtcMs()) : before;
    states = new Map(states).set(feed.id, state);
    reviewWhenStale(state);
    changes.emit();
    const intervalMs = feed.intervalS * 1000;
    return { aboutMs: pollDelayMs({ intervalMs, failures: state.faults, maxBackoffMs }) };
  };

  const poller = createPoller<Feed, FeedResult>({
    timers: createCheckScheduler({ clock, random }),
    isOnline: () => failuresCount(connectivity.current().state),
    holdOffMs: (feed) => hosts.waitMs(hostOf(feed), feed.id),
    ask: (feed, signal) =>
      requestFeed({
        net,
        nowUtcMs: clock.nowUtcMs,
        feed,
        components: wanted.get(feed.id) ?? [],
        memory: memories.get(feed.id) ?? emptyMemory(),
        signal,
      }),
    counts: async (seen) => seen.ok || failuresCount(await connectivity.confirm()),
    take,
  });

  const start = () => {
    const feeds = [...states.values()].map(({ feed }) => feed);
    poller.start(feeds, () => 0);
  };
  const stop = () => {
    poller.stop();
    staleTimers.clear();
  };

  return {
    state: () => states,
    onChange: changes.on,
    setFeeds: (next, components) => {
      stop();
      memories = new Map(next.map(({ id }) => [id, emptyMemory()]));
      wanted = components;
      states = new Map(next.map((feed) => [feed.id, initialState(feed, states.get(feed.id))]));
      start();
      changes.emit();
    },
    checkNow: () => {
      for (const id of states.keys()) poller.schedule(id, 0);
    },
    suspend: stop,
    resume: () => {
      stop();
      start();
    },
    dispose: () => {
      stop();
      changes.clear();
    },
  };
}

function hostOf({ url }: Feed): string {
  return new URL(url).hostname;
}

/** A feed keeps its state across documents if it is the same page. */
function initialState(feed: Feed, previous: FeedState | undefined): FeedState {
  const same =
    previous?.feed.type === feed.type &&
    previous.feed.url === feed.url &&
    previous.feed.slug === feed.slug;
  return same ? { ...previous, feed } : { feed, faults: 0 };
}

function nextState(before: FeedState, seen: FeedResult, atUtcMs: number): FeedState {
  if (!seen.ok) return { ...before, fault: seen.fault, faults: before.faults + 1 };
  // An answer from an HTTP cache is as old as its cache entry.
  const readAtUtcMs = atUtcMs - seen.ageMs;
  return { feed: before.feed, reading: seen.reading, readAtUtcMs, faults: 0 };
}
