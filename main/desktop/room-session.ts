/** The sessions of rooms' pages: each is used by one page at a time, keeps nothing on disk, and is emptied after it. */
import { session as sessions } from 'electron';
import type { Session } from 'electron';
import { letReach } from './security.ts';

export type RoomSession = Readonly<{
  session: Session;
  /** Whether a frame may go there, and a page load from there. */
  mayReach: (url: string) => boolean;
  allow: (host: string) => void;
  /** Forgets all that the page has left behind. */
  empty: () => Promise<void>;
}>;

/** Electron keeps a session until the app ends, so one that has been emptied is used again. */
const free: Session[] = [];
let made = 0;

export function takeRoomSession(host: string): RoomSession {
  const session = free.pop() ?? make();
  const hosts = new Set([host]);
  const mayReach = (url: string) => URL.canParse(url) && isReachable(new URL(url), hosts);
  letReach(session, mayReach);
  return {
    session,
    mayReach,
    allow: (host) => void hosts.add(host),
    empty: async () => {
      hosts.clear();
      await session.closeAllConnections();
      await session.clearData();
      await session.clearAuthCache();
      await session.clearHostResolverCache();
      free.push(session);
    },
  };
}

/**
 * Stands in for the page's own policy, which would bind the probe's connections too. Ours lets a page run and be filled
 * in, and refuses it popups, downloads and dialogs: that of `print()` cannot be refused otherwise, and an app whose window
 * ends under it crashes.
 */
const policy = 'sandbox allow-scripts allow-same-origin allow-forms';

function make(): Session {
  const session = sessions.fromPartition(`room-${(made += 1)}`);
  session.webRequest.onHeadersReceived((details, answer) => {
    if (!['mainFrame', 'subFrame'].includes(details.resourceType)) return answer({});
    answer({ responseHeaders: withOurPolicy(details.responseHeaders ?? {}) });
  });
  // A service worker would answer for the server without that policy.
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    answer({ cancel: 'Service-Worker' in requestHeaders });
  });
  return session;
}

function withOurPolicy(headers: Record<string, string[]>): Record<string, string[]> {
  const own = Object.entries(headers).filter(
    ([name]) => name.toLowerCase() !== 'content-security-policy',
  );
  return { ...Object.fromEntries(own), 'content-security-policy': [policy] };
}

function isReachable(url: URL, hosts: ReadonlySet<string>): boolean {
  if (['data:', 'blob:'].includes(url.protocol)) return true;
  return ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && hosts.has(url.host);
}
