/**
 * Changes that are not told yet, because it is quiet: kept by service, and told as one summary once it no longer is.
 * Only notifications wait; the window and the tray show every change as it comes. Pure.
 */
import type { Change } from '../status/notices.ts';
import { isCertificateStep, isTold } from '../status/notices.ts';
import type { Verdict } from '../observation/observation.ts';
import type { ServiceView } from '../status/view.ts';
import { isTrouble } from '../observation/trouble.ts';

export type HeldChange = Readonly<{
  /** From what the member knew to what is, through whatever was between. */
  change: Change;
  /** In trouble at some moment of the quiet. */
  wasTrouble: boolean;
  /** A certificate came nearer to its end, which is news although the verdict stayed. */
  stepped: boolean;
  /** The member asked to be told again if the trouble still stands. */
  remind: boolean;
}>;

/** By the id of the service. */
export type Held = ReadonlyMap<string, HeldChange>;

/** Adds changes to what was held of their services before. What nobody would be told is not held either. */
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

/** Snoozes ran out: the trouble is told again if it still stands. */
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

export type ReleasedChange = Change &
  Readonly<{
    /** Since when it is as it is, ms UTC. */
    sinceUtcMs: number;
    /** Told before, and told again as it was asked for. */
    still: boolean;
  }>;

export type QuietSummary = Readonly<{
  /** What has changed and still stands, worst first. */
  changes: readonly ReleasedChange[];
  /** Services that were in trouble and came back meanwhile: worth a word beside the others, not a notification. */
  cameBack: number;
}>;

/** What there is to tell of changes that are held no longer, going by how the services are now. */
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
