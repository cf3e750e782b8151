/** Forbidden addresses are not asked. Only a document that names such an address itself may have it asked. */
import type { LookupAddress, LookupOptions } from 'node:dns';
import { ADDRCONFIG, lookup as dnsLookup } from 'node:dns';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { withoutBrackets } from '../../../shared/net/bare-host.ts';
import { isForbidden } from '../../../shared/net/forbidden-address.ts';
import { isInside } from '../../../shared/net/own-network.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { endDespiteSlowCall } from '../stuck-thread.ts';
import { NetError } from './error.ts';

/**
 * A host as it goes over the wire: without the brackets of an IPv6 literal, a name of another script as ASCII (IDNA),
 * and without the dot that ends a full name, which TLS has no place for (RFC 6066).
 */
export function bareHost(host: string): string {
  const bare = withoutBrackets(host.toLowerCase());
  return isIP(bare) > 0 ? bare : (domainToASCII(bare) || bare).replace(/(?<=.)\.$/, '');
}

/** Throws when `host` is a forbidden literal that the document does not name. */
export function refuseForbiddenLiteral(host: string, namedHosts: readonly string[]): void {
  const bare = bareHost(host);
  if (isForbidden(bare) && !namedHosts.includes(bare)) {
    throw new NetError(reason('address-forbidden', { address: bare }));
  }
}

export type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;
export type Lookup = (hostname: string, options: LookupOptions, callback: LookupCallback) => void;

/**
 * The system's resolver, first asked for addresses of those families that this machine has: some name servers never
 * answer about the other. A name that has only those is not said to be missing: that there is no way to it, the
 * connection will tell.
 */
export const systemLookup: Lookup = (hostname, options, callback) => {
  const isBack = endDespiteSlowCall(lookupPatienceMs);
  const answer: LookupCallback = (error, found) => {
    isBack();
    callback(error, found);
  };
  dnsLookup(hostname, { ...options, hints: ADDRCONFIG }, (error, found) => {
    if (!error || error.code === 'EAI_AGAIN') return answer(error, found);
    dnsLookup(hostname, options, answer);
  });
};

/** A name server that is silent keeps a thread for as long as the system's resolver has patience. In ms. */
const lookupPatienceMs = 1000;

/**
 * A lookup that drops forbidden addresses. It checks what is then connected to, so a name that resolves differently
 * a second time gains nothing.
 */
export function guardLookup(lookup: Lookup = systemLookup): Lookup {
  return sift(lookup, (_host, all) => all.filter((one) => !isForbidden(one.address)));
}

/**
 * A lookup for a page of somebody else's, which may read and send on what comes: a name that is outside of this network
 * leads into it neither later nor at the same time (DNS rebinding).
 */
export function keepOutside(lookup: Lookup): Lookup {
  const outside = new Set<string>();
  return sift(lookup, (host, all) => {
    const left = all.filter((one) => !isInside(one.address));
    if (left.length > 0) outside.add(host);
    return outside.has(host) ? left : all;
  });
}

type Pick = (host: string, all: readonly LookupAddress[]) => readonly LookupAddress[];

function sift(lookup: Lookup, pick: Pick): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const all = Array.isArray(found) ? found : [];
      const allowed = pick(hostname, all);
      const [first] = allowed;
      if (!first) {
        const address = all[0]?.address ?? '?';
        return callback(new NetError(reason('address-forbidden', { address })), []);
      }
      return options.all
        ? callback(null, [...allowed])
        : callback(null, first.address, first.family);
    });
  };
}
