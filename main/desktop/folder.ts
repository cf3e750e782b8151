/** Folders that a member chooses, and shows in the desktop's own program for files. */
import type { WebContents } from 'electron';
import { BrowserWindow, app, dialog, shell } from 'electron';

export async function chooseFolder(asker: WebContents | undefined): Promise<string | undefined> {
  const window = asker && BrowserWindow.fromWebContents(asker);
  if (!window) return undefined;
  const { filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0];
}

/** Selects it where it lies: nothing in it is opened. */
export function showFolder(path: string): void {
  shell.showItemInFolder(path);
}
