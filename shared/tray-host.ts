/**
 * Whether the desktop shows our tray icon, and when to recreate it. The tray may appear late, disappear and return as
 * long as the app runs. Pure; times are monotonic ms.
 */
import { defined } from './defined.ts';

/** What one look at the desktop found. */
export type TrayLook = Readonly<{
  /** Unique bus name of the watcher, which keeps the list of tray items; undefined without one. */
  watcher?: string;
  /** The watcher reports that a host shows its items; false too if it does not say. */
  hosted: boolean;
  /** Whether our item is on the list; undefined if the list cannot be read. */
  listed?: boolean;
  /** A tray of X11's older protocol is present, which needs no list. */
  legacy: boolean;
  /** The bus or the display did not answer, as one that is too busy: there may be a tray, and no signal of it comes. */
  unanswered?: true;
}>;

export type TrayMemory = Readonly<{
  /** Whether the member is shown a tray as available. */
  available: boolean;
  /** An icon has been shown in this run. */
  wasShown: boolean;
  /** Since when there is no icon; undefined while there is one. */
  missingSinceMs?: number;
  /** Since when a host has been present without our item on the list. */
  unlistedSinceMs?: number;
  /**
   * The item was created while a host was present: only then does it register with one. Undefined before the first
   * look.
   */
  madeForHost?: boolean;
  /** How often the item was recreated since it was last on a list, for which watcher, and when. */
  tries: number;
  triedFor?: string;
  triedAtMs?: number;
}>;

export type TrayDecision = Readonly<{
  memory: TrayMemory;
  /** An icon currently leads to the window. */
  shown: boolean;
  /** The item must be recreated. */
  remake: boolean;
  /** When to look again without a signal; undefined if not needed. */
  lookAgainAtMs?: number;
}>;

/** A starting desktop may show its tray after our start: until then, the tray is not reported as missing. */
export const startMs = 4000;
/** A restarting panel is away for some seconds: until then, the tray is not reported as missing. */
const awayMs = 10_000;
/** An announced item is on the list after this. */
const listingMs = 3000;
/** What did not answer may be busy, and a watcher may get a host without a signal: asked again after this. */
const askAgainMs = 60_000;
/** Delays between recreations of the item, while none gets on a list. */
const retryMs = [listingMs, 10_000, 60_000] as const;

/** The item is created at start, before the first look. */
export const initialTray: TrayMemory = {
  available: true,
  wasShown: false,
  tries: 0,
};

export function decideTray(before: TrayMemory, look: TrayLook, nowMs: number): TrayDecision {
  const { item, dueAtMs, remake } = decideItem(before, look, nowMs);
  const shown =
    (look.hosted && look.listed !== false) || (look.legacy && !isForHostOnly(before, look));
  if (shown) {
    const memory = { ...item, available: true, wasShown: true };
    return { memory, shown, remake, ...soonest(dueAtMs) };
  }
  const missingSinceMs = before.missingSinceMs ?? nowMs;
  const graceEndsMs = missingSinceMs + (before.wasShown ? awayMs : startMs);
  // A host that has just appeared gets time to take the icon.
  const unavailableAtMs = Math.max(
    graceEndsMs,
    item.tries <= 1 && dueAtMs !== undefined ? dueAtMs : 0,
  );
  const { available: wasAvailable, wasShown } = before;
  const available = wasAvailable && nowMs < unavailableAtMs;
  const memory = { ...item, available, wasShown, missingSinceMs };
  const isUnsure = look.unanswered || (look.watcher !== undefined && !look.hosted);
  const askAgainAtMs = isUnsure ? nowMs + askAgainMs : undefined;
  const next = soonest(dueAtMs, askAgainAtMs, available ? unavailableAtMs : undefined);
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
  // Without a readable list, an item made for a host is assumed to be on it.
  const isUnregistered = look.hosted
    ? look.listed === false || !madeForHost
    : isForHostOnly(before, look);
  if (!isUnregistered) return { item: { ...tried, madeForHost }, remake: false };

  const unlistedSinceMs = before.unlistedSinceMs ?? nowMs;
  const item = { ...tried, madeForHost, unlistedSinceMs };
  // A watcher that has refused us this often will not accept us; another one may.
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

/** An item made for a host shows nothing without one; only a new one falls back to the older protocol. */
function isForHostOnly({ madeForHost }: TrayMemory, { hosted, legacy }: TrayLook): boolean {
  return madeForHost === true && !hosted && legacy;
}

function soonest(...timesMs: readonly (number | undefined)[]): Pick<TrayDecision, 'lookAgainAtMs'> {
  const known = timesMs.filter((one) => one !== undefined);
  return known.length > 0 ? { lookAgainAtMs: Math.min(...known) } : {};
}
