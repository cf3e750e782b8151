/**
 * Notifications of status changes: a click opens the service, or all, and buttons snooze it or open feedback about it.
 */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Route } from '../../shared/route.ts';
import type { Change } from '../../shared/status/notices.ts';
import { rootsOf } from '../../shared/status/notices.ts';
import { standingOf } from '../../shared/status/standing.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type {
  NoticeButton,
  Notifications,
  ShownNotice,
} from '../core/notifications/notification.ts';

export type ServiceNoticesDeps = Readonly<{
  t: Translate;
  notifications: Pick<Notifications, 'show'>;
  viewOf: (serviceId: string) => ServiceView | undefined;
  snooze: (serviceId: string) => void;
  /** Whether the co-op accepts feedback. */
  takesFeedback: () => boolean;
  goTo: (route: Route) => void;
}>;

/** `continues`: takes the place of the one before. */
export type ShowServiceNotice = (
  text: NoticeText,
  changes: readonly Change[],
  continues: boolean,
) => void;

export function createServiceNotices(deps: ServiceNoticesDeps): ShowServiceNotice {
  let last: ShownNotice | undefined;
  return (text, changes, continues) => {
    last = deps.notifications.show(text, {
      ...optionsOf(changes, deps),
      replaces: continues ? last : undefined,
      standing: standingOf(changes, deps.viewOf),
    });
  };
}

function optionsOf(changes: readonly Change[], deps: ServiceNoticesDeps) {
  const [first, second] = rootsOf(changes);
  const only = second ? undefined : first;
  return {
    onClick: () =>
      deps.goTo(only ? { page: 'status', serviceId: only.serviceId } : { page: 'status' }),
    clickLabel: deps.t('status.details'),
    buttons: only && only.to !== 'up' ? buttonsFor(only, deps) : [],
  };
}

function buttonsFor({ serviceId }: Change, deps: ServiceNoticesDeps): readonly NoticeButton[] {
  const { t, snooze, goTo } = deps;
  const later = { label: t('policy.snooze.1h'), onClick: () => snooze(serviceId) };
  if (!deps.takesFeedback()) return [later];
  const onClick = () => goTo({ page: 'feedback', aboutServiceId: serviceId });
  return [later, { label: t('feedback.give'), onClick }];
}
