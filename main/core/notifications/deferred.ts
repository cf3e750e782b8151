/** Notifications of other things than services, such as answers: several close together become one, and quiet defers them. */
import type { Clock } from '../../platform/clock.ts';

export type DeferredQueue<T> = Readonly<{
  tell: (news: readonly T[]) => void;
  /** It may no longer be quiet. */
  review: () => void;
  dispose: () => void;
}>;

export type DeferredQueueDeps<T> = Readonly<{
  clock: Clock;
  isQuiet: () => boolean;
  /** What has come since the last time; `wasQuiet` if some of it had to wait. */
  show: (news: readonly T[], wasQuiet: boolean) => void;
}>;

/** A reaction is mostly followed by a message; in ms. */
const batchMs = 5000;
/** The shortest time between two notifications, in ms: what comes meanwhile becomes one. */
const minIntervalMs = 30_000;
/** After a long absence only the newest are told; the window has them all. */
const newsLimit = 100;

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
    const news = waiting;
    const waited = wasQuiet;
    waiting = [];
    wasQuiet = false;
    shownAtMs = clock.monotonicMs();
    show(news, waited);
  };
  const review = () => {
    if (waiting.length === 0 || cancel) return;
    const waitMs = Math.max(batchMs, shownAtMs + minIntervalMs - clock.monotonicMs());
    cancel = clock.after(waitMs, flush);
  };

  return {
    tell: (news) => {
      waiting = [...waiting, ...news].slice(-newsLimit);
      review();
    },
    review,
    dispose: () => cancel?.(),
  };
}
