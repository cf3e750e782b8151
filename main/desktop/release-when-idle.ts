/** Releases memory that the start or the window has left behind. */
import type { Clock } from '../platform/clock.ts';
import type { WindowKeeper } from './window.ts';

export type ReleaseDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  window: Pick<WindowKeeper, 'contents' | 'onDestroyed'>;
  release: () => void;
}>;

/** After the first checks, or the last answers to a page that is gone, in ms. */
const calmMs = 20_000;

/** Returns the function that ends it. */
export function releaseWhenIdle({ clock, window, release }: ReleaseDeps): () => void {
  const releaseIfHidden = () => {
    // A member may be waiting for the window; its end comes later.
    if (!window.contents()) release();
  };
  let cancel = clock.after(calmMs, releaseIfHidden);
  const stop = window.onDestroyed(() => {
    cancel();
    cancel = clock.after(calmMs, releaseIfHidden);
  });
  return () => {
    cancel();
    stop();
  };
}
