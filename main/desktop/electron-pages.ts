import { app, webContents } from 'electron';

/** The pages of Electron: the window's and those of echo tests. */
export const electronPages = {
  pages: () => webContents.getAllWebContents().length,
  onPageGone: (listener: () => void) => {
    const follow = (_event: unknown, contents: Electron.WebContents) =>
      void contents.once('destroyed', listener);
    app.on('web-contents-created', follow);
    return () => void app.off('web-contents-created', follow);
  },
};
