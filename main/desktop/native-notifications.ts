/** Notifications on macOS and Windows, which Electron shows without blocking. */
import { Notification } from 'electron';
import type { Notifications } from '../core/notifications/notification.ts';

export function createNativeNotifications(iconPath: string): Notifications {
  // Without a reference, the notification and its click handler are garbage-collected.
  let latest: Notification | undefined;
  return {
    show: ({ title, body, urgent }, { replaces, onClick, buttons = [] }) => {
      if (!Notification.isSupported()) return () => {};
      if (replaces) latest?.close();
      const made = new Notification({
        title,
        body,
        icon: iconPath,
        silent: !urgent,
        // Never critical, which bypasses Do Not Disturb: docs/decisions/0010-do-not-disturb.md.
        urgency: 'normal',
        timeoutType: 'default',
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
