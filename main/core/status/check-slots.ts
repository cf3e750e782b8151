/**
 * When a check may begin; the rules are in `shared/status/lanes.ts`. A check that hangs makes room for the next, so that
 * slow failures keep no other service waiting, and each lane has its own places.
 */
import { isNear } from '../../../shared/net/own-network.ts';
import type { AskedPlace, LaneName } from '../../../shared/status/lanes.ts';
import {
  blindAtMost,
  firstBeginnings,
  hostLimit,
  laneNames,
  nextBeginnings,
  patienceMs,
  speaksFor,
  underWayAtMost,
} from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPace } from './connection-pacing.ts';
import type { Rows } from './host-queues.ts';
import { createRows } from './host-queues.ts';

export type Wish = Readonly<{
  id: string;
  lane: LaneName;
  place: AskedPlace;
  /** Limit of each phase of the check, in ms. */
  timeoutMs: number;
}>;

export type Turns = Readonly<{
  /**
   * Runs `check` when it is its turn. What another check of the same place has found meanwhile may be the answer: then
   * `check` is not run. Rejects as `check` does, or with the signal's reason.
   */
  run: (wish: Wish, signal: AbortSignal, check: () => Promise<Observation>) => Promise<Observation>;
  /** A member waits for it: if it has not begun yet, it goes into their lane. */
  hurry: (id: string) => void;
  /** The way out is there again: what has begun before speaks for no other, and more may begin. */
  renew: () => void;
}>;

export type TurnsParts = Readonly<{
  clock: Clock;
  /** Whether we know that nothing can be seen now. */
  isBlind: () => boolean;
  /** A check that began then, by `clock.monotonicMs()`, hangs; what it gives is called when the check has ended. */
  onHang: (sinceMs: number) => () => void;
}>;

type Waiting = {
  wish: Wish;
  readonly begin: () => void;
  readonly answer: (seen: Observation) => void;
};
type Lane = { beginning: number; underWay: number; readonly rows: Rows<Waiting> };

export function createTurns(parts: TurnsParts): Turns {
  const { clock } = parts;
  const pace = createPace(clock);
  const lanes = { now: newLane(), doubtful: newLane(), usual: newLane() };
  const waiting = new Map<string, Waiting>();
  const atHost = new Map<string, number>();
  /** When somebody was last met at a place. */
  const metAtMs = new Map<string, number>();
  let beginnings = firstBeginnings;
  let era = 0;
  let isPaused = false;

  const wait = (one: Waiting) => {
    waiting.set(one.wish.id, one);
    lanes[one.wish.lane].rows.add(hostOf(one.wish), one);
  };
  const leave = (one: Waiting) => {
    waiting.delete(one.wish.id);
    lanes[one.wish.lane].rows.remove(hostOf(one.wish), one);
  };

  const nextOf = (name: LaneName): Waiting | undefined => {
    const lane = lanes[name];
    const limit = name !== 'now' && parts.isBlind() ? blindAtMost : underWayAtMost;
    if (lane.underWay >= limit || lane.beginning >= beginnings) return undefined;
    return lane.rows.next((host) => (atHost.get(host) ?? 0) < hostLimit(name));
  };

  /** One of each lane in turn, for as long as there is room. */
  const look = () => {
    if (isPaused) return;
    for (let hasBegun = true; hasBegun && waiting.size > 0;) {
      hasBegun = false;
      for (const name of laneNames) {
        const leftMs = pace.leftMs();
        if (leftMs > 0) return pause(leftMs);
        const next = nextOf(name);
        if (!next) continue;
        hasBegun = true;
        waiting.delete(next.wish.id);
        next.begin();
      }
    }
  };
  const pause = (ms: number) => {
    isPaused = true;
    clock.after(ms, () => {
      isPaused = false;
      look();
    });
  };

  /** Takes the places of a check, and gives the function that gives them back. */
  const occupy = (wish: Wish): (() => void) => {
    const lane = lanes[wish.lane];
    const host = hostOf(wish);
    const sinceMs = clock.monotonicMs();
    let endHanging: (() => void) | undefined;
    lane.beginning += 1;
    lane.underWay += 1;
    atHost.set(host, (atHost.get(host) ?? 0) + 1);
    // What stays in the member's own network passes no router.
    if (!isNear(host)) pace.take();
    const cancel = clock.after(patienceMs, () => {
      lane.beginning -= 1;
      endHanging = parts.onHang(sinceMs);
      look();
    });
    return () => {
      cancel();
      if (endHanging) endHanging();
      else lane.beginning -= 1;
      lane.underWay -= 1;
      const others = (atHost.get(host) ?? 1) - 1;
      if (others > 0) atHost.set(host, others);
      else atHost.delete(host);
    };
  };

  const perform = async (wish: Wish, check: () => Promise<Observation>): Promise<Observation> => {
    const sinceMs = clock.monotonicMs();
    const begunIn = era;
    const giveBack = occupy(wish);
    try {
      const seen = await check();
      beginnings = nextBeginnings(beginnings, seen, clock.monotonicMs() - sinceMs);
      if (seen.silentAt !== wish.place.key) note(wish);
      else if (begunIn === era) share(wish, seen, sinceMs);
      return seen;
    } finally {
      giveBack();
      look();
    }
  };

  const note = ({ place: { key } }: Wish) => {
    if (key !== undefined) metAtMs.set(key, clock.monotonicMs());
  };

  /** Unless somebody was met there while this check waited in vain. */
  const share = (wish: Wish, seen: Observation, sinceMs: number) => {
    if ((metAtMs.get(seen.silentAt ?? '') ?? Number.NEGATIVE_INFINITY) >= sinceMs) return;
    for (const name of laneNames) {
      for (const other of lanes[name].rows.at(hostOf(wish))) {
        if (!speaksFor(seen, wish, other.wish)) continue;
        leave(other);
        other.answer(seen);
      }
    }
  };

  return {
    run: (wish, signal, check) =>
      new Promise((resolve, reject) => {
        const abort = () => {
          leave(one);
          reject(reasonOf(signal));
        };
        if (signal.aborted) return reject(reasonOf(signal));
        const settle = () => signal.removeEventListener('abort', abort);
        const one: Waiting = {
          wish,
          begin: () => {
            settle();
            perform(one.wish, check).then(resolve, reject);
          },
          answer: (seen) => {
            settle();
            resolve(seen);
          },
        };
        signal.addEventListener('abort', abort, { once: true });
        wait(one);
        look();
      }),
    hurry: (id) => {
      const one = waiting.get(id);
      if (!one) return;
      leave(one);
      one.wish = { ...one.wish, lane: 'now' };
      wait(one);
      look();
    },
    renew: () => {
      era += 1;
      look();
    },
  };
}

function newLane(): Lane {
  return { beginning: 0, underWay: 0, rows: createRows() };
}

/** Questions to the DNS are counted each for itself. */
function hostOf({ id, place }: Wish): string {
  return place.host ?? `#${id}`;
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
