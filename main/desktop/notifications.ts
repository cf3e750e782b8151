/** Chooses how notifications are shown on this system. */
import { pathToFileURL } from 'node:url';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Clock } from '../platform/clock.ts';
import { comeForward } from './activation.ts';
import { createBusNotifications } from './bus-notifications.ts';
import { createNativeNotifications } from './native-notifications.ts';
import type { Notifications } from '../core/notifications/notification.ts';
import { unpacked } from './unpacked.ts';

export type NotificationsDeps = Readonly<{
  clock: Clock;
  t: Translate;
  /** In the app's archive or next to it. */
  iconPath: string;
  /** Called when the desktop starts or stops showing notifications; meanwhile they wait. */
  onShown: (shown: boolean) => void;
}>;

/** Only on Linux can the notification server hang or be missing: docs/decisions/0034-nothing-holds-main.md. */
export function createNotifications(deps: NotificationsDeps): Notifications {
  const { clock, t, iconPath, onShown } = deps;
  if (process.platform !== 'linux') return createNativeNotifications(iconPath);
  return createBusNotifications({
    clock,
    appName: t('app.name'),
    clickLabel: t('menu.open'),
    activate: comeForward,
    // The server reads the file itself.
    iconUrl: pathToFileURL(unpacked(iconPath)).href,
    connect: async (listener) => {
      // Loaded with the first notification.
      const { connectSessionBus } = await import('../platform/session-bus.ts');
      return connectSessionBus({ clock, ...listener });
    },
    onShown,
  });
}
