/** A queue for notifications not about services, such as answers: batches them, and defers them while it is quiet. */
import type { Clock } from '../../platform/clock.ts';

export type DeferredQueue<T> = Readonly<{
  tell: (items: readonly T[]) => void;
  /** Call when it may no longer be quiet. */
  review: () => void;
  dispose: () => void;
}>;

export type DeferredQueueDeps<T> = Readonly<{
  clock: Clock;
  isQuiet: () => boolean;
  /** `wasQuiet`: some of the items were deferred. */
  show: (items: readonly T[], wasQuiet: boolean) => void;
}>;

/** Delay before a notification, in ms: a reaction is usually followed by a message. */
const batchMs = 5000;
/** Minimum time between notifications, in ms. */
const minIntervalMs = 30_000;
/** After a long absence only the newest are shown; the window lists them all. */
const itemLimit = 100;

export function createDeferredQueue<T>(deps: DeferredQueueDeps<T>): DeferredQueue<T> {
  const { clock, isQuiet, show } = deps;
  let waiting: readonly T[] = [];
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let wasQuiet = false;
  let cancel: (() => void) | undefined;

  const flush = () => {
    cancel = undefined;
    if (isQuiet()) {
      wasQuiet = true;
      return;
    }
    const items = waiting;
    const waited = wasQuiet;
    waiting = [];
    wasQuiet = false;
    shownAtMs = clock.monotonicMs();
    show(items, waited);
  };
  const review = () => {
    if (waiting.length === 0 || cancel) return;
    const waitMs = Math.max(batchMs, shownAtMs + minIntervalMs - clock.monotonicMs());
    cancel = clock.after(waitMs, flush);
  };

  return {
    tell: (items) => {
      waiting = [...waiting, ...items].slice(-itemLimit);
      review();
    },
    review,
    dispose: () => cancel?.(),
  };
}
