/** Options of hidden windows, and how they are destroyed. */
import type { BrowserWindow, Session } from 'electron';

/** How long to wait for the page's process to end, in ms. */
const killTimeoutMs = 1000;

export function hiddenWindow(session: Session): Electron.BrowserWindowConstructorOptions {
  return {
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
      disableDialogs: true,
      // Timers and sound run as in a visible page, and sound needs no click.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/** Kills the page's process, since a busy or hostile page may refuse to close. */
export async function destroy(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const contents = window.webContents;
  if (!contents.isDestroyed() && !contents.isCrashed() && contents.getOSProcessId() > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, killTimeoutMs);
      contents.once('render-process-gone', () => {
        clearTimeout(timer);
        resolve();
      });
      contents.forcefullyCrashRenderer();
    });
  }
  if (!window.isDestroyed()) window.destroy();
}
