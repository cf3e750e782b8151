/** What the page of a room may reach: its own hosts, where they are at no forbidden address. */
import type { Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { FilteredSession } from './filtered-session.ts';
import { takeSession } from './filtered-session.ts';
import { letReach } from './security.ts';

export type RoomSession = FilteredSession &
  Readonly<{
    /** Whether a frame may go there, and a page load from there. */
    mayReach: (url: string) => boolean;
    allow: (host: string) => void;
    /** Whether a host of the room was at a forbidden address. */
    wasForbidden: () => boolean;
  }>;

/** `host` with its port; a literal that the document names or a room is known not to have been led to. */
export function takeRoomSession(host: string): RoomSession {
  const hosts = new Set([host]);
  let forbidden = false;
  const filtered = takeSession('room', guardDocuments, {
    mayConnect: (name, port) => isAmong(hosts, name, port),
    namedHosts: [hostnameOf(host)],
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
 * Stands in for the page's own policy. Ours lets a page run and be filled in, and refuses it popups, downloads and dialogs:
 * that of `print()` cannot be refused otherwise, and an app whose window ends under it crashes.
 */
const policy = 'sandbox allow-scripts allow-same-origin allow-forms';

function guardDocuments(session: Session): void {
  session.webRequest.onHeadersReceived((details, answer) => {
    if (!['mainFrame', 'subFrame'].includes(details.resourceType)) return answer({});
    answer({ responseHeaders: withOurPolicy(details.responseHeaders ?? {}) });
  });
  // A service worker would answer for the server without that policy.
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

/** `URL.host` leaves out the port that its scheme has by itself. */
function isAmong(hosts: ReadonlySet<string>, name: string, port: number): boolean {
  const host = name.includes(':') ? `[${name}]` : name;
  return hosts.has(`${host}:${port}`) || ([80, 443].includes(port) && hosts.has(host));
}

function hostnameOf(host: string): string {
  return bareHost(URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host);
}
