/** News that is no change of a service, such as an answer: told when it may be, and several close together as one. */
import type { Clock } from '../../platform/clock.ts';

export type NewsDesk<T> = Readonly<{
  tell: (news: readonly T[]) => void;
  /** The quiet may be over. */
  review: () => void;
  dispose: () => void;
}>;

export type NewsParts<T> = Readonly<{
  clock: Clock;
  /** Whether nothing may be told now. */
  isQuiet: () => boolean;
  /** What has come since the last time; `wasQuiet` when some of it had to wait. */
  show: (news: readonly T[], wasQuiet: boolean) => void;
}>;

/** Who reacts mostly writes a word, too; in ms. */
const gatherMs = 5000;
/** The least between two notifications, in ms: what comes within it is one. */
const bundleMs = 30_000;
/** Of a long absence the newest are told; all of it is in the window. */
const newsLimit = 100;

export function createNews<T>({ clock, isQuiet, show }: NewsParts<T>): NewsDesk<T> {
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
    const waitMs = Math.max(gatherMs, shownAtMs + bundleMs - clock.monotonicMs());
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
