/** Denies pages everything they could ask of Electron; see docs/security.md. */
import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import type { Session } from 'electron';
import { pageOrigin } from './scheme.ts';

/** The URLs that a session may reach; only the app's own page by default. */
export type MayReach = (url: string) => boolean;

const exceptions = new WeakMap<Session, MayReach>();

/**
 * Two kinds of session may reach more: a room's page, which is third-party, its own server; and the accounts', which
 * have no page, theirs. The caller is responsible for navigation in windows of that session; everything else stays
 * denied.
 */
export function letReach(session: Session, mayReach: MayReach): void {
  exceptions.set(session, mayReach);
}

/** Let another program control the app's pages. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe'];

/** Must run before Electron is ready. */
export function refuseByDefault(): void {
  app.enableSandbox();
  // A fuse disables Node's inspector in releases. Chromium's debugger has no fuse, so it is allowed only along with the
  // inspector.
  if (app.isPackaged && inspectorUrl() === undefined) {
    for (const one of debuggingSwitches) app.commandLine.removeSwitch(one);
  }
  // DNS prefetching bypasses sessions and their proxies.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // Creating a session at startup would take a fifth of the time to the tray icon, so wait for the first one.
  app.on('session-created', closeSession);
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: Electron.Event) => {
      if (!exceptions.has(contents.session)) event.preventDefault();
    };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // WebRTC's datagrams bypass every session.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Otherwise Chromium fetches a dictionary while the session is made, around the rule below.
  session.setSpellCheckerLanguages([]);
  // The page has no network access: main makes all requests.
  session.webRequest.onBeforeRequest((details, answer) => {
    const mayReach = exceptions.get(session) ?? isOwn;
    answer({ cancel: !mayReach(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function isOwn(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('devtools://');
}
