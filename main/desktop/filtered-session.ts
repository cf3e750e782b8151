/**
 * Sessions for the pages of an echo test: each is used by one page at a time, keeps nothing on disk, is emptied after it,
 * and connects through a proxy of ours that knows the address rule. What Chromium does not send through a proxy, such as
 * WebTransport, it does not do at all then.
 */
import { session as sessions } from 'electron';
import type { Session } from 'electron';
import type { FilteringDeps, FilteringProxy } from '../platform/net/filtering-proxy.ts';
import { startFilteringProxy } from '../platform/net/filtering-proxy.ts';

export type FilteredSession = Readonly<{
  session: Session;
  /** Resolves once nothing can pass the proxy by; nothing may be loaded before. Rejects when there is no proxy. */
  ready: Promise<void>;
  /** Forgets all that the page has left behind. */
  empty: () => Promise<void>;
}>;

/** Electron keeps a session until the app ends, so one that has been emptied is used again. */
const free = new Map<string, Session[]>();
let made = 0;

/** `prepare` sees a session of this kind when it is made. */
export function takeSession(
  kind: string,
  prepare: (session: Session) => void,
  parts: FilteringDeps,
): FilteredSession {
  const unused = free.get(kind) ?? [];
  free.set(kind, unused);
  const session = unused.pop() ?? make(kind, prepare);
  const proxy = startFilteringProxy(parts);
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
  const session = sessions.fromPartition(`${kind}-${(made += 1)}`);
  prepare(session);
  return session;
}

async function sendThrough(session: Session, { port }: FilteringProxy): Promise<void> {
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: `socks5://127.0.0.1:${port}`,
    // Otherwise Chromium asks loopback and link-local addresses without it.
    proxyBypassRules: '<-loopback>',
  });
}
