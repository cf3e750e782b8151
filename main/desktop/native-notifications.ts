/** Notifications on macOS and Windows, which Electron shows without blocking. */
import { Notification } from 'electron';
import type { Notifications } from '../core/notifications/notification.ts';

/** More than a member leaves on the screen. */
const limit = 50;

export function createNativeNotifications(iconPath: string): Notifications {
  // Without a reference, a notification and its click handler are garbage-collected.
  const shown = new Set<Notification>();
  return {
    show: ({ title, body, urgent }, { replaces, onClick, buttons = [] }) => {
      if (!Notification.isSupported()) return { withdraw: () => {} };
      replaces?.withdraw();
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
      shown.add(made);
      const [oldest] = shown;
      if (shown.size > limit && oldest) shown.delete(oldest);
      return {
        withdraw: () => {
          shown.delete(made);
          made.close();
        },
      };
    },
    dispose: () => {
      for (const one of shown) one.close();
      shown.clear();
    },
  };
}
