/** Notifications about answers, announcements and reports, deferred while it is quiet; a click opens their page. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { NoticeText } from '../../../shared/wording/sentences.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Route } from '../../../shared/route.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createDeferredQueue } from './deferred.ts';

export type NotificationQueue = Readonly<{
  tell: (told: readonly Told[]) => void;
  dispose: () => void;
}>;

export type NotificationQueueDeps = Readonly<{
  clock: Clock;
  t: Translate;
  policy: Readonly<{ isQuiet: () => boolean; onChange: Emitter<void>['on'] }>;
  show: (text: NoticeText, onClick: () => void) => void;
  goTo: (route: Route) => void;
}>;

export function createNotificationQueue(deps: NotificationQueueDeps): NotificationQueue {
  const { clock, t, policy, goTo } = deps;
  const show = async (told: readonly Told[], wasQuiet: boolean) => {
    const { newsText } = await import('../../../shared/wording/announcements.ts');
    deps.show(newsText(t, told, wasQuiet), () => goTo(routeTo(told)));
  };
  const queue = createDeferredQueue<Told>({
    clock,
    isQuiet: policy.isQuiet,
    show: (told, wasQuiet) => void show(told, wasQuiet),
  });
  policy.onChange(queue.review);
  return { tell: queue.tell, dispose: queue.dispose };
}

/** Where a click on their notification leads. */
export function routeTo([first, ...others]: readonly Told[]): Route {
  if (first?.is === 'report') return { page: 'status', serviceId: first.serviceId };
  if (first?.is === 'announcement') return { page: 'announcements' };
  const itemId = others.length === 0 ? first?.itemId : undefined;
  return { page: 'feedback', answers: { itemId } };
}
