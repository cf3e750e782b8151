/**
 * A page without a window, for what members never see. A hidden window would do too, but would be in the accessible
 * tree: a screen reader would read out a page that is not there.
 */
import { WebContentsView } from 'electron';
import type { Session, WebContents } from 'electron';

/** How long to wait for the page's process to end, in ms. */
const killTimeoutMs = 1000;

export type HiddenPage = Readonly<{
  contents: WebContents;
  /** Kills the page's process, since a busy or hostile page may refuse to close. */
  destroy: () => Promise<void>;
}>;

export function openHiddenPage(session: Session): HiddenPage {
  const view = new WebContentsView({
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
  });
  // Whoever may destroy it holds the view: once that is collected as garbage, its page is gone.
  return { contents: view.webContents, destroy: () => destroy(view) };
}

async function destroy({ webContents: contents }: WebContentsView): Promise<void> {
  if (contents.isDestroyed()) return;
  if (!contents.isCrashed() && contents.getOSProcessId() > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, killTimeoutMs);
      contents.once('render-process-gone', () => {
        clearTimeout(timer);
        resolve();
      });
      contents.forcefullyCrashRenderer();
    });
  }
  if (!contents.isDestroyed()) contents.close();
}
