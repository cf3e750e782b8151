/** Notifications of what changed of services: a click leads there, and buttons put it off or lead to feedback on it. */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Route } from '../../shared/route.ts';
import type { Change } from '../../shared/status/notices.ts';
import { rootsOf } from '../../shared/status/notices.ts';
import type { NoticeButton } from '../core/notifications/notification.ts';
import type { Notifications } from '../core/notifications/notification.ts';

export type ServiceNoticesParts = Readonly<{
  t: Translate;
  notifications: Pick<Notifications, 'show'>;
  snooze: (serviceId: string) => void;
  /** Whether the co-op takes feedback. */
  takesFeedback: () => boolean;
  goTo: (route: Route) => void;
  /** Shows the window where it was. */
  open: () => void;
}>;

export type Notify = (text: NoticeText, changes: readonly Change[], replaces: boolean) => void;

export function createServiceNotices(parts: ServiceNoticesParts): Notify {
  return (text, changes, replaces) => {
    const [first, second] = rootsOf(changes);
    const only = second ? undefined : first;
    parts.notifications.show(text, {
      replaces,
      onClick: () =>
        only ? parts.goTo({ page: 'status', serviceId: only.serviceId }) : parts.open(),
      buttons: only && only.to !== 'up' ? buttonsFor(only, parts) : [],
    });
  };
}

function buttonsFor({ serviceId }: Change, parts: ServiceNoticesParts): readonly NoticeButton[] {
  const { t, snooze, goTo } = parts;
  const later = { label: t('policy.snooze.1h'), onClick: () => snooze(serviceId) };
  if (!parts.takesFeedback()) return [later];
  const onClick = () => goTo({ page: 'feedback', aboutServiceId: serviceId });
  return [later, { label: t('feedback.give'), onClick }];
}
