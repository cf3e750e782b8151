/** Everything a page could ask of Electron is refused, whoever the page is; see docs/security.md. */
import { app } from 'electron';
import type { Session } from 'electron';
import { pageOrigin } from './scheme.ts';

/** Must run before Electron is ready. */
export function refuseByDefault(): void {
  app.enableSandbox();
  // A session is made with the first window, not at start: that alone takes a fifth of the time to the tray icon.
  app.on('session-created', closeSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // The page has no business with the network: main talks to the world.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwn(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function isOwn(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('devtools://');
}
