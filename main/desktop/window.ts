/**
 * The app's window: created on demand and destroyed a while after it is hidden, so that an idle app has no renderer.
 */
import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme, screen } from 'electron';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { KeptView } from './kept-view.ts';
import { pageUrl } from './scheme.ts';
import { windowSize } from './window-size.ts';

export type WindowKeeper = Readonly<{
  show: () => void;
  /** The page is drawn, so the window can be shown without flashing empty. */
  drawn: () => void;
  isOpen: () => boolean;
  /** Undefined without a window. */
  contents: () => Electron.WebContents | undefined;
  /**
   * Without a tray icon, closing the window minimizes it instead of hiding it: nothing else would bring it back. Once
   * there is an icon, a window minimized for this reason is destroyed.
   */
  setReachable: (on: boolean) => void;
  /** Minimizes the window, unless it is visible. */
  park: () => void;
  /** The member closed it, and it is hidden: only the tray icon is left. */
  onHide: Emitter<void>['on'];
  /** The window was shown, or closed by the member. */
  onUse: Emitter<void>['on'];
  dispose: () => void;
}>;

/** How long a hidden window is kept, in ms. */
const lingerMs = 15_000;
/** The page's background, so that the window does not flash before the first paint. */
const backgrounds = { light: '#f7f7f5', dark: '#1d1f21' };

export type WindowDeps = Readonly<{
  clock: Clock;
  keptView: Pick<KeptView, 'leave' | 'forget'>;
  appDir: string;
  title: string;
  languageTag: string;
  /** Connects a new window's page to the desktop, before it loads. */
  attend: (contents: Electron.WebContents) => void;
}>;

export function createWindowKeeper(deps: WindowDeps): WindowKeeper {
  const uses = createEmitter<void>();
  const hides = createEmitter<void>();
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
    cancelLinger = deps.clock.after(lingerMs, destroy);
    hides.emit();
  };

  const park = () => {
    cancelLinger();
    window ??= create();
    wanted = false;
    parked = true;
    window.minimize();
  };

  const onClose = (event: Electron.Event) => {
    event.preventDefault();
    if (reachable) park();
    else hide();
    uses.emit();
  };

  const create = () => {
    const made = newWindow(deps);
    made.on('close', onClose);
    made.on('restore', () => (parked = false));
    // Renderers may crash; the next `show` creates a new window.
    made.webContents.on('render-process-gone', destroy);
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
      uses.emit();
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
    onHide: hides.on,
    onUse: uses.on,
    dispose: () => {
      for (const one of [hides, uses]) one.clear();
      destroy();
    },
  };
}

function newWindow(deps: Omit<WindowDeps, 'clock'>): BrowserWindow {
  const { appDir, title, keptView } = deps;
  const made = new BrowserWindow({
    ...windowSize(screen.getPrimaryDisplay().workAreaSize),
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
      // Development only.
      devTools: !app.isPackaged && process.env['COOP_TRAY_DEVTOOLS'] === '1',
    },
  });
  made.setMenuBarVisibility(false);
  made.on('closed', keptView.leave);
  // The page that was open may be what broke it.
  made.webContents.on('render-process-gone', keptView.forget);
  deps.attend(made.webContents);
  void made.loadURL(pageUrl(deps.languageTag));
  return made;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
