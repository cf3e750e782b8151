/**
 * Sessions for the pages of an echo test. Each serves one page at a time, stores nothing on disk, is emptied
 * afterwards, and connects through our proxy, which applies the address rule. Protocols that Chromium cannot send
 * through a proxy, such as WebTransport, are unavailable in them.
 */
import { session as sessions } from 'electron';
import type { Session } from 'electron';
import type { FilteringDeps, FilteringProxy } from '../platform/net/filtering-proxy.ts';
import { startFilteringProxy } from '../platform/net/filtering-proxy.ts';

export type FilteredSession = Readonly<{
  session: Session;
  /** Resolves once all traffic goes through the proxy; load nothing before. Rejects if there is no proxy. */
  ready: Promise<void>;
  /** Deletes everything that the page has stored. */
  empty: () => Promise<void>;
}>;

/** Electron keeps sessions until the app ends, so emptied ones are reused. */
const free = new Map<string, Session[]>();
let count = 0;

/** `prepare` is called once for each new session of this kind. */
export function takeSession(
  kind: string,
  prepare: (session: Session) => void,
  deps: FilteringDeps,
): FilteredSession {
  const unused = free.get(kind) ?? [];
  free.set(kind, unused);
  const session = unused.pop() ?? make(kind, prepare);
  const proxy = startFilteringProxy(deps);
  return {
    session,
    ready: proxy.then((it) => sendThrough(session, it)),
    empty: async () => {
      (await proxy).close();
      await session.closeAllConnections();
      await session.clearData();
      await session.clearAuthCache();
      await session.clearHostResolverCache();
      unused.push(session);
    },
  };
}

function make(kind: string, prepare: (session: Session) => void): Session {
  const session = sessions.fromPartition(`${kind}-${(count += 1)}`);
  prepare(session);
  return session;
}

async function sendThrough(session: Session, { port }: FilteringProxy): Promise<void> {
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: `socks5://127.0.0.1:${port}`,
    // Otherwise Chromium bypasses the proxy for loopback and link-local addresses.
    proxyBypassRules: '<-loopback>',
  });
}
