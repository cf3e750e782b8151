/** Notifications of answers, announcements and reports: deferred while it is quiet, and a click leads there. */
import type { Told } from '../../shared/announcements/told.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Route } from '../../shared/route.ts';
import { createDeferredQueue } from '../core/notifications/deferred.ts';
import type { NotificationPolicy } from '../core/notification-policy/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Navigator } from './navigator.ts';
import type { Notifications } from './notifications.ts';

export type NotificationQueue = Readonly<{
  tell: (told: readonly Told[]) => void;
  dispose: () => void;
}>;

export type NotificationQueueDeps = Readonly<{
  clock: Clock;
  t: Translate;
  policy: Pick<NotificationPolicy, 'isQuiet' | 'onChange'>;
  notifications: Pick<Notifications, 'show'>;
  goTo: Navigator['goTo'];
}>;

export function createNotificationQueue(deps: NotificationQueueDeps): NotificationQueue {
  const { clock, t, policy, notifications, goTo } = deps;
  const show = async (told: readonly Told[], wasQuiet: boolean) => {
    const { newsText } = await import('../../shared/i18n/announcements.ts');
    const onClick = () => goTo(routeTo(told));
    notifications.show(newsText(t, told, wasQuiet), { replaces: false, onClick });
  };
  const queue = createDeferredQueue<Told>({
    clock,
    isQuiet: policy.isQuiet,
    show: (told, wasQuiet) => void show(told, wasQuiet),
  });
  policy.onChange(queue.review);
  return { tell: queue.tell, dispose: queue.dispose };
}

/** Where a click on the notification of all these leads. */
export function routeTo([first, ...others]: readonly Told[]): Route {
  if (first?.is === 'report') return { page: 'status', serviceId: first.serviceId };
  if (first?.is === 'announcement') return { page: 'announcements' };
  const itemId = others.length === 0 ? first?.itemId : undefined;
  return { page: 'feedback', answers: { itemId } };
}
