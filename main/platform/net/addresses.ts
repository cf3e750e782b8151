/**
 * Addresses that are never asked: those of the machine's own link and of a cloud's metadata service, which hand out
 * secrets to whoever asks from inside. Only a document that names such an address itself may have it asked.
 */
import type { LookupAddress, LookupOptions } from 'node:dns';
import { ADDRCONFIG, lookup as dnsLookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { reason } from '../../../shared/status/observation.ts';
import { NetError } from './error.ts';

const forbidden = new BlockList();
forbidden.addSubnet('169.254.0.0', 16, 'ipv4');
forbidden.addAddress('100.100.100.200', 'ipv4');
forbidden.addAddress('192.0.0.192', 'ipv4');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addAddress('fd00:ec2::254', 'ipv6');
// The same IPv4 addresses as NAT64 (RFC 6052) and 6to4 (RFC 3056) write them.
forbidden.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
forbidden.addAddress('64:ff9b::6464:64c8', 'ipv6');
forbidden.addAddress('64:ff9b::c000:c0', 'ipv6');
forbidden.addSubnet('2002:a9fe::', 32, 'ipv6');

/** Also looks through IPv4-mapped IPv6 forms such as `::ffff:169.254.169.254`. */
export function isForbidden(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 0) return false;
  return forbidden.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * A host as it goes over the wire: without the brackets of an IPv6 literal, a name of another script as ASCII (IDNA),
 * and without the dot that ends a full name, which TLS has no place for (RFC 6066).
 */
export function bareHost(host: string): string {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return isIP(bare) > 0 ? bare : (domainToASCII(bare) || bare).replace(/(?<=.)\.$/, '');
}

/** Throws when `host` is a forbidden literal that the document does not name. */
export function refuseForbiddenLiteral(host: string, namedHosts: readonly string[]): void {
  const bare = bareHost(host);
  if (isForbidden(bare) && !namedHosts.includes(bare)) {
    throw new NetError(reason('address-forbidden', { address: bare }));
  }
}

type LookupCallback = (
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
const systemLookup: Lookup = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, hints: ADDRCONFIG }, (error, found) => {
    if (!error || error.code === 'EAI_AGAIN') return callback(error, found);
    dnsLookup(hostname, options, callback);
  });
};

/**
 * A lookup that drops forbidden addresses. It checks what is then connected to, so a name that resolves differently
 * a second time gains nothing.
 */
export function guardLookup(lookup: Lookup = systemLookup): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const all = Array.isArray(found) ? found : [];
      const allowed = all.filter((one) => !isForbidden(one.address));
      const [first] = allowed;
      if (!first) {
        const address = all[0]?.address ?? '?';
        return callback(new NetError(reason('address-forbidden', { address })), []);
      }
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}
