/**
 * What a proxy has reached lately. If it cannot reach one server, the fault may be its own; if it reaches others, it is
 * that server's.
 */
import type { Proxy } from '../../../shared/net/proxy.ts';
import { proxyKey } from '../../../shared/net/proxy.ts';
import { isNear } from '../../../shared/net/own-network.ts';
import type { Clock } from '../clock.ts';

export type ProxyEvidence = Readonly<{
  /** A connection through it was of use. */
  note: (proxy: Proxy, host: string) => void;
  reachesOthers: (proxy: Proxy, host: string) => boolean;
}>;

/** How long it counts, in ms: longer than the usual interval between checks. */
const lifeMs = 5 * 60_000;
/** Two would do, but one may be asked about. */
const hostLimit = 3;

export function createProxyEvidence(clock: Pick<Clock, 'monotonicMs'>): ProxyEvidence {
  const reached = new Map<string, Map<string, number>>();
  return {
    note: (proxy, host) => {
      // What is inside the network says nothing about its way out.
      if (isNear(host)) return;
      const hosts = reached.get(proxyKey(proxy)) ?? new Map<string, number>();
      reached.set(proxyKey(proxy), hosts);
      hosts.delete(host);
      hosts.set(host, clock.monotonicMs());
      const [oldest] = hosts.keys();
      if (hosts.size > hostLimit && oldest !== undefined) hosts.delete(oldest);
    },
    reachesOthers: (proxy, host) => {
      const hosts = reached.get(proxyKey(proxy)) ?? new Map<string, number>();
      const sinceMs = clock.monotonicMs() - lifeMs;
      return [...hosts].some(([one, atMs]) => one !== host && atMs >= sinceMs);
    },
  };
}
