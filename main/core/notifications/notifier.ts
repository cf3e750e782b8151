/** Turns changes of services into notifications, in the rhythm that `shared/status/notices.ts` rules. */
import type { Change, Confirming, Notice, NoticeState } from '../../../shared/status/notices.ts';
import { addChanges, hasCompany, noNotices, tell, tellBy } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';

export type Notifier = Readonly<{
  update: (changes: readonly Change[], confirming: Confirming) => void;
  dispose: () => void;
}>;

/** Keeps from a member what they do not want to hear now; it tells what it kept by itself, later. */
export type NoticePolicy = Readonly<{
  /** Gives those of the changes that may be told. */
  admit: (changes: readonly Change[]) => readonly Change[];
}>;

export function createNotifier(
  parts: Readonly<{ clock: Clock; policy: NoticePolicy; show: (notice: Notice) => void }>,
): Notifier {
  const { clock } = parts;
  let state: NoticeState = noNotices;
  let confirming: Confirming = { worse: 0, better: 0 };
  let cancel = () => {};

  const flush = () => {
    const company = hasCompany(state, confirming);
    const told = tell(state, clock.nowUtcMs(), company);
    state = told.state;
    cancel();
    if (told.notice) parts.show(told.notice);
    const byUtcMs = tellBy(state, company);
    if (byUtcMs === undefined) return;
    cancel = clock.after(Math.max(0, byUtcMs - clock.nowUtcMs()), flush);
  };

  return {
    update: (changes, nowConfirming) => {
      state = addChanges(state, parts.policy.admit(changes), clock.nowUtcMs());
      confirming = nowConfirming;
      flush();
    },
    dispose: () => cancel(),
  };
}
