/** Which of our notifications the server shows, or keeps in its list of past ones, by the server's ids. */
import type { Notice } from './notice-queue.ts';

export type Screen = Readonly<{
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

export function createScreen(close: (id: number) => void): Screen {
  const shown = new Map<number, Notice>();
  const idOf = (notice: Notice) => {
    for (const [id, one] of shown) if (one === notice) return id;
    return undefined;
  };
  const remove = (id: number) => {
    shown.delete(id);
    close(id);
  };
  return {
    get: (id) => shown.get(id),
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
      if (!expired) shown.delete(id);
    },
    forget: () => shown.clear(),
    clear: () => {
      for (const id of shown.keys()) remove(id);
    },
  };
}
