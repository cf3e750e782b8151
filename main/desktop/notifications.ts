import { Notification } from 'electron';
import type { NoticeText } from '../../shared/i18n/sentences.ts';
import { asPlainText } from './markup.ts';

export type NoticeOptions = Readonly<{
  replaces: boolean;
  onClick: () => void;
  /** A button, where the system shows one: not on Linux, where the tray's menu and the window have it. */
  button?: Readonly<{ label: string; onClick: () => void }> | undefined;
}>;

export type Notifications = Readonly<{
  /** `replaces`: takes the place of the one shown before. */
  show: (text: NoticeText, options: NoticeOptions) => void;
  dispose: () => void;
}>;

export function createNotifications(iconPath: string): Notifications {
  // A notification that nobody holds is collected, and its click with it.
  let latest: Notification | undefined;
  return {
    show: ({ title, body, urgent }, { replaces, onClick, button }) => {
      if (!Notification.isSupported()) return;
      if (replaces) latest?.close();
      latest = new Notification({
        title,
        body: process.platform === 'linux' ? asPlainText(body) : body,
        icon: iconPath,
        silent: !urgent,
        // Never critical, which breaks through Do Not Disturb: docs/decisions/0010-do-not-disturb.md.
        urgency: 'normal',
        timeoutType: urgent && process.platform === 'linux' ? 'never' : 'default',
        actions: button ? [{ type: 'button', text: button.label }] : [],
      });
      latest.on('click', onClick);
      if (button) latest.on('action', button.onClick);
      latest.show();
    },
    dispose: () => latest?.close(),
  };
}
