/** Everything a page could ask of Electron is refused, whoever the page is; see docs/security.md. */
import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import type { Session } from 'electron';
import { pageOrigin } from './scheme.ts';

/** What a session may reach: the app's own page, unless it is one of the exceptions. */
export type MayReach = (url: string) => boolean;

const exceptions = new WeakMap<Session, MayReach>();

/**
 * The two exceptions: the session of a room's page, which is somebody else's, may reach its own server, and that of the
 * accounts, which has no page at all, may reach theirs. Whoever calls this answers for where the frames of a window with
 * that session go; all else stays refused.
 */
export function letReach(session: Session, mayReach: MayReach): void {
  exceptions.set(session, mayReach);
}

/** They let another program drive the app's pages. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe'];

/** Must run before Electron is ready. */
export function refuseByDefault(): void {
  app.enableSandbox();
  // Node's inspector is closed by a fuse in a release; Chromium's has none, and opens only beside it.
  if (app.isPackaged && inspectorUrl() === undefined) {
    for (const one of debuggingSwitches) app.commandLine.removeSwitch(one);
  }
  // Names that a page only hints at are looked up past every session and its proxy.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // A session is made with the first window, not at start: that alone takes a fifth of the time to the tray icon.
  app.on('session-created', closeSession);
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: Electron.Event) => {
      if (!exceptions.has(contents.session)) event.preventDefault();
    };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // What WebRTC sends in datagrams passes every session by.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
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
    const mayReach = exceptions.get(session) ?? isOwn;
    answer({ cancel: !mayReach(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function isOwn(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('devtools://');
}
