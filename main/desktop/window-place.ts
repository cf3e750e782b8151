/** Where the member left the window, as long as the app runs: its size, its screen, and whether it filled that. */
import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import type { Area } from './window-size.ts';
import { windowPlace } from './window-size.ts';

export function createWindowPlace() {
  let kept: Readonly<{ bounds: Area; maximized: boolean }> | undefined;
  const restored = new WeakSet<BrowserWindow>();
  return {
    /** Call before the window is hidden. */
    keep: (window: BrowserWindow | undefined) => {
      if (!window?.isVisible() || window.isMinimized()) return;
      kept = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    },
    /** For a new window. */
    options: () => windowPlace(workAreas(), kept?.bounds),
    /** Call before the window is shown. Only once for each: later the member may have changed it. */
    restore: (window: BrowserWindow) => {
      if (restored.has(window)) return;
      restored.add(window);
      if (kept?.maximized) window.maximize();
    },
  };
}

export type WindowPlace = ReturnType<typeof createWindowPlace>;

function workAreas(): readonly Area[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
