/** Notifications of what changed of services: a click leads there, and buttons put it off or lead to feedback on it. */
import type { NoticeText } from '../../../shared/wording/sentences.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { rootsOf } from '../../../shared/status/notices.ts';
import type { NoticeButton, Notifications } from './notification.ts';

export type ServiceNoticesParts = Readonly<{
  t: Translate;
  notifications: () => Pick<Notifications, 'show'>;
  snooze: (serviceId: string) => void;
  openService: (serviceId: string) => void;
  /** Undefined where the co-op takes no feedback. */
  feedbackOn: () => ((serviceId: string) => void) | undefined;
  open: () => void;
}>;

export type Notify = (text: NoticeText, changes: readonly Change[], replaces: boolean) => void;

export function createServiceNotices(parts: ServiceNoticesParts): Notify {
  return (text, changes, replaces) => {
    const [first, second] = rootsOf(changes);
    const only = second ? undefined : first;
    parts.notifications().show(text, {
      replaces,
      onClick: () => (only ? parts.openService(only.serviceId) : parts.open()),
      buttons: only && only.to !== 'up' ? buttonsFor(only, parts) : [],
    });
  };
}

function buttonsFor({ serviceId }: Change, parts: ServiceNoticesParts): readonly NoticeButton[] {
  const { t, snooze } = parts;
  const feedbackOn = parts.feedbackOn();
  const later = { label: t('policy.snooze.1h'), onClick: () => snooze(serviceId) };
  if (!feedbackOn) return [later];
  return [later, { label: t('feedback.give'), onClick: () => feedbackOn(serviceId) }];
}
