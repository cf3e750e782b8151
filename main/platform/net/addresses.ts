/** The address rule: forbidden addresses are never contacted, unless the document itself names one. */
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
 * A host as sent over the wire: without the brackets of an IPv6 literal, in ASCII (IDNA), and without the trailing dot
 * of a fully qualified name, which TLS does not allow (RFC 6066).
 */
export function bareHost(host: string): string {
  const bare = withoutBrackets(host.toLowerCase());
  return isIP(bare) > 0 ? bare : (domainToASCII(bare) || bare).replace(/(?<=.)\.$/, '');
}

/** Throws if `host` is a forbidden literal that the document does not name. */
export function refuseForbiddenLiteral(host: string, namedHosts: readonly string[]): void {
  const bare = bareHost(host);
  if (isForbidden(bare) && !namedHosts.includes(bare)) {
    throw new NetError(reason('address-forbidden', { address: bare }));
  }
}

/** Throws if `host` is an address inside a local network. */
export function refuseInside(host: string): void {
  const address = bareHost(host);
  if (isInside(address)) throw new NetError(reason('address-forbidden', { address }));
}

export type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;
export type Lookup = (hostname: string, options: LookupOptions, callback: LookupCallback) => void;

/**
 * The system's resolver. Asks first for the address families that this machine has, since some name servers never
 * answer for the other. Asks again for all, so that a name with only the other family fails on connecting instead of
 * counting as missing.
 */
export const systemLookup: Lookup = (hostname, options, callback) => {
  const release = endDespiteSlowCall(slowLookupMs);
  const answer: LookupCallback = (error, found) => {
    release();
    callback(error, found);
  };
  dnsLookup(hostname, { ...options, hints: ADDRCONFIG }, (error, found) => {
    if (!error || error.code === 'EAI_AGAIN') return answer(error, found);
    dnsLookup(hostname, options, answer);
  });
};

/** A silent name server blocks a thread until the system's resolver gives up. In ms. */
const slowLookupMs = 1000;

/**
 * Drops forbidden addresses. Since it filters the addresses that are then connected to, a name that resolves
 * differently the second time gains nothing.
 */
export function guardLookup(lookup: Lookup = systemLookup): Lookup {
  return filterLookup(lookup, (_host, all) => all.filter((one) => !isForbidden(one.address)));
}

/** Drops addresses inside a local network, for names that nobody vouches for. */
export function onlyOutside(lookup: Lookup): Lookup {
  return filterLookup(lookup, (_host, all) => all.filter((one) => !isInside(one.address)));
}

/**
 * For a third party's page, which may read responses and send them on: a name that once resolved outside the local
 * network never leads into it (DNS rebinding).
 */
export function keepOutside(lookup: Lookup): Lookup {
  const outside = new Set<string>();
  return filterLookup(lookup, (host, all) => {
    const left = all.filter((one) => !isInside(one.address));
    if (left.length > 0) outside.add(host);
    return outside.has(host) ? left : all;
  });
}

type Pick = (host: string, all: readonly LookupAddress[]) => readonly LookupAddress[];

function filterLookup(lookup: Lookup, pick: Pick): Lookup {
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
