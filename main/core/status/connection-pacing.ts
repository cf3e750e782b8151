/** How soon the next new connection may be made, so that a home router and a slow line keep up. */
import { paceTogether, pacePerSecond } from '../../../shared/status/lanes.ts';
import type { Clock } from '../../platform/clock.ts';

export type Pacing = Readonly<{
  /** Time until one may be made, in ms. */
  leftMs: () => number;
  /** One is made. */
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
