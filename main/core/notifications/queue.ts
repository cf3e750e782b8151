/** Notifications of answers, announcements and reports: deferred while it is quiet, and a click leads there. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { NoticeText } from '../../../shared/i18n/sentences.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { EventName, EventPayload } from '../../../shared/ipc.ts';
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
  goTo: GoTo;
}>;

type GoTo = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export function createNotificationQueue(deps: NotificationQueueDeps): NotificationQueue {
  const { clock, t, policy, goTo } = deps;
  const show = async (told: readonly Told[], wasQuiet: boolean) => {
    const { newsText } = await import('../../../shared/i18n/announcements.ts');
    deps.show(newsText(t, told, wasQuiet), () => open(goTo, told));
  };
  const queue = createDeferredQueue<Told>({
    clock,
    isQuiet: policy.isQuiet,
    show: (told, wasQuiet) => void show(told, wasQuiet),
  });
  policy.onChange(queue.review);
  return { tell: queue.tell, dispose: queue.dispose };
}

function open(goTo: GoTo, [first, ...others]: readonly Told[]): void {
  if (first?.is === 'report') return goTo('showService', { serviceId: first.serviceId });
  if (first?.is === 'announcement') return goTo('showNews', {});
  const itemId = others.length === 0 ? first?.itemId : undefined;
  return goTo('showAnswers', itemId === undefined ? {} : { itemId });
}
