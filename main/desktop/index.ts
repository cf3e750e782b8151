/** Everything that touches the desktop: window, notifications, tray, shortcuts and system services. */
import { join } from 'node:path';
import { BrowserWindow, Menu, app, globalShortcut } from 'electron';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { State } from '../core/state.ts';
import type { Clock } from '../platform/clock.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';
import { macMenu } from './app-menu.ts';
import { offerEditMenu } from './edit-menu.ts';
import type { KeptView } from './kept-view.ts';
import { createKeptView } from './kept-view.ts';
import type { Navigator } from './navigator.ts';
import { createNavigator } from './navigator.ts';
import type { StandingNotices } from './standing-notices.ts';
import { createStandingNotices } from './standing-notices.ts';
import { createNotifications } from './notifications.ts';
import { isOnX11, isWaylandDesktop } from './ozone.ts';
import type { DesktopServices } from './services.ts';
import { createDesktopServices } from './services.ts';
import type { Shortcuts } from './shortcuts.ts';
import { createShortcuts } from './shortcuts.ts';
import { createStaysNotice, staysForm } from './stays-notice.ts';
import type { TextSizes } from './text-size.ts';
import { createTextSizes, textSizeForm } from './text-size.ts';
import type { TrayFollower } from './tray-presence.ts';
import { followTray } from './tray-presence.ts';
import type { TrayIcon } from './tray.ts';
import type { WindowChannel } from './window-channel.ts';
import { createWindowChannel } from './window-channel.ts';
import { followKeys, windowActions } from './window-keys.ts';
import type { WindowKeeper } from './window.ts';
import { createWindowKeeper } from './window.ts';

export type Desktop = Readonly<{
  window: WindowKeeper;
  keptView: KeptView;
  channel: WindowChannel;
  navigator: Navigator;
  notifications: StandingNotices;
  trayHost: TrayFollower;
  shortcuts: Shortcuts;
  textSizes: TextSizes;
  services: DesktopServices;
}>;

export type DesktopDeps = Readonly<{
  clock: Clock;
  proxies: Proxies;
  t: Translate;
  languageTag: string;
  appDir: string;
  files: Pick<ProfileFiles, 'file'>;
  tray: Pick<TrayIcon, 'remake' | 'redraw'>;
  state: Pick<State, 'setNoticesShown' | 'setTrayAvailable'>;
  /** Started at login, without a window. */
  isHiddenStart: boolean;
}>;

export function createDesktop(deps: DesktopDeps): Desktop {
  const { clock, t, languageTag, appDir, state } = deps;
  const keptView = createKeptView(clock);
  const window = createWindowKeeper({
    clock,
    keptView,
    appDir,
    title: t('app.name'),
    languageTag,
    onX11: isOnX11(),
    attend: (contents) => attend(contents),
  });
  const channel = createWindowChannel(window.contents);
  const textSizes = createTextSizes({
    store: deps.files.file(textSizeForm),
    onChange: (size) => {
      window.contents()?.setZoomFactor(size / 100);
      channel.send('textSize', size);
    },
  });
  const actions = windowActions({
    textSizes,
    // As its close button does.
    hide: () => BrowserWindow.getFocusedWindow()?.close(),
    quit: () => app.quit(),
  });
  const attend = (contents: Electron.WebContents) => {
    followKeys(contents, actions);
    offerEditMenu(contents, t);
    contents.on('dom-ready', () => contents.setZoomFactor(textSizes.size() / 100));
  };
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu(t, actions)));
  }
  const navigator = createNavigator({ ...window, send: channel.send });
  const notifications = createStandingNotices(
    createNotifications({
      clock,
      t,
      iconPath: join(appDir, 'icons', 'app.png'),
      onShown: state.setNoticesShown,
    }),
  );
  const trayHost = followTray({
    clock,
    t,
    onX11: isOnX11(),
    isHiddenStart: deps.isHiddenStart,
    icon: deps.tray,
    window,
    notifications,
    setTrayAvailable: state.setTrayAvailable,
  });
  window.onUse(trayHost.lookAgain);
  window.onHide(
    createStaysNotice({
      t,
      store: deps.files.file(staysForm),
      notifications,
      open: window.show,
    }),
  );
  const shortcuts = createShortcuts({
    keys: globalShortcut,
    isAnswered: !isWaylandDesktop(),
    files: deps.files,
    goTo: navigator.goTo,
  });
  return {
    window,
    keptView,
    channel,
    navigator,
    notifications,
    trayHost,
    shortcuts,
    textSizes,
    services: createDesktopServices({ ...deps, contents: window.contents }),
  };
}
