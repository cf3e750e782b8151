/** The lanes of checks: which wait in each, and how many are under way. The limits are in `shared/status/lanes.ts`. */
import type { LaneName } from '../../../shared/status/lanes.ts';
import {
  blindAtMost,
  firstBeginnings,
  hostLimit,
  laneNames,
  nextBeginnings,
  hangAfterMs,
  underWayAtMost,
} from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HostQueues } from './host-queues.ts';
import { createHostQueues } from './host-queues.ts';

/** A check in its lane. */
export type LanePlace = Readonly<{ lane: LaneName; host: string }>;

export type CheckLanes<T> = Readonly<{
  add: (place: LanePlace, one: T) => void;
  remove: (place: LanePlace, one: T) => void;
  /** Removes and returns the first check that may begin in this lane. */
  next: (lane: LaneName) => T | undefined;
  /** All checks that wait for the host. */
  waitingFor: (host: string) => readonly T[];
  /**
   * Counts a check as under way until the returned function is called. `onHang` is called if the check takes so long
   * that it no longer counts as beginning; the function that it returns is called when the check has ended.
   */
  occupy: (place: LanePlace, onHang: () => () => void) => () => void;
  /** Adapts how many checks may begin together to how a check went. */
  note: (seen: Observation, tookMs: number) => void;
}>;

type Lane<T> = { beginning: number; underWay: number; readonly queues: HostQueues<T> };

export function createCheckLanes<T>(
  deps: Readonly<{ clock: Pick<Clock, 'after'>; isBlind: () => boolean }>,
): CheckLanes<T> {
  const newLane = (): Lane<T> => ({ beginning: 0, underWay: 0, queues: createHostQueues() });
  const lanes = { now: newLane(), doubtful: newLane(), usual: newLane() };
  const atHost = new Map<string, number>();
  let beginnings = firstBeginnings;

  const countAtHost = (host: string, change: 1 | -1) => {
    const count = (atHost.get(host) ?? 0) + change;
    if (count > 0) atHost.set(host, count);
    else atHost.delete(host);
  };

  return {
    add: ({ lane, host }, one) => lanes[lane].queues.add(host, one),
    remove: ({ lane, host }, one) => lanes[lane].queues.remove(host, one),
    next: (name) => {
      const lane = lanes[name];
      const limit = name !== 'now' && deps.isBlind() ? blindAtMost : underWayAtMost;
      if (lane.underWay >= limit || lane.beginning >= beginnings) return undefined;
      return lane.queues.next((host) => (atHost.get(host) ?? 0) < hostLimit(name));
    },
    waitingFor: (host) => laneNames.flatMap((name) => [...lanes[name].queues.at(host)]),
    occupy: ({ lane: name, host }, onHang) => {
      const lane = lanes[name];
      let endHanging: (() => void) | undefined;
      lane.beginning += 1;
      lane.underWay += 1;
      countAtHost(host, 1);
      const cancel = deps.clock.after(hangAfterMs, () => {
        lane.beginning -= 1;
        endHanging = onHang();
      });
      return () => {
        cancel();
        if (endHanging) endHanging();
        else lane.beginning -= 1;
        lane.underWay -= 1;
        countAtHost(host, -1);
      };
    },
    note: (seen, tookMs) => {
      beginnings = nextBeginnings(beginnings, seen, tookMs);
    },
  };
}
