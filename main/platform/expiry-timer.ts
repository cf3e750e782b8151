/** A timer for a list of things that expire, armed for the earliest of them. */
import type { Clock } from './clock.ts';

export type ExpiryTimer = Readonly<{
  /** Call when the list has changed. */
  rearm: () => void;
  cancel: () => void;
}>;

export type ExpiryTimerDeps = Readonly<{
  clock: Pick<Clock, 'after' | 'nowUtcMs'>;
  /** When the next item after `nowUtcMs` expires; undefined if none does. */
  nextUtcMs: (nowUtcMs: number) => number | undefined;
  onExpired: () => void;
}>;

export function createExpiryTimer({ clock, nextUtcMs, onExpired }: ExpiryTimerDeps): ExpiryTimer {
  let cancel = () => {};
  const rearm = () => {
    cancel();
    const nowUtcMs = clock.nowUtcMs();
    const endUtcMs = nextUtcMs(nowUtcMs);
    if (endUtcMs === undefined) return;
    cancel = clock.after(endUtcMs - nowUtcMs, () => {
      rearm();
      onExpired();
    });
  };
  return { rearm, cancel: () => cancel() };
}
