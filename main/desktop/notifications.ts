import { Notification } from 'electron';
import type { NoticeText } from '../../shared/i18n/sentences.ts';
import { asPlainText } from './markup.ts';

export type Notifications = Readonly<{
  /** `replaces`: takes the place of the one shown before. */
  show: (text: NoticeText, options: { replaces: boolean; onClick: () => void }) => void;
  dispose: () => void;
}>;

export function createNotifications(iconPath: string): Notifications {
  // A notification that nobody holds is collected, and its click with it.
  let latest: Notification | undefined;
  return {
    show: ({ title, body, urgent }, { replaces, onClick }) => {
      if (!Notification.isSupported()) return;
      if (replaces) latest?.close();
      latest = new Notification({
        title,
        body: process.platform === 'linux' ? asPlainText(body) : body,
        icon: iconPath,
        silent: !urgent,
        urgency: urgent ? 'critical' : 'normal',
      });
      latest.on('click', onClick);
      latest.show();
    },
    dispose: () => latest?.close(),
  };
}
