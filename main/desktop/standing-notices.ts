/**
 * Takes notifications off the screen once they have nothing more to say: what they stand for is over, or a new one tells
 * all of it. The rules for each kind are given with it.
 */
import type { Standing } from '../../shared/standing.ts';
import { isRetold } from '../../shared/standing.ts';
import type { Notifications, ShownNotice } from '../core/notifications/notification.ts';

export type StandingNotices = Notifications &
  Readonly<{
    /** Call when the state of the app has changed. */
    review: () => void;
  }>;

/** More than a member leaves on the screen; the oldest stay as they are. */
const limit = 50;

export function createStandingNotices({ show, dispose }: Notifications): StandingNotices {
  /** Oldest first. */
  let onScreen: readonly Readonly<{ notice: ShownNotice; standing: Standing }>[] = [];
  /** Returns those that are done with, and forgets them. */
  const drop = (isDone: (standing: Standing, notice: ShownNotice) => boolean) => {
    const done = onScreen.filter(({ standing, notice }) => isDone(standing, notice));
    onScreen = onScreen.filter((one) => !done.includes(one));
    return done.map(({ notice }) => notice);
  };
  return {
    show: (text, options) => {
      const { standing, replaces } = options;
      const done = drop(
        (one, notice) => notice === replaces || (standing !== undefined && isRetold(one, standing)),
      );
      const place = replaces ?? done.at(-1);
      for (const notice of done) if (notice !== place) notice.withdraw();
      const notice = show(text, { ...options, replaces: place });
      if (standing) onScreen = [...onScreen, { notice, standing }].slice(-limit);
      return notice;
    },
    review: () => {
      for (const notice of drop(({ isOver }) => isOver())) notice.withdraw();
    },
    dispose,
  };
}
