/** The pages of Electron: the window's and those of echo tests. */
import { app, webContents } from 'electron';

export const electronPages = {
  pages: () => webContents.getAllWebContents().length,
  /** Returns the function that ends the subscription. */
  onPageGone: (listener: () => void) => {
    let isOver = false;
    // The window is destroyed after its listeners have gone.
    const gone = () => {
      if (!isOver) listener();
    };
    const follow = (_event: unknown, contents: Electron.WebContents) =>
      void contents.once('destroyed', gone);
    app.on('web-contents-created', follow);
    return () => {
      isOver = true;
      app.off('web-contents-created', follow);
    };
  },
};
