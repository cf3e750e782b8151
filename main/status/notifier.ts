/** Turns changes of services into notifications, in the rhythm that `shared/status/notices.ts` rules. */
import type { Change, Notice, NoticeState } from '../../shared/status/notices.ts';
import { addChanges, noNotices, tell, tellBy } from '../../shared/status/notices.ts';
import type { Clock } from '../platform/clock.ts';

export type Notifier = Readonly<{
  /** `confirming`: services on their way down that are not down yet. */
  update: (changes: readonly Change[], confirming: number) => void;
  dispose: () => void;
}>;

export function createNotifier(
  parts: Readonly<{ clock: Clock; show: (notice: Notice) => void }>,
): Notifier {
  const { clock } = parts;
  let state: NoticeState = noNotices;
  let cancel = () => {};

  const flush = (othersConfirming: boolean) => {
    const told = tell(state, clock.nowUtcMs(), othersConfirming);
    state = told.state;
    cancel();
    if (told.notice) parts.show(told.notice);
    const byUtcMs = tellBy(state);
    if (byUtcMs === undefined) return;
    cancel = clock.after(Math.max(0, byUtcMs - clock.nowUtcMs()), () => flush(false));
  };

  return {
    update: (changes, confirming) => {
      state = addChanges(state, changes, clock.nowUtcMs());
      flush(confirming > 0);
    },
    dispose: () => cancel(),
  };
}
