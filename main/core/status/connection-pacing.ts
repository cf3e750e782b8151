/** Paces new connections, so that a home router and a slow line keep up. */
import type { LaneName } from '../../../shared/status/lanes.ts';
import { laneNames, paceTogether, pacePerSecond } from '../../../shared/status/lanes.ts';
import type { Clock } from '../../platform/clock.ts';

export type Pacing = Readonly<{
  /** Time until the next connection may be opened, in ms. */
  leftMs: () => number;
  /** Call for each connection that is opened. */
  take: () => void;
}>;

export function createPacing(clock: Pick<Clock, 'monotonicMs'>): Pacing {
  let spare = paceTogether;
  let atMs = clock.monotonicMs();

  const refill = () => {
    const nowMs = clock.monotonicMs();
    spare = Math.min(paceTogether, spare + ((nowMs - atMs) * pacePerSecond) / 1000);
    atMs = nowMs;
  };

  return {
    leftMs: () => {
      refill();
      return spare >= 1 ? 0 : Math.ceil(((1 - spare) * 1000) / pacePerSecond);
    },
    take: () => {
      spare -= 1;
    },
  };
}

/** Begins checks, one per lane in rotation, while there is room, no faster than connections may be opened. */
export function createPacedStart(
  deps: Readonly<{
    clock: Pick<Clock, 'after'>;
    pacing: Pick<Pacing, 'leftMs'>;
    hasWaiting: () => boolean;
    /** False where no check of the lane may begin. */
    beginNext: (lane: LaneName) => boolean;
  }>,
): () => void {
  let isPaused = false;
  /** Pause before the next check, in ms; 0 if no more may begin. */
  const beginWhileRoom = (): number => {
    for (let hasBegun = true; hasBegun && deps.hasWaiting();) {
      hasBegun = false;
      for (const name of laneNames) {
        const pauseMs = deps.pacing.leftMs();
        if (pauseMs > 0) return pauseMs;
        if (deps.beginNext(name)) hasBegun = true;
      }
    }
    return 0;
  };
  const beginAll = () => {
    if (isPaused) return;
    const pauseMs = beginWhileRoom();
    if (pauseMs === 0) return;
    isPaused = true;
    deps.clock.after(pauseMs, () => {
      isPaused = false;
      beginAll();
    });
  };
  return beginAll;
}
