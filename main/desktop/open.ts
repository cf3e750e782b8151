/** Reads a file that a member chooses. */
import type { WebContents } from 'electron';
import { BrowserWindow, dialog } from 'electron';
import { readText } from '../platform/files.ts';

const cancelled = { outcome: 'cancelled' } as const;

/** Asks for a JSON file and reads it; one larger than `limitBytes` counts as failed. */
export async function openJson(asker: WebContents | undefined, limitBytes: number) {
  const window = asker && BrowserWindow.fromWebContents(asker);
  if (!window) return cancelled;
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: 'JSON', extensions: ['json'] }],
  });
  const [path] = filePaths;
  if (!path) return cancelled;
  try {
    return { outcome: 'read' as const, text: await readText(path, limitBytes) };
  } catch {
    return { outcome: 'failed' as const };
  }
}
