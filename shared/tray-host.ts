/**
 * Whether the desktop shows our tray icon, and when it has to be made anew. A look is one answer of the desktop; it may
 * come at any time, and the tray may come late, go and come again as long as the app runs. Pure; times are monotonic ms.
 */
import { defined } from './defined.ts';

/** What one look at the desktop has found. */
export type TrayLook = Readonly<{
  /** Who keeps the list of tray items, by its unique name on the bus; undefined where nobody does. */
  watcher?: string;
  /** The watcher says that somebody shows the items of its list; false too where it says nothing. */
  hosted: boolean;
  /** Whether our item is on the list; undefined where the list cannot be read. */
  listed?: boolean;
  /** Something takes icons by X11's older protocol, which needs no list. */
  legacy: boolean;
}>;

export type TrayMemory = Readonly<{
  /** What the member is told. */
  available: boolean;
  /** An icon of this run has been shown. */
  wasShown: boolean;
  /** Since when there is no icon; undefined while there is one. */
  missingSinceMs?: number;
  /** Since when there is a place for our item, and it has not taken it. */
  unlistedSinceMs?: number;
  /** The item was made while a host was there: only then it speaks to one. Undefined before the first look. */
  madeForHost?: boolean;
  /** How often the item was made anew since it was last on a list, for whom, and when. */
  tries: number;
  triedFor?: string;
  triedAtMs?: number;
}>;

export type TrayDecision = Readonly<{
  memory: TrayMemory;
  /** At this moment an icon leads to the window. */
  shown: boolean;
  /** The item has to be made anew. */
  remake: boolean;
  /** When to look again though nothing announces itself; undefined when there is no need. */
  lookAgainAtMs?: number;
}>;

/** A desktop that starts may show its tray after us: so long it is not said that there is none. */
export const startMs = 4000;
/** A panel that restarts is away for some seconds, and nothing has to be said of it. */
export const awayMs = 10_000;
/** An item that was announced is on the list after this. */
export const listingMs = 3000;
/** A watcher without a host may be busy, or get one and tell nobody: so often it is asked again. */
export const askAgainMs = 60_000;
/** From one making of the item to the next, while none gets on a list. */
const retryMs = [listingMs, 10_000, 60_000] as const;

/** The item was made at the start, before anybody looked. */
export const initialTray: TrayMemory = {
  available: true,
  wasShown: false,
  tries: 0,
};

/** What follows from a look at the moment `nowMs`. */
export function decideTray(before: TrayMemory, look: TrayLook, nowMs: number): TrayDecision {
  const { item, dueAtMs, remake } = decideItem(before, look, nowMs);
  const shown =
    (look.hosted && look.listed !== false) || (look.legacy && !isForHostOnly(before, look));
  if (shown) {
    const memory = { ...item, available: true, wasShown: true };
    return { memory, shown, remake, ...soonest(dueAtMs) };
  }
  const missingSinceMs = before.missingSinceMs ?? nowMs;
  const patienceMs = missingSinceMs + (before.wasShown ? awayMs : startMs);
  // A host that has just come is given the time to take the icon.
  const toldAtMs = Math.max(patienceMs, item.tries <= 1 && dueAtMs !== undefined ? dueAtMs : 0);
  const { available: wasTold, wasShown } = before;
  const available = wasTold && nowMs < toldAtMs;
  const memory = { ...item, available, wasShown, missingSinceMs };
  const askAgainAtMs = look.watcher !== undefined && !look.hosted ? nowMs + askAgainMs : undefined;
  const next = soonest(dueAtMs, askAgainAtMs, available ? toldAtMs : undefined);
  return { memory, shown, remake, ...next };
}

type Item = Omit<TrayMemory, 'available' | 'wasShown' | 'missingSinceMs'>;

function decideItem(
  before: TrayMemory,
  look: TrayLook,
  nowMs: number,
): Readonly<{ item: Item; dueAtMs?: number; remake: boolean }> {
  const { tries, triedAtMs, triedFor, madeForHost = look.hosted } = before;
  const tried = {
    tries,
    ...defined({ triedAtMs, triedFor }),
  };
  if (look.hosted && look.listed) return { item: { tries: 0, madeForHost: true }, remake: false };
  // Where the list is silent, an item that was made for a host is believed to be on it.
  const isOwed = look.hosted ? look.listed === false || !madeForHost : isForHostOnly(before, look);
  if (!isOwed) return { item: { ...tried, madeForHost }, remake: false };

  const unlistedSinceMs = before.unlistedSinceMs ?? nowMs;
  const item = { ...tried, madeForHost, unlistedSinceMs };
  // A watcher that has refused us as often as this refuses us for good; another one may not.
  if (tries >= retryMs.length && triedFor === look.watcher) return { item, remake: false };
  const waitMs = retryMs[Math.min(tries, retryMs.length - 1)] ?? listingMs;
  const dueAtMs = Math.max(
    unlistedSinceMs + listingMs,
    (triedAtMs ?? Number.NEGATIVE_INFINITY) + waitMs,
  );
  if (nowMs < dueAtMs) return { item, dueAtMs, remake: false };
  const again: Item = {
    tries: tries + 1,
    triedAtMs: nowMs,
    ...(look.watcher === undefined ? {} : { triedFor: look.watcher }),
    madeForHost: look.hosted,
    unlistedSinceMs: nowMs,
  };
  return { item: again, dueAtMs: nowMs + listingMs, remake: true };
}

/** An item that speaks to a host falls silent without one; only a new one falls back to the older protocol. */
function isForHostOnly({ madeForHost }: TrayMemory, { hosted, legacy }: TrayLook): boolean {
  return madeForHost === true && !hosted && legacy;
}

function soonest(...timesMs: readonly (number | undefined)[]): Pick<TrayDecision, 'lookAgainAtMs'> {
  const known = timesMs.filter((one) => one !== undefined);
  return known.length > 0 ? { lookAgainAtMs: Math.min(...known) } : {};
}
