/** Boot: the switches that must be set before Electron is ready, one instance, the icon, then the app. */
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Menu, app } from 'electron';
import type { App } from './compose.ts';
import { serveScheme } from './desktop/scheme.ts';
import { refuseByDefault } from './desktop/security.ts';
import { createTrayIcon } from './desktop/tray.ts';
import { parseFlags } from './flags.ts';

const appDir = dirname(fileURLToPath(import.meta.url));

/**
 * The icon and the desktop's panel shake hands through this thread. Reading the rest of the app meanwhile would make
 * the icon wait for all of it; this long alone, and it is there as early as that of an empty app. In ms.
 */
const headStartMs = 200;

function boot(): void {
  refuseByDefault();
  serveScheme(join(appDir, 'page'));
  Menu.setApplicationMenu(null);
  let running: App | undefined;
  const starting = app.whenReady().then(start);
  void starting.then((it) => (running = it));
  const open = () => void starting.then((it) => it.open());
  // An app that lives in the tray does not end with its window.
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', open);
  app.on('activate', open);
  // At once: the window would refuse to close, and the app to end with it.
  app.on('before-quit', () => running?.dispose());
}

async function start(): Promise<App> {
  const tray = createTrayIcon(join(appDir, 'icons'));
  await pause(headStartMs);
  const { compose } = await import('./compose.ts');
  return compose(appDir, parseFlags(process.argv.slice(1)), tray);
}

if (app.requestSingleInstanceLock()) boot();
else app.quit();
