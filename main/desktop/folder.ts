/** Lets a member choose a folder, and shows files in the desktop's programs. */
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

/** Selects it in its parent folder; opens nothing in it. */
export function showFolder(path: string): void {
  shell.showItemInFolder(path);
}

/** Opens a file or folder of the app in the member's program for its kind, or else shows where it is. */
export async function openFile(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') showFolder(path);
}
