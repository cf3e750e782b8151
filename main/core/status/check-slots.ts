/**
 * When a check may begin. A check that hangs makes room for the next, so that slow failures do not delay other
 * services; each lane has its own slots.
 */
import { isNear } from '../../../shared/net/own-network.ts';
import type { LaneName } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { asError } from '../../platform/as-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LanePlace } from './check-lanes.ts';
import { createCheckLanes } from './check-lanes.ts';
import { createPacedStart, createPacing } from './connection-pacing.ts';
import type { SlotRequest } from './shared-answers.ts';
import { createSharedAnswers } from './shared-answers.ts';

export type CheckSlots = Readonly<{
  /**
   * Runs `check` once a slot is free, unless the result of another check of the same place answers it meanwhile.
   * Rejects as `check` does, or with the signal's reason.
   */
  run: (
    request: SlotRequest,
    signal: AbortSignal,
    check: () => Promise<Observation>,
  ) => Promise<Observation>;
  /** A member has requested this check: if it has not begun yet, it moves to the `now` lane. */
  hurry: (id: string) => void;
  /** The line is restored: earlier checks no longer answer others, and more may begin. */
  renew: () => void;
}>;

export type CheckSlotsDeps = Readonly<{
  clock: Clock;
  /** Whether we are known to be offline. */
  isBlind: () => boolean;
  /**
   * A check that began at `sinceMs` (`clock.monotonicMs()`) hangs; the returned function is called when it has ended.
   */
  onHang: (sinceMs: number) => () => void;
}>;

type Waiting = {
  request: SlotRequest;
  readonly begin: () => void;
  readonly answer: (seen: Observation) => void;
};

export function createCheckSlots(deps: CheckSlotsDeps): CheckSlots {
  const { clock } = deps;
  const pacing = createPacing(clock);
  const lanes = createCheckLanes<Waiting>(deps);
  const answers = createSharedAnswers(clock);
  const waiting = new Map<string, Waiting>();

  const beginNext = (name: LaneName): boolean => {
    const next = lanes.next(name);
    if (!next) return false;
    waiting.delete(next.request.id);
    next.begin();
    return true;
  };
  const beginAll = createPacedStart({
    clock,
    pacing,
    hasWaiting: () => waiting.size > 0,
    beginNext,
  });

  const enter = (one: Waiting) => {
    waiting.set(one.request.id, one);
    lanes.add(placeOf(one.request), one);
    beginAll();
  };
  const leave = (one: Waiting) => {
    waiting.delete(one.request.id);
    lanes.remove(placeOf(one.request), one);
  };

  const occupy = (request: SlotRequest, sinceMs: number) => {
    const place = placeOf(request);
    // Traffic in the member's own network passes no router.
    if (!isNear(place.host)) pacing.take();
    return lanes.occupy(place, () => {
      const endHanging = deps.onHang(sinceMs);
      beginAll();
      return endHanging;
    });
  };

  const perform = async (request: SlotRequest, check: () => Promise<Observation>) => {
    const sinceMs = clock.monotonicMs();
    const share = answers.begin(request);
    const release = occupy(request, sinceMs);
    try {
      const seen = await check();
      lanes.note(seen, clock.monotonicMs() - sinceMs);
      for (const other of share(seen, lanes.waitingFor(placeOf(request).host))) {
        leave(other);
        other.answer(seen);
      }
      return seen;
    } finally {
      release();
      beginAll();
    }
  };

  return {
    run: (request, signal, check) =>
      waitForSlot(request, signal, {
        enter,
        leave,
        perform: (one) => perform(one.request, check),
      }),
    hurry: (id) => {
      const one = waiting.get(id);
      if (!one) return;
      leave(one);
      one.request = { ...one.request, lane: 'now' };
      enter(one);
    },
    renew: () => {
      answers.renew();
      beginAll();
    },
  };
}

type Slots = Readonly<{
  enter: (one: Waiting) => void;
  leave: (one: Waiting) => void;
  perform: (one: Waiting) => Promise<Observation>;
}>;

/** Settles once the check is over, answered by another, or aborted while it waits. */
function waitForSlot(
  request: SlotRequest,
  signal: AbortSignal,
  { enter, leave, perform }: Slots,
): Promise<Observation> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(asError(signal.reason));
    // Removed by hand: with a signal of its own, each check would make an error with a stack.
    const settle = () => signal.removeEventListener('abort', abort);
    const one: Waiting = {
      request,
      begin: () => {
        settle();
        perform(one).then(resolve, reject);
      },
      answer: (seen) => {
        settle();
        resolve(seen);
      },
    };
    const abort = () => {
      leave(one);
      reject(asError(signal.reason));
    };
    signal.addEventListener('abort', abort, { once: true });
    enter(one);
  });
}

/** DNS checks have no host, so each counts on its own. */
function placeOf({ id, lane, place }: SlotRequest): LanePlace {
  return { lane, host: place.host ?? `#${id}` };
}
