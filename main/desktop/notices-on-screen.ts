/** Which of our notifications the server shows, or keeps in its list of past ones, by the server's ids. */
import type { Clock } from '../platform/clock.ts';
import type { Notice } from './notice-queue.ts';

export type Screen = Readonly<{
  /** The one whose action may be invoked now. */
  get: (id: number) => Notice | undefined;
  idOf: (notice: Notice) => number | undefined;
  /** The server has shown it, in the place of `before`; it closes it at once if it is over meanwhile. */
  put: (id: number, notice: Notice, before: number | undefined) => void;
  /** Closes it, if it is there. */
  take: (notice: Notice) => void;
  /** Closes the one with this id. */
  remove: (id: number) => void;
  /** The server has closed it; if `expired`, it may still be in a list. */
  leave: (id: number, expired: boolean) => void;
  /** Forgets all, without closing any. */
  forget: () => void;
  /** Closes all. */
  clear: () => void;
}>;

/** More than any list of past notifications shows at once. */
const limit = 50;

/**
 * Some servers close a notification that is clicked, and only then say that it was
 * (https://github.com/awesomeWM/awesome/issues/3836). In ms; nobody clicks two within it.
 */
const clickMs = 1000;

export function createScreen(
  clock: Pick<Clock, 'monotonicMs'>,
  close: (id: number) => void,
): Screen {
  const shown = new Map<number, Notice>();
  let left: Readonly<{ id: number; notice: Notice; atMs: number }> | undefined;
  const idOf = (notice: Notice) => {
    for (const [id, one] of shown) if (one === notice) return id;
    return undefined;
  };
  const remove = (id: number) => {
    left = undefined;
    if (shown.delete(id)) close(id);
  };
  const justLeft = (id: number) =>
    left?.id === id && clock.monotonicMs() - left.atMs <= clickMs ? left.notice : undefined;
  return {
    get: (id) => shown.get(id) ?? justLeft(id),
    idOf,
    put: (id, notice, before) => {
      // Some servers give a new id, and it is not said that the old one is gone.
      if (before !== undefined && before !== id && shown.has(before)) remove(before);
      // Again at the end: the newest stay.
      shown.delete(id);
      shown.set(id, notice);
      const [oldest] = shown.keys();
      if (shown.size > limit && oldest !== undefined) shown.delete(oldest);
      if (notice.isOver) remove(id);
    },
    take: (notice) => {
      const id = idOf(notice);
      if (id !== undefined) remove(id);
    },
    remove,
    leave: (id, expired) => {
      const notice = shown.get(id);
      if (expired || !notice) return;
      shown.delete(id);
      left = { id, notice, atMs: clock.monotonicMs() };
    },
    forget: () => {
      left = undefined;
      shown.clear();
    },
    clear: () => {
      for (const id of shown.keys()) remove(id);
    },
  };
}
