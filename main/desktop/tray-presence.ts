/** What follows for the window, the page and the member from whether the desktop shows our icon. */
import type { Translate } from '../../shared/i18n/translator.ts';
import type { TrayLook } from '../../shared/tray-host.ts';
import type { Clock } from '../platform/clock.ts';
import type { Notifications } from '../core/notifications/notification.ts';
import { endDespiteStuckThread } from '../platform/stuck-thread.ts';
import { createX11Tray } from '../platform/x11-tray.ts';
import { createTrayBus } from './status-notifier.ts';
import type { TrayHost, TrayPresence } from './tray-host.ts';
import { createTrayHost } from './tray-host.ts';
import type { WindowKeeper } from './window.ts';

export type TrayPresenceParts = Readonly<{
  clock: Clock;
  t: Translate;
  /** The app draws on X11: only there an icon may fall back to the older protocol. */
  onX11: boolean;
  /** Makes the icon anew. */
  remake: () => void;
  window: Pick<WindowKeeper, 'show' | 'park' | 'setReachable'>;
  notifications: Pick<Notifications, 'show'>;
  setTrayAvailable: (available: boolean) => void;
}>;

export type TrayFollower = TrayHost &
  Readonly<{
    /** Of the desktop, before the app ends. */
    leave: () => Promise<void>;
  }>;

/** Longer than a bus that is well needs, in ms. */
const leaveLimitMs = 500;

/** Only Linux may lack a place for icons; elsewhere there is nothing to follow. */
export function followTray(parts: TrayPresenceParts): TrayFollower {
  const { clock, window } = parts;
  if (process.platform !== 'linux') {
    return { lookAgain: () => {}, leave: async () => {}, dispose: () => {} };
  }
  const bus = createTrayBus({
    onSignal: () => host.lookAgain(),
    connect: async (on) => {
      // A library that nobody needs elsewhere, read once the icon is there.
      const { connectSessionBus } = await import('../platform/session-bus.ts');
      return connectSessionBus({ clock, ...on });
    },
  });
  const display = createX11Tray({ clock, env: process.env, onChange: () => host.lookAgain() });
  const look = async (): Promise<TrayLook> => {
    const found = await bus.look();
    const isListed = found.hosted && found.listed !== false;
    if (isListed || !parts.onX11) {
      display.rest();
      return { ...found, legacy: false };
    }
    return { ...found, legacy: await display.look() };
  };
  // Until the desktop has answered, a window that is hidden might be lost.
  window.setReachable(true);
  const host = createTrayHost({ clock, look, remake: parts.remake, onChange: announce(parts) });
  return {
    lookAgain: host.lookAgain,
    // Where the bus hangs, Chromium's own connections to it would not let the process end.
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

/** The member is told once a run; a tray that goes again only makes the window reachable again. */
export function announce(
  parts: Omit<TrayPresenceParts, 'clock' | 'onX11' | 'remake'>,
): (presence: TrayPresence) => void {
  const { t, window, notifications } = parts;
  let available = true;
  let takeBack: (() => void) | undefined;
  return (presence) => {
    window.setReachable(!presence.shown);
    if (presence.available === available) return;
    available = presence.available;
    parts.setTrayAvailable(available);
    if (available) return takeBack?.();
    // Nobody asked for a window when a panel goes: it waits among the others.
    if (presence.wasShown) window.park();
    else window.show();
    takeBack ??= notifications.show(
      { title: t('notify.noTray.title'), body: t('notify.noTray.body'), urgent: false },
      { replaces: false, onClick: window.show },
    );
  };
}
