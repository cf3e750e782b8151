/** Reads a file that a member chooses. */
import type { WebContents } from 'electron';
import { BrowserWindow, dialog } from 'electron';
import { readText } from '../platform/files.ts';

export type OpenOutcome =
  | Readonly<{ outcome: 'read'; text: string }>
  | Readonly<{ outcome: 'cancelled' | 'failed' }>;

/** Asks for a JSON file and reads it; one larger than `limitBytes` counts as failed. */
export async function openJson(
  asker: WebContents | undefined,
  limitBytes: number,
): Promise<OpenOutcome> {
  const window = asker && BrowserWindow.fromWebContents(asker);
  if (!window) return { outcome: 'cancelled' };
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: 'JSON', extensions: ['json'] }],
  });
  const [path] = filePaths;
  if (!path) return { outcome: 'cancelled' };
  try {
    return { outcome: 'read', text: await readText(path, limitBytes) };
  } catch {
    return { outcome: 'failed' };
  }
}
