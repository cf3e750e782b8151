/** Reads the co-op's status pages in turn and keeps what each said last. Runs under plain Node. */
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { Feed } from '../../../shared/coop/feed.ts';
import type { FeedState } from '../../../shared/status/feed-status.ts';
import { staleAfterIntervals } from '../../../shared/status/machine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import type { FeedLook, FeedMemory } from './feed-request.ts';
import { emptyMemory, lookAtFeed } from './feed-request.ts';
import { createManners } from './host-backoff.ts';
import { createRounds } from './check-scheduler.ts';

export type Feeds = Readonly<{
  /** By id, in the order of the document. */
  state: () => ReadonlyMap<string, FeedState>;
  /** Something was read, could not be read, or has become too old to count. */
  onChange: (listener: () => void) => void;
  /** `components` names, by feed, what services want to know of it. */
  setFeeds: (feeds: readonly Feed[], components: ReadonlyMap<string, readonly string[]>) => void;
  /** Looks at every page without waiting for its turn. */
  checkNow: () => void;
  /** Stops all timers and forgets looks under way. */
  suspend: () => void;
  /** Begins anew; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export type FeedsParts = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Clock;
  random: () => number;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
}>;

/** A page that cannot be read is asked less and less often, up to this; in ms. */
const patienceMs = 30 * 60_000;

export function createFeeds(parts: FeedsParts): Feeds {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  const { random } = parts;
  const looks = createRounds({ clock, random, check: (id) => void look(id) });
  const ages = createRounds({ clock, random, check: () => emit() });
  const manners = createManners(parts);
  const memories = new Map<string, FeedMemory>();
  const underWay = new Set<string>();
  let states = new Map<string, FeedState>();
  let wanted: ReadonlyMap<string, readonly string[]> = new Map();
  let running = false;
  let era = new AbortController();

  const emit = () => {
    for (const listener of listeners) listener();
  };

  const start = () => {
    running = true;
    for (const id of states.keys()) looks.schedule(id, 0);
  };

  const stop = () => {
    running = false;
    era.abort(new Error('suspended'));
    era = new AbortController();
    looks.clear();
    ages.clear();
    underWay.clear();
  };

  const look = async (id: string) => {
    const before = states.get(id);
    if (!before || underWay.has(id)) return;
    // Once the way out is back, `resume` begins anew.
    if (!failuresCount(parts.connectivity.current().state)) return;
    const host = new URL(before.feed.url).hostname;
    const leftMs = manners.turn(host, id);
    if (leftMs > 0) return looks.schedule(id, leftMs);
    const { signal } = era;
    const memory = memories.get(id) ?? emptyMemory();
    memories.set(id, memory);
    const components = wanted.get(id) ?? [];
    const { nowUtcMs } = clock;
    underWay.add(id);
    try {
      const seen = await lookAtFeed({
        net: parts.net,
        nowUtcMs,
        feed: before.feed,
        components,
        memory,
        signal,
      });
      const isOurs = !seen.ok && !failuresCount(await parts.connectivity.confirm());
      if (signal.aborted) return;
      underWay.delete(id);
      if (!isOurs && !seen.ok && seen.refusal) manners.heard(host, seen.refusal);
      finish(isOurs ? before : after(before, seen, clock.nowUtcMs()));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

  const finish = (state: FeedState) => {
    const { id, intervalS } = state.feed;
    const intervalMs = intervalS * 1000;
    states.set(id, state);
    if (running) looks.scheduleAbout(id, waitMs(intervalMs, state.faults));
    if (state.readAtUtcMs !== undefined) {
      const ageMs = clock.nowUtcMs() - state.readAtUtcMs;
      ages.schedule(id, Math.max(0, staleAfterIntervals * intervalMs - ageMs) + 1);
    }
    emit();
  };

  return {
    state: () => states,
    onChange: (listener) => void listeners.add(listener),
    setFeeds: (next, components) => {
      const known = states;
      stop();
      memories.clear();
      wanted = components;
      states = new Map(next.map((feed) => [feed.id, first(feed, known.get(feed.id))]));
      start();
      emit();
    },
    checkNow: () => {
      if (running) for (const id of states.keys()) if (!underWay.has(id)) looks.schedule(id, 0);
    },
    suspend: stop,
    resume: () => {
      stop();
      start();
    },
    dispose: () => {
      stop();
      listeners.clear();
    },
  };
}

/** A feed that was known before a new document came keeps what it said, if it is the same page. */
function first(feed: Feed, known: FeedState | undefined): FeedState {
  const same =
    known?.feed.type === feed.type && known.feed.url === feed.url && known.feed.slug === feed.slug;
  return same ? { ...known, feed } : { feed, faults: 0 };
}

function after(before: FeedState, seen: FeedLook, atUtcMs: number): FeedState {
  if (!seen.ok) return { ...before, fault: seen.fault, faults: before.faults + 1 };
  // An answer out of a cache is no newer for having been fetched now.
  const readAtUtcMs = atUtcMs - seen.ageMs;
  return { feed: before.feed, reading: seen.reading, readAtUtcMs, faults: 0 };
}

function waitMs(intervalMs: number, faults: number): number {
  return Math.max(intervalMs, Math.min(intervalMs * 2 ** Math.max(0, faults - 1), patienceMs));
}
