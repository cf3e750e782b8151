/** Without a tray icon, keeps the window reachable and tells the member why. */
import type { Translate } from '../../shared/i18n/translator.ts';
import type { TrayLook } from '../../shared/tray-host.ts';
import type { Clock } from '../platform/clock.ts';
import type { Notifications, ShownNotice } from '../core/notifications/notification.ts';
import { endDespiteStuckThread } from '../platform/stuck-thread.ts';
import { createX11Tray } from '../platform/x11-tray.ts';
import { createTrayBus } from './status-notifier.ts';
import type { TrayHost, TrayPresence } from './tray-host.ts';
import { createTrayHost } from './tray-host.ts';
import type { TrayIcon } from './tray.ts';
import type { WindowKeeper } from './window.ts';

export type TrayPresenceDeps = Readonly<{
  clock: Clock;
  t: Translate;
  /** Only X11 has the older tray protocol to fall back to. */
  onX11: boolean;
  /** The member has just logged in, and asked for no window. */
  isHiddenStart: boolean;
  icon: Pick<TrayIcon, 'remake' | 'redraw'>;
  window: Pick<WindowKeeper, 'show' | 'park' | 'setReachable'>;
  notifications: Pick<Notifications, 'show'>;
  setTrayAvailable: (available: boolean) => void;
}>;

export type TrayFollower = TrayHost &
  Readonly<{
    /** Makes sure that desktop connections cannot delay quitting. */
    leave: () => Promise<void>;
  }>;

/** Longer than a healthy bus needs. */
const leaveLimitMs = 500;

/** Only Linux desktops may lack a tray. */
export function followTray(deps: TrayPresenceDeps): TrayFollower {
  const { clock, window } = deps;
  if (process.platform !== 'linux') {
    return { lookAgain: () => {}, leave: async () => {}, dispose: () => {} };
  }
  const bus = createTrayBus({
    onSignal: () => host.lookAgain(),
    connect: async (on) => {
      // Loaded after the icon is shown; other systems need no bus.
      const { connectSessionBus } = await import('../platform/session-bus.ts');
      return connectSessionBus({ clock, ...on });
    },
  });
  const display = createX11Tray({ clock, env: process.env, onChange: () => host.lookAgain() });
  const look = async (): Promise<TrayLook> => {
    const found = await bus.look();
    const isListed = found.hosted && found.listed !== false;
    if (isListed || !deps.onX11) {
      display.rest();
      return { ...found, legacy: false };
    }
    const legacy = await display.look();
    return { ...found, legacy: legacy ?? false, ...(legacy === undefined && { unanswered: true }) };
  };
  // Until the desktop has answered, a hidden window might be unreachable.
  window.setReachable(true);
  const host = createTrayHost({ clock, look, ...deps.icon, onChange: announce(deps) });
  return {
    lookAgain: host.lookAgain,
    // If the bus hangs, Chromium's connections to it would keep the process from exiting.
    leave: () =>
      new Promise((resolve) => {
        const cancel = clock.after(leaveLimitMs, () => {
          endDespiteStuckThread();
          resolve();
        });
        void bus.answers().then(() => {
          cancel();
          resolve();
        });
      }),
    dispose: () => {
      host.dispose();
      bus.dispose();
      display.rest();
    },
  };
}

/** Notifies the member once per run; if the tray disappears again, only the window becomes reachable. */
export function announce(
  deps: Omit<TrayPresenceDeps, 'clock' | 'onX11' | 'icon'>,
): (presence: TrayPresence) => void {
  const { t, window, notifications } = deps;
  let available = true;
  let notice: ShownNotice | undefined;
  return (presence) => {
    window.setReachable(!presence.shown);
    if (presence.available === available) return;
    available = presence.available;
    deps.setTrayAvailable(available);
    if (available) return notice?.withdraw();
    // Neither a tray that disappears nor a login must pop up the window: minimize it instead.
    if (presence.wasShown || deps.isHiddenStart) window.park();
    else window.show();
    notice ??= notifications.show(
      { title: t('notify.noTray.title'), body: t('notify.noTray.body'), urgent: false },
      { onClick: window.show },
    );
  };
}
