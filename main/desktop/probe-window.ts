/**
 * The page in which an echo is measured: empty and ours, though at the server's origin and with its cookies, so that the
 * server lets it in and no code of the server runs where media may be sent. What the server answers is data to it.
 */
import { BrowserWindow } from 'electron';
import type { Cookie, Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import { takeSession } from './filtered-session.ts';
import { hiddenWindow } from './hidden-window.ts';
import { letReach } from './security.ts';

export type ProbeWindow = Readonly<{
  window: BrowserWindow;
  /** Resolves once it may be used; rejects when it cannot be. */
  ready: Promise<void>;
  /** Forgets all that it has kept. */
  empty: () => Promise<void>;
}>;

/** Where the page is said to be, on a server that is never asked for it. */
const path = '/coop-tray-probe';

export function openProbeWindow(origin: string, room: Session): ProbeWindow {
  const { host, hostname, protocol } = new URL(origin);
  const filtered = takeSession('probe', () => undefined, {
    // Its connections are those of the room's signalling, and of media: wherever a server has its relays.
    mayConnect: () => true,
    namedHosts: [bareHost(hostname)],
    isReadByOthers: false,
    onForbidden: () => undefined,
  });
  const { session } = filtered;
  const mayReach = (url: string) => URL.canParse(url) && new URL(url).host === host;
  letReach(session, mayReach);
  const window = new BrowserWindow(hiddenWindow(session));
  window.webContents.setAudioMuted(true);
  // Media are what it is for.
  window.webContents.setWebRTCIPHandlingPolicy('default');
  window.webContents.on('will-frame-navigate', (navigation) => navigation.preventDefault());
  const open = async () => {
    await filtered.ready;
    for (const cookie of await room.cookies.get({})) await copyCookie(cookie, session);
    const scheme = protocol.slice(0, -1);
    session.protocol.handle(scheme, () => emptyPage(origin));
    try {
      await window.loadURL(`${origin}${path}`);
    } finally {
      session.protocol.unhandle(scheme);
    }
  };
  return { window, ready: open(), empty: filtered.empty };
}

function emptyPage(origin: string): Response {
  const sources = `${origin} ${origin.replace(/^http/, 'ws')}`;
  const policy = `default-src 'none'; connect-src ${sources}; sandbox allow-scripts allow-same-origin`;
  return new Response('<!doctype html><title>Echo test</title>', {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

async function copyCookie(cookie: Cookie, into: Session): Promise<void> {
  const { name, value, hostOnly, httpOnly = false, secure = false, sameSite } = cookie;
  const { domain = '', path = '/', expirationDate } = cookie;
  const details = { name, value, path, httpOnly, secure, sameSite };
  await into.cookies
    .set({
      url: `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`,
      ...details,
      ...(hostOnly ? {} : { domain }),
      ...(expirationDate === undefined ? {} : { expirationDate }),
    })
    // One that Chromium would not take from a server either; the server will say if it was needed.
    .catch(() => undefined);
}
