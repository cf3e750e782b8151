/**
 * The app's window: created on demand and destroyed a while after it is hidden, so that an idle app has no renderer.
 */
import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme } from 'electron';
import { canMinimize } from '../../shared/minimizing.ts';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import { createFront } from './bring-to-front.ts';
import type { KeptView } from './kept-view.ts';
import { pageUrl } from './scheme.ts';
import type { ProcessEnd, WindowEnds } from './window-ends.ts';
import { createWindowEnds, whereaboutsOf } from './window-ends.ts';
import type { WindowPlace } from './window-place.ts';
import { createWindowPlace } from './window-place.ts';

export type WindowKeeper = Readonly<{
  show: () => void;
  /** The page is drawn, so the window can be shown without flashing empty. */
  drawn: () => void;
  isOpen: () => boolean;
  /** Undefined without a window. */
  contents: () => Electron.WebContents | undefined;
  /**
   * Without a tray icon, closing the window minimizes it instead of hiding it, where the desktop can: otherwise only
   * another start of the app would bring it back. Once there is an icon, a window minimized for this reason is destroyed.
   */
  setReachable: (on: boolean) => void;
  /** Minimizes the window, unless it is visible, or the desktop cannot. */
  park: () => void;
  /** The member closed it, and it is hidden: only the tray icon is left. */
  onHide: Emitter<void>['on'];
  /** The window was shown, or closed by the member. */
  onUse: Emitter<void>['on'];
  /** Its process has ended on its own. */
  onGone: WindowEnds['on'];
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
  /** Whether the app runs on X11 rather than Wayland. */
  onX11: boolean;
  /** Connects a new window's page to the desktop, before it loads. */
  attend: (contents: Electron.WebContents) => void;
}>;

export function createWindowKeeper(deps: WindowDeps): WindowKeeper {
  const [uses, hides] = [createEmitter<void>(), createEmitter<void>()];
  const ends = createWindowEnds(deps.clock);
  const place = createWindowPlace();
  const front = createFront(deps);
  let window: BrowserWindow | undefined;
  let wanted = false;
  let reachable = false;
  let parked = false;
  const linger = createLinger(deps.clock, () => destroy());

  const destroy = () => {
    linger.end();
    window?.destroy();
    window = undefined;
    parked = false;
  };
  const hide = () => {
    wanted = false;
    place.keep(window);
    window?.hide();
    linger.begin();
  };
  const reveal = () => {
    if (!window || !wanted) return;
    parked = false;
    front.bring(window, place.restore);
  };
  const show = () => {
    linger.end();
    wanted = true;
    if (window) reveal();
    else window = make();
    uses.emit();
  };
  const park = () => {
    linger.end();
    place.keep(window);
    window ??= make();
    wanted = false;
    parked = true;
    window.minimize();
  };

  const onClose = (event: Electron.Event) => {
    event.preventDefault();
    if (reachable && canMinimize(process.env)) park();
    else hide();
    if (!reachable) hides.emit();
    uses.emit();
  };
  const onGone = (broken: BrowserWindow, end: ProcessEnd) => {
    if (broken !== window) return;
    const was = whereaboutsOf(broken, parked);
    destroy();
    if (ends.note(end, was)) (was === 'parked' ? park : show)();
  };
  const make = () => newWindow(deps, place, { onClose, onRestore: () => (parked = false), onGone });

  return {
    show,
    drawn: reveal,
    isOpen: () => window?.isVisible() ?? false,
    contents: () => window?.webContents,
    setReachable: (on) => {
      reachable = on;
      if (!on && parked) destroy();
    },
    park: () => {
      if (canMinimize(process.env) && !window?.isVisible()) park();
    },
    onHide: hides.on,
    onUse: uses.on,
    onGone: ends.on,
    dispose: () => {
      for (const one of [hides, uses, ends]) one.clear();
      destroy();
    },
  };
}

function createLinger(clock: Pick<Clock, 'after'>, destroy: () => void) {
  let end = () => {};
  return {
    begin: () => {
      end();
      end = clock.after(lingerMs, destroy);
    },
    end: () => end(),
  };
}

function newWindow(
  deps: WindowDeps,
  place: WindowPlace,
  listeners: Readonly<{
    onClose: (event: Electron.Event) => void;
    onRestore: () => void;
    onGone: (window: BrowserWindow, end: ProcessEnd) => void;
  }>,
): BrowserWindow {
  const { clock, appDir, title, keptView } = deps;
  const made = new BrowserWindow({
    ...place.options(),
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
      // The compiled page is kept from the first window on, not from the third.
      v8CacheOptions: 'bypassHeatCheck',
      // Development only.
      devTools: !app.isPackaged && process.env['COOP_TRAY_DEVTOOLS'] === '1',
    },
  });
  made.setMenuBarVisibility(false);
  made.on('close', listeners.onClose);
  made.on('restore', listeners.onRestore);
  made.on('closed', keptView.leave);
  made.webContents.on('render-process-gone', (_event, end) => {
    // The page that was open may be what broke it.
    keptView.forget();
    // Electron is still taking the process down: whoever loads a page in its place now may end the app, see
    // https://github.com/electron/electron/pull/51900.
    clock.after(0, () => listeners.onGone(made, end));
  });
  deps.attend(made.webContents);
  void made.loadURL(pageUrl(deps.languageTag));
  return made;
}
