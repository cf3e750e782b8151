/** The one window: made when it is wanted, destroyed a while after it is hidden, so that an idle app has no renderer. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Clock } from '../platform/clock.ts';
import { pageUrl } from './scheme.ts';

export type WindowKeeper = Readonly<{
  show: () => void;
  /** The window's main frame is drawn: it may be seen without a flash of emptiness. */
  drawn: () => void;
  isOpen: () => boolean;
  /** Undefined while there is no window. */
  contents: () => Electron.WebContents | undefined;
  /** On a desktop without tray icons the window is put away, never hidden: nothing else would bring it back. */
  keepReachable: () => void;
  dispose: () => void;
}>;

/** How long a hidden window stays ready to come back, in ms. */
const lingerMs = 15_000;
const size = { width: 900, height: 620, minWidth: 360, minHeight: 420 };
/** The page's own background, so that the frame does not flash before the first paint. */
const backgrounds = { light: '#f7f7f5', dark: '#1d1f21' };

export function createWindowKeeper(
  parts: Readonly<{ clock: Clock; appDir: string; title: string }>,
): WindowKeeper {
  let window: BrowserWindow | undefined;
  let wanted = false;
  let reachable = false;
  let cancelLinger = () => {};

  const destroy = () => {
    cancelLinger();
    window?.destroy();
    window = undefined;
  };

  const putAway = (event: Electron.Event) => {
    event.preventDefault();
    if (reachable) return window?.minimize();
    wanted = false;
    window?.hide();
    cancelLinger = parts.clock.after(lingerMs, destroy);
  };

  const create = () => {
    const made = new BrowserWindow({
      ...size,
      show: false,
      title: parts.title,
      backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
      icon: join(parts.appDir, 'icons', 'app.png'),
      webPreferences: {
        preload: join(parts.appDir, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: process.env['COOP_TRAY_DEVTOOLS'] === '1',
      },
    });
    made.on('close', putAway);
    // A view may die at any time; the next wish for it makes a new one.
    made.webContents.on('render-process-gone', destroy);
    made.setMenuBarVisibility(false);
    void made.loadURL(pageUrl);
    return made;
  };

  const reveal = () => {
    if (!window || !wanted) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  return {
    show: () => {
      cancelLinger();
      wanted = true;
      if (window) reveal();
      else window = create();
    },
    drawn: reveal,
    isOpen: () => window?.isVisible() ?? false,
    contents: () => window?.webContents,
    keepReachable: () => (reachable = true),
    dispose: destroy,
  };
}
