/** Changes that are held, then released as one summary; the rules are in `shared/notification-policy`. */
import { hold, remind, withoutKnown } from '../../../shared/notification-policy/deferral.ts';
import type { QuietSummary } from '../../../shared/notification-policy/deferral.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import type { Waiting } from '../../../shared/notification-policy/release.ts';
import { releaseHeld, settleMs } from '../../../shared/notification-policy/release.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';

export type HeldChanges = Readonly<{
  has: (serviceId: string) => boolean;
  hold: (changes: readonly Change[]) => void;
  /** Call when the member has muted services, or ended a mute: what they know by that is not announced. */
  forgetKnown: (before: PolicyState, after: PolicyState) => void;
  /** Announces these services again if they are still in trouble, as the member requested. */
  remind: (services: readonly ServiceView[]) => void;
  /** Call while all is quiet: resets the wait of a release in progress. */
  keep: () => void;
  /** `isFree`: whether the changes of a service may be announced now. */
  release: (isFree: (serviceId: string) => boolean, nowUtcMs: number) => QuietSummary | undefined;
  /** When the release no longer waits for services that are being checked, ms UTC. */
  dueUtcMs: () => number | undefined;
}>;

/** `views`: the current views of all services. */
export function createHeldChanges(views: () => readonly ServiceView[]): HeldChanges {
  let waiting: Waiting = { held: new Map() };
  return {
    has: (serviceId) => waiting.held.has(serviceId),
    hold: (changes) => (waiting = { ...waiting, held: hold(waiting.held, changes) }),
    forgetKnown: (before, after) =>
      (waiting = { ...waiting, held: withoutKnown(waiting.held, before, after) }),
    remind: (services) => (waiting = { ...waiting, held: remind(waiting.held, services) }),
    keep: () => (waiting = { held: waiting.held }),
    release: (isFree, nowUtcMs) => {
      if (waiting.held.size === 0) return undefined;
      const released = releaseHeld(waiting, views(), isFree, nowUtcMs);
      waiting = released.waiting;
      return released.summary;
    },
    dueUtcMs: () => (waiting.sinceUtcMs === undefined ? undefined : waiting.sinceUtcMs + settleMs),
  };
}
