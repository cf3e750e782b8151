/** Turns status changes into notifications; the timing rules are in `shared/status/notices.ts`. */
import type { Change, Confirming, Notice, NoticeState } from '../../../shared/status/notices.ts';
import {
  addChanges,
  hasCompany,
  noNotices,
  tell,
  tellBy,
  withoutMuted,
} from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';

export type Notifier = Readonly<{
  update: (changes: readonly Change[], confirming: Confirming) => void;
  /** Call when the member may have muted a service: what waits of it is not announced. */
  forgetMuted: (isMuted: (serviceId: string) => boolean) => void;
  dispose: () => void;
}>;

export type NotifierDeps = Readonly<{
  clock: Clock;
  policy: Readonly<{
    /** Returns the changes that may be announced now. */
    admit: (changes: readonly Change[]) => readonly Change[];
  }>;
  show: (notice: Notice) => void;
}>;

export function createNotifier({ clock, policy, show }: NotifierDeps): Notifier {
  let state: NoticeState = noNotices;
  let confirming: Confirming = { worse: 0, better: 0 };
  let cancel = () => {};

  const flush = () => {
    const company = hasCompany(state, confirming);
    const next = tell(state, clock.nowUtcMs(), company);
    state = next.state;
    cancel();
    if (next.notice) show(next.notice);
    const byUtcMs = tellBy(state, company);
    if (byUtcMs === undefined) return;
    cancel = clock.after(Math.max(0, byUtcMs - clock.nowUtcMs()), flush);
  };

  return {
    update: (changes, nowConfirming) => {
      // First, because it may end mutes, which changes the state.
      const admitted = policy.admit(changes);
      state = addChanges(state, admitted, clock.nowUtcMs());
      confirming = nowConfirming;
      flush();
    },
    forgetMuted: (isMuted) => (state = withoutMuted(state, isMuted)),
    dispose: () => cancel(),
  };
}
