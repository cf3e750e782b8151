/** Windows that nobody sees: what they are made of, and their end. */
import type { BrowserWindow, Session } from 'electron';

/** How long the end of a page's process is waited for, in ms. */
const goneMs = 1000;

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
      // A hidden page's timers and sound go on as if it were seen, without anybody's click.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/** A page that is busy or does not want to end is not asked: its process is ended. */
export async function destroy(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const contents = window.webContents;
  if (!contents.isDestroyed() && !contents.isCrashed() && contents.getOSProcessId() > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, goneMs);
      contents.once('render-process-gone', () => {
        clearTimeout(timer);
        resolve();
      });
      contents.forcefullyCrashRenderer();
    });
  }
  if (!window.isDestroyed()) window.destroy();
}
