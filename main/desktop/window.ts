/** The one window: made when it is wanted, destroyed a while after it is hidden, so that an idle app has no renderer. */
import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme } from 'electron';
import type { Clock } from '../platform/clock.ts';
import { pageUrl } from './scheme.ts';

export type WindowKeeper = Readonly<{
  show: () => void;
  /** The window's main frame is drawn: it may be seen without a flash of emptiness. */
  drawn: () => void;
  isOpen: () => boolean;
  /** Undefined while there is no window. */
  contents: () => Electron.WebContents | undefined;
  /**
   * Where no tray icon is shown, the window is put away when it is closed, never hidden: nothing else would bring it
   * back. With an icon again, a window that was only put away for want of one goes after all.
   */
  setReachable: (on: boolean) => void;
  /** Has the window wait among the others, without a place on the screen. One that is seen stays as it is. */
  park: () => void;
  dispose: () => void;
}>;

/** How long a hidden window stays ready to come back, in ms. */
const lingerMs = 15_000;
const size = { width: 900, height: 620, minWidth: 360, minHeight: 420 };
/** The page's own background, so that the frame does not flash before the first paint. */
const backgrounds = { light: '#f7f7f5', dark: '#1d1f21' };

export type WindowDeps = Readonly<{
  clock: Clock;
  appDir: string;
  title: string;
  /** The window is shown, or was closed by the member. */
  onUse: () => void;
}>;

export function createWindowKeeper(parts: WindowDeps): WindowKeeper {
  let window: BrowserWindow | undefined;
  let wanted = false;
  let reachable = false;
  let parked = false;
  let cancelLinger = () => {};

  const destroy = () => {
    cancelLinger();
    window?.destroy();
    window = undefined;
    parked = false;
  };

  const hide = () => {
    wanted = false;
    window?.hide();
    cancelLinger();
    cancelLinger = parts.clock.after(lingerMs, destroy);
  };

  const park = () => {
    cancelLinger();
    window ??= create();
    wanted = false;
    parked = true;
    window.minimize();
  };

  const putAway = (event: Electron.Event) => {
    event.preventDefault();
    if (reachable) park();
    else hide();
    parts.onUse();
  };

  const create = () => {
    const made = newWindow(parts);
    made.on('close', putAway);
    // The member took it back from among the others.
    made.on('restore', () => (parked = false));
    // A view may die at any time; the next wish for it makes a new one.
    made.webContents.on('render-process-gone', destroy);
    void made.loadURL(pageUrl);
    return made;
  };

  const reveal = () => {
    if (!window || !wanted) return;
    parked = false;
    bringToFront(window);
  };

  return {
    show: () => {
      cancelLinger();
      wanted = true;
      if (window) reveal();
      else window = create();
      parts.onUse();
    },
    drawn: reveal,
    isOpen: () => window?.isVisible() ?? false,
    contents: () => window?.webContents,
    setReachable: (on) => {
      reachable = on;
      if (!on && parked) destroy();
    },
    park: () => {
      if (!window?.isVisible()) park();
    },
    dispose: destroy,
  };
}

function newWindow({ appDir, title }: Pick<WindowDeps, 'appDir' | 'title'>): BrowserWindow {
  const made = new BrowserWindow({
    ...size,
    show: false,
    title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    icon: join(appDir, 'icons', 'app.png'),
    webPreferences: {
      preload: join(appDir, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      // For development; a packaged app has none.
      devTools: !app.isPackaged && process.env['COOP_TRAY_DEVTOOLS'] === '1',
    },
  });
  made.setMenuBarVisibility(false);
  return made;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
