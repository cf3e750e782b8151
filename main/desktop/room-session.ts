/** The session of a room's page, which may reach only the room's hosts, and only at allowed addresses. */
import type { Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import type { FilteredSession } from './filtered-session.ts';
import { takeSession } from './filtered-session.ts';
import { letReach } from './security.ts';

export type RoomSession = FilteredSession &
  Readonly<{
    /** Whether frames may navigate there, and pages load from there. */
    mayReach: (url: string) => boolean;
    allow: (host: string) => void;
    /** Whether a host of the room resolved to a forbidden address. */
    wasForbidden: () => boolean;
  }>;

/**
 * `host` with its port. An address literal is always allowed: the caller makes sure that the document names it, or that
 * no redirect led to it.
 */
export function takeRoomSession(host: string, proxies: Proxies): RoomSession {
  const hosts = new Set([host]);
  let forbidden = false;
  const filtered = takeSession('room', guardDocuments, {
    mayConnect: (name, port) => isAmong(hosts, name, port),
    namedHosts: [hostnameOf(host)],
    proxies,
    isReadByOthers: true,
    onForbidden: () => (forbidden = true),
  });
  const mayReach = (url: string) => URL.canParse(url) && isReachable(new URL(url), hosts);
  letReach(filtered.session, mayReach);
  return {
    ...filtered,
    mayReach,
    allow: (more) => void hosts.add(more),
    wasForbidden: () => forbidden,
    empty: () => {
      hosts.clear();
      return filtered.empty();
    },
  };
}

/**
 * Replaces the page's own policy. Allows scripts and forms, but no popups, downloads or dialogs: there is no other way
 * to block the dialog of `print()`, and the app crashes if the window is destroyed under it.
 */
const policy = 'sandbox allow-scripts allow-same-origin allow-forms';

function guardDocuments(session: Session): void {
  session.webRequest.onHeadersReceived((details, answer) => {
    if (!['mainFrame', 'subFrame'].includes(details.resourceType)) return answer({});
    answer({ responseHeaders: withOurPolicy(details.responseHeaders ?? {}) });
  });
  // A service worker could serve responses without that policy.
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    answer({ cancel: 'Service-Worker' in requestHeaders });
  });
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

/** `URL.host` omits the scheme's default port. */
function isAmong(hosts: ReadonlySet<string>, name: string, port: number): boolean {
  const host = name.includes(':') ? `[${name}]` : name;
  return hosts.has(`${host}:${port}`) || ([80, 443].includes(port) && hosts.has(host));
}

function hostnameOf(host: string): string {
  return bareHost(URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host);
}
