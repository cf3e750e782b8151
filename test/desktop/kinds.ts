/** The desktops that the app is tried on, and what each is made of. */
import {
  dunstSettings,
  lxqtNotifications,
  lxqtPanel,
  panelSettings,
  swaySettings,
  waybarSettings,
  waybarStyle,
} from './settings.ts';

export type KindName = 'xfce' | 'mate' | 'lxqt' | 'sway' | 'strict';

export type Kind = Readonly<{
  /** As in `XDG_CURRENT_DESKTOP`. */
  current: string;
  session: 'x11' | 'wayland';
  notifier: 'dunst' | 'mako' | 'lxqt-notificationd';
  /** Its notifications are found and pressed as assistive programs do. */
  assistive?: true;
  /** Hosts the tray icons; a stand-in of our own if undefined. */
  panel: readonly string[] | undefined;
  /** By path in the home. */
  files: (home: string, dark: boolean) => Readonly<Record<string, string>>;
}>;

const withDunst = (home: string, dark: boolean) => ({ dunstrc: dunstSettings(home, dark) });

export const kinds: Readonly<Record<KindName, Kind>> = {
  xfce: {
    current: 'XFCE',
    session: 'x11',
    notifier: 'dunst',
    panel: ['xfce4-panel', '--disable-wm-check'],
    files: (home, dark) => ({
      ...withDunst(home, dark),
      '.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml': panelSettings,
    }),
  },
  mate: {
    current: 'MATE',
    session: 'x11',
    notifier: 'dunst',
    panel: ['mate-panel'],
    files: withDunst,
  },
  lxqt: {
    current: 'LXQt',
    session: 'x11',
    notifier: 'lxqt-notificationd',
    assistive: true,
    panel: ['lxqt-panel'],
    files: () => ({
      '.config/lxqt/panel.conf': lxqtPanel,
      '.config/lxqt/notifications.conf': lxqtNotifications,
    }),
  },
  /** Without XWayland. */
  sway: {
    current: 'sway',
    session: 'wayland',
    notifier: 'mako',
    panel: ['waybar'],
    files: () => ({
      '.config/sway/config': swaySettings,
      '.config/waybar/config': waybarSettings,
      '.config/waybar/style.css': waybarStyle,
    }),
  },
  /** Its host is as strict as GNOME's: test/servers/strict-watcher.ts. */
  strict: {
    current: 'GNOME',
    session: 'x11',
    notifier: 'dunst',
    panel: undefined,
    files: withDunst,
  },
};
