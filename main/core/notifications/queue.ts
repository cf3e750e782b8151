/** Notifications of answers, announcements and reports: in the member's policy, and a click leads there. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Route } from '../../../shared/route.ts';
import type { Notifications } from '../../desktop/notifications.ts';
import type { NewsDesk } from './deferred.ts';
import { createNews } from './deferred.ts';
import type { Clock } from '../../platform/clock.ts';

export type NewsDeskParts = Readonly<{
  clock: Clock;
  t: Translate;
  isQuiet: () => boolean;
  notifications: () => Notifications;
  goTo: (route: Route) => void;
}>;

export function createNewsDesk({ clock, t, isQuiet, ...desktop }: NewsDeskParts): NewsDesk<Told> {
  const show = async (told: readonly Told[], wasQuiet: boolean) => {
    const { newsText } = await import('../../../shared/i18n/announcements.ts');
    const onClick = () => desktop.goTo(routeTo(told));
    desktop.notifications().show(newsText(t, told, wasQuiet), { replaces: false, onClick });
  };
  return createNews({ clock, isQuiet, show: (told, wasQuiet) => void show(told, wasQuiet) });
}

/** Where a click on the notification of all these leads. */
export function routeTo([first, ...others]: readonly Told[]): Route {
  if (first?.is === 'report') return { page: 'status', serviceId: first.serviceId };
  if (first?.is === 'announcement') return { page: 'announcements' };
  const itemId = others.length === 0 ? first?.itemId : undefined;
  return { page: 'feedback', answers: { itemId } };
}
