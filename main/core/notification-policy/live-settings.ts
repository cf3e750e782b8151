/** A member's settings while the app runs: all of them, as the file has them, and those in force by the clock. */
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import { holdingAt, newlyEnded, untouched } from '../../../shared/notification-policy/state.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import { createSettings } from './settings.ts';

export type LiveSettings = Readonly<{
  /** Until they are loaded nothing may be saved: it would overwrite a file that was never read. */
  isLoaded: () => boolean;
  /** Part of the file could not be read and is as if it had never been set. */
  isDamaged: () => boolean;
  /** All that the member asked for and that has not ended for good. */
  all: () => PolicyState;
  /** What of it is in force by the clock, whether or not that is right. */
  inForce: () => PolicyState;
  load: () => Promise<void>;
  /** Returns whether anything changed. */
  set: (next: PolicyState) => boolean;
  /** The member has set anew what was damaged. */
  repair: () => void;
  /** Brings what is in force up to the clock. */
  expire: () => Expired;
  /** Resolves to whether the disk has the last that was set. */
  saved: () => Promise<boolean>;
}>;

export type Expired = Readonly<{
  /** Services with a snooze or an acknowledgement that has just run out. */
  serviceIds: ReadonlySet<string>;
  /** Whether anything else is in force than before. */
  isOther: boolean;
}>;

export function createLiveSettings(
  deps: Readonly<{
    clock: Pick<Clock, 'nowUtcMs'>;
    store: TextStore;
    /** Whether what is over may be forgotten: a clock that is wrong for a moment must not end what was asked for. */
    isClockProven: () => boolean;
  }>,
): LiveSettings {
  const { clock, isClockProven } = deps;
  const settings = createSettings(deps.store);
  let file: 'unread' | 'whole' | 'damaged' = 'unread';
  let all = untouched;
  let inForce = untouched;
  let saved = Promise.resolve(true);

  const save = (next: PolicyState) => {
    all = next;
    saved = settings.save(next);
  };

  return {
    isLoaded: () => file !== 'unread',
    isDamaged: () => file === 'damaged',
    all: () => all,
    inForce: () => inForce,
    load: async () => {
      const loaded = await settings.load();
      file = loaded.damaged ? 'damaged' : 'whole';
      all = loaded.state;
      // What ran out while the app was closed is still to expire.
      inForce = all;
    },
    set: (next) => {
      if (next === all) return false;
      save(next);
      inForce = holdingAt(next, clock.nowUtcMs());
      return true;
    },
    repair: () => {
      if (file === 'damaged') file = 'whole';
    },
    expire: () => {
      const before = inForce;
      inForce = holdingAt(all, clock.nowUtcMs());
      if (inForce !== all && isClockProven()) save(inForce);
      const serviceIds = new Set(newlyEnded(before, inForce));
      // A clock that was set back brings what had run out into force again.
      const hasBegun = newlyEnded(inForce, before).length > 0;
      const isOther = serviceIds.size > 0 || hasBegun || before.pause !== inForce.pause;
      return { serviceIds, isOther };
    },
    saved: () => saved,
  };
}
