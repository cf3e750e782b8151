import { session } from 'electron';
import type { Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import type { FilteredSession } from './filtered-session.ts';
import { takeSession } from './filtered-session.ts';
import { letReach } from './security.ts';

/** Limit of one request, in ms: the SDK has none for OAuth 2.0. Long enough for an upload. */
const limitMs = 300_000;

/**
 * Chromium's `fetch`, which uses the system's certificates, in sessions that no page shares and that store nothing.
 * Requests go through our own proxy, which applies the address rule and connects as the rest of the app does. Only
 * where the network's proxy wants a login that Chromium has and the app has not, Chromium connects itself.
 */
export function createAccountFetch(proxies: Proxies): typeof globalThis.fetch {
  let own: Session | undefined;
  const systemSession = () => {
    if (!own) allowWeb((own = session.fromPartition('accounts', { cache: false })));
    return own;
  };
  const requested = new Set<string>();
  let filtered: FilteredSession | undefined;
  const filteredSession = () =>
    (filtered ??= takeSession('filtered-accounts', allowWeb, {
      mayConnect: (host, port) => requested.has(placeOf(host, port)),
      namedHosts: [],
      isReadByOthers: false,
      proxies,
      onForbidden: () => undefined,
    }));
  const sessionFor = async (url: URL): Promise<Session> => {
    if (proxies.logins.wanted()?.kinds !== undefined) return systemSession();
    const { ready, session } = filteredSession();
    requested.add(
      placeOf(url.hostname, Number(url.port) || (url.protocol === 'https:' ? 443 : 80)),
    );
    await ready;
    return session;
  };
  return async (input, init) => {
    const limit = AbortSignal.timeout(limitMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    // Electron's and Node's types of Request differ; no caller passes one.
    const address = input instanceof Request ? input.url : String(input);
    const taken = await sessionFor(new URL(address));
    return taken.fetch(address, { ...init, signal, credentials: 'omit', cache: 'no-store' });
  };
}

function allowWeb(session: Session): void {
  letReach(session, (url) => /^https?:/i.test(url));
}

function placeOf(host: string, port: number): string {
  return `${bareHost(host)}:${port}`;
}
