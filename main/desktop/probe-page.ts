/**
 * The page that measures an echo. It is empty and ours, but at the server's origin and with its cookies, so that the
 * server lets it in while none of the server's code runs where media may be sent.
 */
import type { Cookie, Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import { takeSession } from './filtered-session.ts';
import type { HiddenPage } from './hidden-page.ts';
import { openHiddenPage } from './hidden-page.ts';
import { letReach } from './security.ts';

export type ProbePage = HiddenPage &
  Readonly<{
    /** Resolves once it can be used; rejects if it cannot. */
    ready: Promise<void>;
    /** Deletes everything that it has stored. */
    empty: () => Promise<void>;
  }>;

/** The page's path at the server's origin; the server never gets this request. */
const path = '/coop-tray-probe';

export function openProbePage(origin: string, room: Session, proxies: Proxies): ProbePage {
  const { host, hostname, protocol } = new URL(origin);
  const filtered = takeSession('probe', () => undefined, {
    // Signalling, and media through whatever relays the server uses.
    mayConnect: () => true,
    namedHosts: [bareHost(hostname)],
    proxies,
    isReadByOthers: false,
    onForbidden: () => undefined,
  });
  const { session } = filtered;
  const mayReach = (url: string) => URL.canParse(url) && new URL(url).host === host;
  letReach(session, mayReach);
  const page = openHiddenPage(session);
  const { contents } = page;
  contents.setAudioMuted(true);
  // This page exists to send media.
  contents.setWebRTCIPHandlingPolicy('default');
  contents.on('will-frame-navigate', (navigation) => navigation.preventDefault());
  const open = async () => {
    await filtered.ready;
    for (const cookie of await room.cookies.get({})) await copyCookie(cookie, session);
    const scheme = protocol.slice(0, -1);
    session.protocol.handle(scheme, () => emptyPage(origin));
    try {
      await contents.loadURL(`${origin}${path}`);
    } finally {
      session.protocol.unhandle(scheme);
    }
  };
  return { ...page, ready: open(), empty: filtered.empty };
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
    // Chromium would refuse such a cookie from a server too; if it was needed, the server will say so.
    .catch(() => undefined);
}
