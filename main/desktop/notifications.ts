/** Notifications, by whoever shows them on this system. */
import { pathToFileURL } from 'node:url';
import type { Clock } from '../platform/clock.ts';
import { createBusNotifications } from './bus-notifications.ts';
import { createNativeNotifications } from './native-notifications.ts';
import type { Notifications } from '../core/notifications/notification.ts';

export type NotificationsParts = Readonly<{
  clock: Clock;
  appName: string;
  /** A file in the app's archive or beside it. */
  iconPath: string;
  /** Whether this desktop shows them; those that it does not show now wait. */
  onShown: (shown: boolean) => void;
}>;

/** Linux alone has a notification server that may hang or be missing: docs/decisions/0034-nothing-holds-main.md. */
export function createNotifications(parts: NotificationsParts): Notifications {
  const { clock, appName, iconPath, onShown } = parts;
  if (process.platform !== 'linux') return createNativeNotifications(iconPath);
  return createBusNotifications({
    clock,
    appName,
    // The server reads it itself, and knows nothing of archives.
    iconUrl: pathToFileURL(iconPath.replace(/\bapp\.asar\b/, 'app.asar.unpacked')).href,
    connect: async (listener) => {
      // A library that nobody needs before there is something to tell.
      const { connectSessionBus } = await import('../platform/session-bus.ts');
      return connectSessionBus({ clock, ...listener });
    },
    onShown,
  });
}
