/** Brings the window before all others. */
import type { BrowserWindow } from 'electron';
import type { Clock } from '../platform/clock.ts';

type Asked = Pick<
  BrowserWindow,
  | 'isDestroyed'
  | 'isEnabled'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'restore'
  | 'show'
  | 'hide'
  | 'focus'
>;

export type Front = Readonly<{
  /** `prepare` is called before the window is shown, if it is not in sight yet. */
  bring: <W extends Asked>(window: W, prepare: (window: W) => void) => void;
}>;

/** Compositors that let a window come forward have done so after this, in ms. */
const focusMs = 300;

/**
 * On Wayland a window that is in sight, on another workspace or minimized by the compositor, which does not say so, comes
 * forward only with a token of a click, and most tray hosts give none (https://github.com/electron/electron/issues/43709).
 * One that has just opened comes forward without, so it is opened again.
 */
export function createFront(
  deps: Readonly<{ clock: Pick<Clock, 'after'>; onX11: boolean }>,
): Front {
  let cancel = () => {};
  const openAgain = (window: Asked) => {
    if (window.isDestroyed() || !window.isVisible() || window.isFocused()) return;
    // The member has closed it meanwhile, and there is no tray icon.
    if (window.isMinimized()) return;
    // A dialog is in front of it, and would be lost: https://github.com/electron/electron/issues/28658.
    if (!window.isEnabled()) return;
    window.hide();
    window.show();
  };
  return {
    bring: (window, prepare) => {
      cancel();
      const wasThere = window.isVisible();
      if (!wasThere) prepare(window);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (deps.onX11 || !wasThere || window.isFocused()) return;
      cancel = deps.clock.after(focusMs, () => openAgain(window));
    },
  };
}
