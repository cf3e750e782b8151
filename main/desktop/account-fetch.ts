import { session } from 'electron';
import type { Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { FilteredSession } from './filtered-session.ts';
import { takeSession } from './filtered-session.ts';
import { letReach } from './security.ts';

/** Limit of one request, in ms: the SDK has none for OAuth 2.0. Long enough for an upload. */
const limitMs = 300_000;

/**
 * Chromium's `fetch`, which uses the system's proxy and certificates, in sessions that no page shares and that store
 * nothing. Requests go through the system's proxy if it has one for the address, otherwise through our own, which
 * applies the address rule.
 */
export function createAccountFetch(): typeof globalThis.fetch {
  const systemSession = session.fromPartition('accounts', { cache: false });
  allowWeb(systemSession);
  const requested = new Set<string>();
  let filtered: FilteredSession | undefined;
  const filteredSession = () =>
    (filtered ??= takeSession('filtered-accounts', allowWeb, {
      mayConnect: (host, port) => requested.has(placeOf(host, port)),
      namedHosts: [],
      isReadByOthers: false,
      onForbidden: () => undefined,
    }));
  const sessionFor = async (url: URL): Promise<Session> => {
    if ((await systemSession.resolveProxy(url.href)) !== 'DIRECT') return systemSession;
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
    const own = await sessionFor(new URL(address));
    return own.fetch(address, { ...init, signal, credentials: 'omit', cache: 'no-store' });
  };
}

function allowWeb(session: Session): void {
  letReach(session, (url) => /^https?:/i.test(url));
}

function placeOf(host: string, port: number): string {
  return `${bareHost(host)}:${port}`;
}
