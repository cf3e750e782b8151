/**
 * Notifications of status changes: a click opens the service, or all, and buttons snooze it or open feedback about it.
 * Each leaves the screen when it has nothing more to say.
 */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Route } from '../../shared/route.ts';
import type { Change } from '../../shared/status/notices.ts';
import { rootsOf } from '../../shared/status/notices.ts';
import type { Standing } from '../../shared/status/standing.ts';
import { isOver, isRetold, standingOf } from '../../shared/status/standing.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type {
  NoticeButton,
  Notifications,
  ShownNotice,
} from '../core/notifications/notification.ts';

export type ServiceNoticesDeps = Readonly<{
  t: Translate;
  notifications: Pick<Notifications, 'show'>;
  snooze: (serviceId: string) => void;
  /** Whether the co-op accepts feedback. */
  takesFeedback: () => boolean;
  goTo: (route: Route) => void;
}>;

export type ServiceNotices = Readonly<{
  /** `continues`: takes the place of the one before. */
  show: (text: NoticeText, changes: readonly Change[], continues: boolean) => void;
  /** Call when the services have changed. */
  review: (services: readonly ServiceView[]) => void;
}>;

/** More than a member leaves on the screen; the oldest stay as they are. */
const limit = 50;

export function createServiceNotices(deps: ServiceNoticesDeps): ServiceNotices {
  /** Oldest first. */
  let onScreen: readonly Readonly<{ standing: Standing; notice: ShownNotice }>[] = [];
  /** Returns those that are done with, and forgets them. */
  const drop = (isDone: (standing: Standing, at: number) => boolean) => {
    const done = onScreen.filter(({ standing }, at) => isDone(standing, at));
    onScreen = onScreen.filter((one) => !done.includes(one));
    return done.map(({ notice }) => notice);
  };
  return {
    show: (text, changes, continues) => {
      const last = onScreen.length - 1;
      const done = drop(
        (standing, at) => isRetold(standing, changes) || (continues && at === last),
      );
      const replaces = done.pop();
      for (const notice of done) notice.withdraw();
      const notice = deps.notifications.show(text, { replaces, ...optionsOf(changes, deps) });
      if (changes.length === 0) return;
      onScreen = [...onScreen, { standing: standingOf(changes), notice }].slice(-limit);
    },
    review: (services) => {
      if (onScreen.length === 0) return;
      const views = new Map(services.map((view) => [view.id, view]));
      for (const notice of drop((standing) => isOver(standing, views))) notice.withdraw();
    },
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
