/** Saves files where the member chooses. */
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { BrowserWindow, app, dialog } from 'electron';
import { writeText } from '../platform/files.ts';

/** Written atomically. */
export async function saveAs(
  asker: WebContents | undefined,
  suggestedName: string,
  pieces: AsyncIterable<string>,
): Promise<'saved' | 'cancelled' | 'failed'> {
  const window = asker && BrowserWindow.fromWebContents(asker);
  if (!window) return 'cancelled';
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), suggestedName),
  });
  if (!filePath) return 'cancelled';
  try {
    await writeText(filePath, pieces);
    return 'saved';
  } catch {
    return 'failed';
  }
}
