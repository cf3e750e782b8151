import { session } from 'electron';
import type { Session } from 'electron';
import { bareHost } from '../platform/net/addresses.ts';
import type { FilteredSession } from './filtered-session.ts';
import { takeSession } from './filtered-session.ts';
import { letReach } from './security.ts';

/** Of one request: the SDK has limits of its own for all but those of OAuth 2.0. An upload takes the longest; in ms. */
const limitMs = 300_000;

/**
 * Chromium's `fetch`, which knows the system's proxy and its certificates, in sessions that no page uses and that keep
 * nothing: no cookie, no cache, no file. Where the system has a proxy for an address, that is asked; where it has none, our
 * own, which knows the address rule.
 */
export function createAccountFetch(): typeof globalThis.fetch {
  const bySystem = session.fromPartition('accounts', { cache: false });
  reachTheWeb(bySystem);
  const asked = new Set<string>();
  let filtered: FilteredSession | undefined;
  const takeFiltered = () =>
    (filtered ??= takeSession('filtered-accounts', reachTheWeb, {
      mayConnect: (host, port) => asked.has(placeOf(host, port)),
      namedHosts: [],
      isReadByOthers: false,
      onForbidden: () => undefined,
    }));
  const sessionFor = async (url: URL): Promise<Session> => {
    if ((await bySystem.resolveProxy(url.href)) !== 'DIRECT') return bySystem;
    const { ready, session } = takeFiltered();
    asked.add(placeOf(url.hostname, Number(url.port) || (url.protocol === 'https:' ? 443 : 80)));
    await ready;
    return session;
  };
  return async (input, init) => {
    const limit = AbortSignal.timeout(limitMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    // Of a Request, Electron and Node have types of their own; nobody asks by one here.
    const address = input instanceof Request ? input.url : String(input);
    const own = await sessionFor(new URL(address));
    return own.fetch(address, { ...init, signal, credentials: 'omit', cache: 'no-store' });
  };
}

function reachTheWeb(session: Session): void {
  letReach(session, (url) => /^https?:/i.test(url));
}

function placeOf(host: string, port: number): string {
  return `${bareHost(host)}:${port}`;
}
