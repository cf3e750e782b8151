/** Opens connections the way that the member, the environment or the system wants them: directly, or through a proxy. */
import { isProxyAway } from '../../../shared/net/proxy-answer.ts';
import { proxyName } from '../../../shared/net/proxy.ts';
import type { Proxy } from '../../../shared/net/proxy.ts';
import { isNear } from '../../../shared/net/own-network.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Lookup } from './addresses.ts';
import { bareHost } from './addresses.ts';
import { dial } from './dial.ts';
import { codeOf, NetError } from './error.ts';
import type { Dial, Line } from './line.ts';
import type { Proxies } from './proxies.ts';
import { forwardFault } from './tunnel.ts';

export type Target = Omit<Dial, 'through'> &
  Readonly<{
    /** Plain HTTP will be spoken: an HTTP proxy is given the request instead of making a tunnel. */
    speaksPlainHttp?: true;
    /** Never contacts this machine or its network. Through a proxy only what the host says of itself can be known. */
    outsideOnly?: true;
  }>;

/**
 * Opens a line and uses it; `use` hangs up. Both happen again if a proxy asks for a login that is known. Throws
 * NetError, or the signal's reason if aborted.
 */
export type Reach = <T>(target: Target, use: (line: Line) => Promise<T>) => Promise<T>;

export type ReachDeps = Readonly<{
  proxies: Proxies;
  /** Under the address rule. */
  lookup: Lookup;
  /** Also without the addresses of this network. */
  outside: Lookup;
}>;

export function createReach({ proxies, lookup, outside }: ReachDeps): Reach {
  const throughProxy = async <T>(
    proxy: Proxy,
    target: Target,
    use: (line: Line) => Promise<T>,
  ): Promise<T> => {
    const { host, at = host, port } = target;
    if (target.outsideOnly && isNear(at)) {
      throw new NetError(reason('address-forbidden', { address: at }));
    }
    const forwards = target.speaksPlainHttp === true && proxy.scheme !== 'socks5';
    try {
      const result = await proxies.logins.use(proxy, async (login) => {
        const line = await dial({ ...target, through: { proxy, login, forwards } }, lookup);
        return use(line).catch((error: unknown) => {
          throw forwards ? forwardFault(error, proxy) : error;
        });
      });
      proxies.evidence.note(proxy, at);
      return result;
    } catch (error) {
      if (codeOf(error) !== 'proxy-gateway' || !proxies.evidence.reachesOthers(proxy, at))
        throw error;
      throw new NetError(
        reason('proxy-target', { proxy: proxyName(proxy), host: at, port }),
        error,
      );
    }
  };

  return async (target, use) => {
    const { host, at = host, port, speaksPlainHttp = false } = target;
    const asked = { host: bareHost(at), port, isPlainHttp: speaksPlainHttp };
    const { ways } = await proxies.choose(asked);
    target.signal.throwIfAborted();
    let unreached: unknown;
    let away: unknown;
    for (const way of ways) {
      if (way === 'direct') {
        const line = await dial(target, target.outsideOnly ? outside : lookup).catch((error) => {
          unreached = error;
        });
        if (line) return use(line);
        // A proxy that comes after this was silent lately: it may be back, and the only way out of here.
        continue;
      }
      try {
        return await throughProxy(way, target, use);
      } catch (error) {
        if (unreached !== undefined && target.signal.aborted) throw unreached;
        // The next way is for when a proxy is away; whatever else went wrong would go wrong there too.
        if (!isProxyAway(codeOf(error))) throw error;
        away = error;
        proxies.noteSilence(way);
      }
    }
    throw unreached ?? away ?? new NetError(reason('proxy-unusable'));
  };
}
