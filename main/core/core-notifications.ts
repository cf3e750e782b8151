/** Notifications from the core: status changes, the summary after quiet, and a wrong clock. */
import { isQuiet } from '../../shared/notification-policy/state.ts';
import { quietSummaryText } from '../../shared/wording/notification-policy.ts';
import type { Standing } from '../../shared/standing.ts';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import { noticeText } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Change } from '../../shared/status/notices.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConnectivityMonitor } from '../platform/connectivity.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { NotificationPolicy } from './notification-policy/index.ts';
import type { Monitor } from './status/monitor.ts';
import { createClockWarning } from './notifications/clock-warning.ts';
import { createNotifier } from './notifications/notifier.ts';

export type CoreNotification = Readonly<{
  text: NoticeText;
  /** Empty if it is not about services. */
  changes: readonly Change[];
  /** Replaces the previous notification about services. */
  replaces: boolean;
  /** Of one that is not about services. */
  standing?: Standing;
}>;

export type CoreNotifications = Readonly<{
  onNotification: Emitter<CoreNotification>['on'];
  /** Passes new changes through the notification policy. */
  update: (changes: readonly Change[]) => void;
  /** Call when connectivity has changed, and with it what is known of the clock. */
  reviewClock: () => void;
  dispose: () => void;
}>;

export type CoreNotificationsDeps = Readonly<{
  clock: Clock;
  t: Translate;
  times: Times;
  connectivity: Pick<ConnectivityMonitor, 'current'>;
  monitor: Pick<Monitor, 'state' | 'explain'>;
  policy: Pick<NotificationPolicy, 'admit' | 'isQuiet' | 'onChange' | 'onSummary' | 'state'>;
  /** Whether the document has an emergency card, which says where members meet when everything is down. */
  hasEmergencyCard: () => boolean;
}>;

export function createCoreNotifications(deps: CoreNotificationsDeps): CoreNotifications {
  const { clock, t, times, monitor, policy } = deps;
  const notifications = createEmitter<CoreNotification>();
  const notifier = createNotifier({
    clock,
    policy,
    show: ({ changes: announced, replaces }) => {
      const changes = monitor.explain(announced);
      const text = noticeText(t, times, changes, { card: deps.hasEmergencyCard() });
      notifications.emit({ text, changes, replaces });
    },
  });
  const clockWarning = createClockWarning({
    t,
    times,
    connectivity: deps.connectivity.current,
    isQuiet: policy.isQuiet,
    show: (text, standing) => notifications.emit({ text, changes: [], replaces: false, standing }),
  });
  policy.onChange(() => {
    notifier.forgetMuted((serviceId) => isQuiet(policy.state(), serviceId));
    clockWarning.review();
  });
  policy.onSummary((summary) => {
    const text = quietSummaryText(t, times, summary, clock.nowUtcMs());
    notifications.emit({ text, changes: summary.changes, replaces: false });
  });
  return {
    onNotification: notifications.on,
    update: (changes) => notifier.update(changes, monitor.state().confirming),
    reviewClock: clockWarning.review,
    dispose: () => {
      notifier.dispose();
      notifications.clear();
    },
  };
}
