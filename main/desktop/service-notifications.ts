/** Notifications of status changes: a click opens the service, or all, and buttons snooze it or open feedback about it. */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Route } from '../../shared/route.ts';
import type { Change } from '../../shared/status/notices.ts';
import { rootsOf } from '../../shared/status/notices.ts';
import type { NoticeButton, Notifications } from '../core/notifications/notification.ts';

export type ServiceNoticesDeps = Readonly<{
  t: Translate;
  notifications: Pick<Notifications, 'show'>;
  snooze: (serviceId: string) => void;
  /** Whether the co-op accepts feedback. */
  takesFeedback: () => boolean;
  goTo: (route: Route) => void;
}>;

export type Notify = (text: NoticeText, changes: readonly Change[], replaces: boolean) => void;

export function createServiceNotices(deps: ServiceNoticesDeps): Notify {
  return (text, changes, replaces) => {
    const [first, second] = rootsOf(changes);
    const only = second ? undefined : first;
    deps.notifications.show(text, {
      replaces,
      onClick: () =>
        deps.goTo(only ? { page: 'status', serviceId: only.serviceId } : { page: 'status' }),
      buttons: only && only.to !== 'up' ? buttonsFor(only, deps) : [],
    });
  };
}

function buttonsFor({ serviceId }: Change, deps: ServiceNoticesDeps): readonly NoticeButton[] {
  const { t, snooze, goTo } = deps;
  const later = { label: t('policy.snooze.1h'), onClick: () => snooze(serviceId) };
  if (!deps.takesFeedback()) return [later];
  const onClick = () => goTo({ page: 'feedback', aboutServiceId: serviceId });
  return [later, { label: t('feedback.give'), onClick }];
}
