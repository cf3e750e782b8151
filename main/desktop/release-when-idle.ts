/** Releases memory that the start, or a page that is gone, has left behind. */
import type { Clock } from '../platform/clock.ts';

export type ReleaseDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  /** How many pages there are, hidden ones included. */
  pages: () => number;
  /** Returns the function that ends the subscription. */
  onPageGone: (listener: () => void) => () => void;
  release: () => void;
}>;

/** Longer than the first checks take, or the last answers to a page, in ms. */
const calmMs = 20_000;

/** Returns the function that ends it. */
export function releaseWhenIdle({ clock, pages, onPageGone, release }: ReleaseDeps): () => void {
  const releaseAlone = () => {
    // With a page somebody may be waiting; its end comes later.
    if (pages() === 0) release();
  };
  let cancel = clock.after(calmMs, releaseAlone);
  const stop = onPageGone(() => {
    cancel();
    cancel = clock.after(calmMs, releaseAlone);
  });
  return () => {
    cancel();
    stop();
  };
}
