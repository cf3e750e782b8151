/** Notifications of what changed of services: a click leads there, and a button puts it off. */
import type { NoticeText } from '../shared/i18n/sentences.ts';
import type { Translate } from '../shared/i18n/translator.ts';
import type { Change } from '../shared/status/notices.ts';
import { rootsOf } from '../shared/status/notices.ts';
import type { Notifications } from './desktop/notifications.ts';

export type ServiceNoticesParts = Readonly<{
  t: Translate;
  notifications: () => Notifications;
  snooze: (serviceId: string) => void;
  openService: (serviceId: string) => void;
  open: () => void;
}>;

export type Notify = (text: NoticeText, changes: readonly Change[], replaces: boolean) => void;

export function createServiceNotices(parts: ServiceNoticesParts): Notify {
  return (text, changes, replaces) => {
    const [first, second] = rootsOf(changes);
    const only = second ? undefined : first;
    const label = parts.t('peace.snooze.1h');
    const button = only && { label, onClick: () => parts.snooze(only.serviceId) };
    parts.notifications().show(text, {
      replaces,
      onClick: () => (only ? parts.openService(only.serviceId) : parts.open()),
      button: only?.to === 'up' ? undefined : button,
    });
  };
}
