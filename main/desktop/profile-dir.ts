import { join } from 'node:path';
import { app } from 'electron';

/** Where the app keeps what it knows. Electron gives no name to a folder that it can neither find nor make. */
export function profileDir(): string {
  try {
    return app.getPath('userData');
  } catch {
    return join(app.getPath('appData'), app.getName());
  }
}
