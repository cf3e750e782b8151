/** Changes that wait until they may be told, then become one summary; the rules are in `shared/notification-policy`. */
import { hold, remind } from '../../../shared/notification-policy/deferral.ts';
import type { QuietSummary } from '../../../shared/notification-policy/deferral.ts';
import type { Waiting } from '../../../shared/notification-policy/release.ts';
import { releaseHeld, settleMs } from '../../../shared/notification-policy/release.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';

export type HeldChanges = Readonly<{
  has: (serviceId: string) => boolean;
  hold: (changes: readonly Change[]) => void;
  /** The member asked to be told again of these services if they are still in trouble. */
  remind: (services: readonly ServiceView[]) => void;
  /** While all is quiet: what is being released waits from the beginning. */
  keep: () => void;
  /** `isFree`: whether the changes of a service may be told now. */
  release: (isFree: (serviceId: string) => boolean, nowUtcMs: number) => QuietSummary | undefined;
  /** When the release no longer waits for services that are being checked, ms UTC. */
  dueUtcMs: () => number | undefined;
}>;

/** `views`: how the services are now. */
export function createHeldChanges(views: () => readonly ServiceView[]): HeldChanges {
  let waiting: Waiting = { held: new Map() };
  return {
    has: (serviceId) => waiting.held.has(serviceId),
    hold: (changes) => (waiting = { ...waiting, held: hold(waiting.held, changes) }),
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
