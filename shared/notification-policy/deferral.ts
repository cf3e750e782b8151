/**
 * Changes not notified yet, because it is quiet: held by service, and notified as one summary afterwards. Only
 * notifications wait; the window and the tray show every change as it comes. Pure.
 */
import type { Change } from '../status/notices.ts';
import { isCertificateStep, isTold } from '../status/notices.ts';
import type { Verdict } from '../observation/observation.ts';
import type { ServiceView } from '../status/view.ts';
import { isTrouble } from '../observation/trouble.ts';
import type { PolicyState } from './state.ts';
import { newlyEnded } from './state.ts';

export type HeldChange = Readonly<{
  /** From the verdict that the member knew to the current one, skipping those between. */
  change: Change;
  /** The service was in trouble at some point of the quiet period. */
  wasTrouble: boolean;
  /** A certificate came closer to expiry, which is news although the verdict is the same. */
  stepped: boolean;
  /** The member asked for a reminder if the trouble persists. */
  remind: boolean;
}>;

/** By service id. */
export type Held = ReadonlyMap<string, HeldChange>;

/** Adds changes to those held for their services. Changes that would never be notified are not held. */
export function hold(held: Held, changes: readonly Change[]): Held {
  const next = new Map(held);
  for (const change of changes) {
    const before = next.get(change.serviceId);
    if (!before && !isTold(change)) continue;
    next.set(change.serviceId, {
      change: { ...change, from: before?.change.from ?? change.from },
      wasTrouble: isTrouble(change.to) || (before?.wasTrouble ?? false),
      stepped: isCertificateStep(change) || (before?.stepped ?? false),
      remind: before?.remind ?? false,
    });
  }
  return next;
}

/** Snoozes expired: the trouble is notified again if it persists. */
export function remind(held: Held, views: readonly ServiceView[]): Held {
  const next = new Map(held);
  for (const { id, name, lastKnown, verdict: seen } of views) {
    const verdict = lastKnown ?? seen;
    const before = next.get(id) ?? {
      change: { serviceId: id, name, from: verdict, to: verdict },
      wasTrouble: isTrouble(verdict),
      stepped: false,
    };
    next.set(id, { ...before, remind: true });
  }
  return next;
}

/**
 * Leaves out what the member has in front of them while they choose so, and need not be told afterwards: all that is
 * held of a service that they mute, and the first finding since the start of one that they had muted before. What
 * changes while it is muted is still told at the end.
 */
export function withoutKnown(held: Held, before: PolicyState, after: PolicyState): Held {
  const muted = new Set(newlyEnded(after, before));
  const unmuted = new Set(newlyEnded(before, after));
  const isKnown = (id: string, { change: { from } }: HeldChange) =>
    muted.has(id) || (unmuted.has(id) && from === 'unknown');
  return new Map([...held].filter(([id, one]) => !isKnown(id, one)));
}

export type ReleasedChange = Change &
  Readonly<{
    /** Since when the service has its current verdict, ms UTC. */
    sinceUtcMs: number;
    /** Notified before, and notified again as requested. */
    still: boolean;
  }>;

export type QuietSummary = Readonly<{
  /** Changes that still apply, worst first. */
  changes: readonly ReleasedChange[];
  /**
   * Services that were in trouble and recovered meanwhile: mentioned beside other changes, but not worth a
   * notification.
   */
  cameBack: number;
}>;

/** The summary of changes that are held no longer, by the services' current state. */
export function summariseHeld(held: Held, views: ReadonlyMap<string, ServiceView>): QuietSummary {
  const changes: ReleasedChange[] = [];
  let cameBack = 0;
  for (const [id, one] of held) {
    const view = views.get(id);
    const released = view && release(one, view);
    if (released) changes.push(released);
    else if (one.wasTrouble && view?.verdict === 'up') cameBack += 1;
  }
  return { changes: changes.toSorted((a, b) => rank(a.to) - rank(b.to)), cameBack };
}

function release(held: HeldChange, view: ServiceView): ReleasedChange | undefined {
  const { from } = held.change;
  const change: Change = {
    serviceId: view.id,
    name: view.name,
    from,
    to: view.verdict,
    ...(view.reason ? { reason: view.reason } : {}),
    ...(view.instead ? { instead: view.instead.name } : {}),
  };
  const news = isTold(change) && (from !== change.to || held.stepped);
  const still = !news && held.remind && isTrouble(view.verdict);
  return news || still ? { ...change, sinceUtcMs: view.sinceUtcMs, still } : undefined;
}

function rank(verdict: Verdict): number {
  if (verdict === 'down') return 0;
  return verdict === 'degraded' ? 1 : 2;
}
