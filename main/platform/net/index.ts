/** The app's only network access: every connection goes through here, under a budget and the address rule. */
import type { Certificate, Timings } from '../../../shared/observation/observation.ts';
import { proxyName } from '../../../shared/net/proxy.ts';
import { systemClock } from '../clock.ts';
import type { Lookup } from './addresses.ts';
import { bareHost, guardLookup, onlyOutside } from './addresses.ts';
import type { Budget } from './budget.ts';
import type { Proxies } from './proxies.ts';
import { noProxies } from './proxies.ts';
import type { Reach } from './reach.ts';
import { createReach } from './reach.ts';
import type { Answer, Request } from './request.ts';
import { follow } from './request.ts';
import type { Trust } from './tls.ts';

export type Target = Readonly<{
  /** A name or address from the co-op document. */
  host: string;
  port: number;
  /** Which certificates to trust; undefined for plain TCP. */
  trust?: Trust;
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
}>;

export type Reached = Readonly<{
  timings: Timings;
  certificate?: Certificate;
  /** The proxy that it went through, as `host:port`. */
  proxy?: string;
}>;

export type Net = Readonly<{
  /** Throws NetError, or the signal's reason if aborted. */
  request: (request: Request) => Promise<Answer>;
  /** Opens a connection and closes it. Throws like `request`. */
  connect: (target: Target) => Promise<Reached>;
  /** Runs other network work, such as a DNS query, under the same budget. */
  within: <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
}>;

/** `lookup` replaces the system's resolver in tests. Without `proxies`, every connection is direct. */
export function createNet(
  deps: Readonly<{ budget: Budget; lookup?: Lookup; proxies?: Proxies }>,
): Net {
  const lookup = guardLookup(deps.lookup);
  const { proxies = noProxies(systemClock) } = deps;
  const reach = createReach({ proxies, lookup, outside: onlyOutside(lookup) });
  const within: Net['within'] = async (signal, work) => {
    const release = await deps.budget.take(signal);
    try {
      return await work();
    } finally {
      release();
    }
  };
  return {
    within,
    request: (request) => within(request.signal, () => follow(request, reach)),
    connect: (target) => within(target.signal, () => connect(target, reach)),
  };
}

function connect(target: Target, reach: Reach): Promise<Reached> {
  const host = bareHost(target.host);
  return reach({ ...target, host, trust: target.trust, namedHosts: [host] }, async (line) => {
    const timings = line.clock.timings();
    line.hangUp();
    const { certificate, through } = line;
    return {
      timings,
      ...(certificate ? { certificate } : {}),
      ...(through ? { proxy: proxyName(through.proxy) } : {}),
    };
  });
}
