import { join } from 'node:path';
import { app } from 'electron';

/** The app's data folder. Electron throws if it can neither find nor create it. */
export function profileDir(): string {
  try {
    return app.getPath('userData');
  } catch {
    return join(app.getPath('appData'), app.getName());
  }
}
