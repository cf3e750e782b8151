/**
 * Where the member was in the window: its page, how far it was scrolled, and what was open or typed there. Kept in
 * memory only, since the window's renderer is destroyed soon after the window is hidden.
 */
import type { Clock } from '../platform/clock.ts';

export type KeptView = Readonly<{
  /** For a new window: JSON by the names that the page has given. Empty if the member was away for too long. */
  all: () => Readonly<Record<string, string>>;
  /** `json` is undefined if nothing is to be kept under this name any more. */
  keep: (name: string, json: string | undefined) => void;
  /** The member has left the window. */
  leave: () => void;
  forget: () => void;
}>;

/** After this time, in ms, a member who comes back has something else in mind than the page they left. */
const awayLimitMs = 30 * 60_000;
/** Far more than the pages keep; the renderer may not fill the memory of main. */
const namesLimit = 200;

export function createKeptView(clock: Pick<Clock, 'nowUtcMs'>): KeptView {
  const kept = new Map<string, string>();
  let leftAtUtcMs: number | undefined;
  return {
    all: () => {
      const isOld = leftAtUtcMs !== undefined && clock.nowUtcMs() - leftAtUtcMs > awayLimitMs;
      if (isOld) kept.clear();
      leftAtUtcMs = undefined;
      return Object.fromEntries(kept);
    },
    keep: (name, json) => {
      // Again at the end: the newest stay.
      kept.delete(name);
      if (json === undefined) return;
      kept.set(name, json);
      const [oldest] = kept.keys();
      if (kept.size > namesLimit && oldest !== undefined) kept.delete(oldest);
    },
    leave: () => {
      leftAtUtcMs = clock.nowUtcMs();
    },
    forget: () => kept.clear(),
  };
}
