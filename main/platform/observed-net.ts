/** Net and connectivity, joined: every answer feeds the connectivity, and doubt triggers a check. */
import { isProxyFault } from '../../shared/net/proxy-answer.ts';
import type { Clock } from './clock.ts';
import type { ConnectivityMonitor } from './connectivity.ts';
import { createConnectivity } from './connectivity.ts';
import { listenTo } from './listening-net.ts';
import type { Lookup } from './net/addresses.ts';
import { systemLookup } from './net/addresses.ts';
import { createBudget } from './net/budget.ts';
import type { Net } from './net/index.ts';
import { createNet } from './net/index.ts';
import type { Proxies } from './net/proxies.ts';
import { createResolver, lookupFallbackDelayMs, nodeLookup } from './net/resolver.ts';
import { createAskPlace, createAskTime, createAskWitness } from './witness.ts';

export type WayOut = Readonly<{
  /** For what a member does, and for the app itself. */
  net: Net;
  /** For status pages and backups, so that polling them never keeps a member waiting. */
  pages: Net;
  /** For checks; the monitor limits how many run at a time. */
  checks: Net;
  connectivity: ConnectivityMonitor;
}>;

/** Parallel connections for each of `net` and `pages`. */
const connectionBudget = 8;
/** More than all witnesses and other hosts together, so that none of these requests ever waits. */
const witnessBudget = 32;

/** `lookup` replaces the system's resolver in tests. Without `proxies`, every connection is direct. */
export function createWayOut(
  deps: Readonly<{ clock: Clock; proxies?: Proxies; lookup?: Lookup; onJump?: () => void }>,
): WayOut {
  const { lookup: ask = systemLookup, proxies, ...rest } = deps;
  const { clock } = rest;
  const ways = proxies ? { proxies } : {};
  const lookup = createResolver({ clock, ask, nodeLookup, fallbackDelayMs: lookupFallbackDelayMs });
  // Not observed: a witness is judged by what it says, and an answer alone proves nothing.
  const asking = createNet({
    ...ways,
    budget: createBudget(witnessBudget),
    lookup: createResolver({ clock, ask, nodeLookup, fallbackDelayMs: 0 }),
  });
  const connectivity = createConnectivity({
    ...rest,
    ask: createAskWitness({ net: asking }),
    askPlace: createAskPlace({ net: asking }),
    askTime: createAskTime({ net: asking }),
  });
  connectivity.onChange(({ state }, before) => {
    proxies?.doubt();
    // Unless it is what the proxy wants that has changed the state.
    if (state !== before.state && !isProxyFault(state)) proxies?.logins.doubt();
  });
  const lane = (places: number) =>
    listenTo(createNet({ ...ways, budget: createBudget(places), lookup }), connectivity.hear);
  return {
    net: lane(connectionBudget),
    pages: lane(connectionBudget),
    checks: lane(Number.POSITIVE_INFINITY),
    connectivity,
  };
}
