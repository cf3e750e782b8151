/** Releases memory that the start, or a page that is gone, has left behind. */
import type { Clock } from '../platform/clock.ts';

export type ReleaseDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  /** How many pages there are, hidden ones included. */
  pages: () => number;
  /** Returns the function that ends the subscription. */
  onPageGone: (listener: () => void) => () => void;
  /** Time of all processors since the machine started, in ms. */
  processors: () => Readonly<{ busy: number; idle: number }>;
  release: () => void;
}>;

/** Longer than the first checks take, or the last answers to a page, in ms. */
const calmMs = 20_000;
/** Share of the processors' time. Above it, releasing would not block for 25 ms but for up to half a second. */
const busyLimit = 0.5;

/** Returns the function that ends it. */
export function releaseWhenIdle(deps: ReleaseDeps): () => void {
  let cancel = () => {};
  const wait = () => {
    cancel();
    const before = deps.processors();
    cancel = deps.clock.after(calmMs, () => {
      // With a page somebody may be waiting; its end comes later.
      if (deps.pages() > 0) return;
      const now = deps.processors();
      const busy = now.busy - before.busy;
      if (busy > busyLimit * (busy + now.idle - before.idle)) wait();
      else deps.release();
    });
  };
  wait();
  const stop = deps.onPageGone(wait);
  return () => {
    cancel();
    stop();
  };
}
