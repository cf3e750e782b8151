/** The settings while the app runs: all of them, as in the file, and those in force by the clock. */
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import { holdingAt, newlyEnded, untouched } from '../../../shared/notification-policy/state.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import { createSettings } from './settings.ts';

export type LiveSettings = Readonly<{
  /** Nothing may be saved before: that would overwrite a file that was never read. */
  isLoaded: () => boolean;
  /** Part of the file was unreadable and is treated as unset. */
  isDamaged: () => boolean;
  /** All settings that have not ended for good. */
  all: () => PolicyState;
  /** Those in force by the clock, whether or not it is right. */
  inForce: () => PolicyState;
  load: () => Promise<void>;
  /** Returns whether anything changed. */
  set: (next: PolicyState) => boolean;
  /** The member has replaced the damaged settings. */
  repair: () => void;
  /** Updates `inForce` to the current time. */
  expire: () => Expired;
  /** Resolves to whether the last change was saved. */
  saved: () => Promise<boolean>;
}>;

export type Expired = Readonly<{
  /** Services with a snooze or an acknowledgement that has just run out. */
  serviceIds: ReadonlySet<string>;
  /** Whether `inForce` has changed. */
  isOther: boolean;
}>;

export function createLiveSettings(
  deps: Readonly<{
    clock: Pick<Clock, 'nowUtcMs'>;
    store: TextStore;
    /** Whether expired settings may be deleted: a briefly wrong clock must not end them. */
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
      // Settings that ran out while the app was closed have yet to expire.
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
      // Setting the clock back puts expired settings into force again.
      const hasBegun = newlyEnded(inForce, before).length > 0;
      const isOther = serviceIds.size > 0 || hasBegun || before.pause !== inForce.pause;
      return { serviceIds, isOther };
    },
    saved: () => saved,
  };
}
