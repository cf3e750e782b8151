import { Notification } from 'electron';
import type { NoticeText } from '../../shared/i18n/sentences.ts';
import { asPlainText } from './markup.ts';

export type NoticeButton = Readonly<{ label: string; onClick: () => void }>;

export type NoticeOptions = Readonly<{
  replaces: boolean;
  onClick: () => void;
  /**
   * On macOS and Windows. Electron shows none on Linux (https://github.com/electron/electron/issues/24333): what they do
   * is also found behind the click.
   */
  buttons?: readonly NoticeButton[];
}>;

export type Notifications = Readonly<{
  /** `replaces`: takes the place of the one shown before. Returns the function that takes it back. */
  show: (text: NoticeText, options: NoticeOptions) => () => void;
  dispose: () => void;
}>;

export function createNotifications(iconPath: string): Notifications {
  // A notification that nobody holds is collected, and its click with it.
  let latest: Notification | undefined;
  return {
    show: ({ title, body, urgent }, { replaces, onClick, buttons = [] }) => {
      if (!Notification.isSupported()) return () => {};
      if (replaces) latest?.close();
      const made = new Notification({
        title,
        body: process.platform === 'linux' ? asPlainText(body) : body,
        icon: iconPath,
        silent: !urgent,
        // Never critical, which breaks through Do Not Disturb: docs/decisions/0010-do-not-disturb.md.
        urgency: 'normal',
        timeoutType: urgent && process.platform === 'linux' ? 'never' : 'default',
        actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      });
      made.on('click', onClick);
      made.on('action', (_details, at) => buttons[at]?.onClick());
      made.show();
      latest = made;
      return () => made.close();
    },
    dispose: () => latest?.close(),
  };
}
