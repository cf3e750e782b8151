/** Everything a page could ask of Electron is refused, whoever the page is; see docs/security.md. */
import { app, session } from 'electron';
import { pageOrigin } from './scheme.ts';

/** Must run before Electron is ready. */
export function refuseByDefault(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Must run once Electron is ready, before the first window. */
export function closeSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
  // The page has no business with the network: main talks to the world.
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwn(details.url) });
  });
  defaultSession.on('will-download', (event) => event.preventDefault());
}

function isOwn(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('devtools://');
}
