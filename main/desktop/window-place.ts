/** Where the member left the window, as long as the app runs: its size, its screen, and whether it filled that. */
import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import type { Area } from './window-size.ts';
import { windowPlace } from './window-size.ts';

export function createWindowPlace() {
  let kept: Readonly<{ bounds: Area; maximized: boolean }> | undefined;
  return {
    /** Call before the window is hidden. */
    keep: (window: BrowserWindow | undefined) => {
      if (!window?.isVisible() || window.isMinimized()) return;
      kept = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    },
    /** For a new window. */
    options: () => windowPlace(workAreas(), kept?.bounds),
    /** Call before the window is shown. */
    restore: (window: BrowserWindow) => {
      if (kept?.maximized && !window.isVisible()) window.maximize();
    },
  };
}

export type WindowPlace = ReturnType<typeof createWindowPlace>;

function workAreas(): readonly Area[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
