/** Brings the window before all others. */
import type { BrowserWindow } from 'electron';
import type { Clock } from '../platform/clock.ts';

type Front = Pick<
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

/** Compositors that let a window come forward have done so after this, in ms. */
const focusMs = 300;

/**
 * On Wayland a window that is in sight, on another workspace or minimized by the compositor, which does not say so, comes
 * forward only with a token of a click, and most tray hosts give none (https://github.com/electron/electron/issues/43709).
 * One that has just opened comes forward without, so it is opened again.
 */
export function bringToFront(
  window: Front,
  { clock, onX11 }: Readonly<{ clock: Pick<Clock, 'after'>; onX11: boolean }>,
): void {
  const wasThere = window.isVisible();
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  if (onX11 || !wasThere || window.isFocused()) return;
  clock.after(focusMs, () => {
    if (window.isDestroyed() || !window.isVisible() || window.isFocused()) return;
    // A dialog is in front of it, and would be lost: https://github.com/electron/electron/issues/28658.
    if (!window.isEnabled()) return;
    window.hide();
    window.show();
  });
}
