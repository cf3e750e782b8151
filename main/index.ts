/** Boot: the switches that must be set before Electron is ready, one instance, then the app. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Menu, app } from 'electron';
import { compose } from './compose.ts';
import { claimScheme, serveScheme } from './desktop/scheme.ts';
import { closeSession, refuseByDefault } from './desktop/security.ts';
import { parseFlags } from './flags.ts';

const appDir = dirname(fileURLToPath(import.meta.url));

function boot(): void {
  refuseByDefault();
  claimScheme();
  Menu.setApplicationMenu(null);
  // An app that lives in the tray does not end with its window.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(() => {
    closeSession();
    serveScheme(`${appDir}/page`);
    const running = compose(appDir, parseFlags(process.argv.slice(1)));
    app.on('second-instance', running.open);
    app.on('activate', running.open);
    app.on('before-quit', running.dispose);
  });
}

if (app.requestSingleInstanceLock()) boot();
else app.quit();
