/** Notifications of answers, announcements and reports: in the member's policy, and a click leads there. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { EventName, EventPayload } from '../../../shared/ipc.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Notifications } from './notification.ts';
import type { NewsDesk } from './deferred.ts';
import { createNews } from './deferred.ts';
import type { Clock } from '../../platform/clock.ts';

export type NewsDeskParts = Readonly<{
  clock: Clock;
  t: Translate;
  isQuiet: () => boolean;
  notifications: () => Notifications;
  /** Shows the window, and tells it what to show. */
  goTo: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}>;

export function createNewsDesk({ clock, t, isQuiet, ...desktop }: NewsDeskParts): NewsDesk<Told> {
  const open = ([first, ...others]: readonly Told[]) => {
    if (first?.is === 'report') {
      return desktop.goTo('showService', { serviceId: first.serviceId });
    }
    if (first?.is === 'announcement') return desktop.goTo('showNews', {});
    const itemId = others.length === 0 ? first?.itemId : undefined;
    return desktop.goTo('showAnswers', itemId === undefined ? {} : { itemId });
  };
  const show = async (told: readonly Told[], wasQuiet: boolean) => {
    const { newsText } = await import('../../../shared/wording/announcements.ts');
    const onClick = () => open(told);
    desktop.notifications().show(newsText(t, told, wasQuiet), { replaces: false, onClick });
  };
  return createNews({ clock, isQuiet, show: (told, wasQuiet) => void show(told, wasQuiet) });
}
