/**
 * Addresses that are never contacted: link-local ones, those of cloud metadata services, which hand out secrets to any
 * request from inside, and multicast and broadcast ones. Pure: main applies it to its connections, and the probe to the
 * media addresses that a server announces.
 */
import type { IPv4, IPv6 } from 'ipaddr.js';
import ipaddr from 'ipaddr.js';

const ranges = [
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.255.255.255/32',
  // Metadata services of Alibaba, Volcengine, Oracle and Azure outside the link-local range.
  '100.100.100.200/32',
  '100.96.0.96/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
  'fe80::/10',
  'ff00::/8',
  // Metadata services over IPv6: of AWS (with its credentials for containers), Google, Oracle, Scaleway and Akamai.
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:c1::a9fe:a9fe/128',
  'fd00:42::42/128',
  'fd00:a9fe:a9fe::1/128',
].map((range) => ipaddr.parseCIDR(range));

/**
 * IPv6 prefixes that embed an IPv4 address, and the indexes of its bytes. A translator of RFC 6052 may use any prefix
 * length within the range that RFC 8215 reserves for local use, so all are checked.
 */
const carriers: readonly (readonly [prefix: string, ...places: readonly (readonly number[])[]])[] =
  [
    ['::/96', [12, 13, 14, 15]],
    ['::ffff:0:0/96', [12, 13, 14, 15]],
    ['::ffff:0:0:0/96', [12, 13, 14, 15]],
    ['64:ff9b::/96', [12, 13, 14, 15]],
    ['64:ff9b:1::/48', [6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], [12, 13, 14, 15]],
    ['2002::/16', [2, 3, 4, 5]],
    ['2001::/32', [4, 5, 6, 7]],
  ];
const prefixes = carriers.map(([prefix, ...places]) => ({
  range: ipaddr.parseCIDR(prefix),
  places,
}));

/** `address` may have a zone. Anything but an address, such as a name, is not forbidden. */
export function isForbidden(address: string): boolean {
  return withCarried(address).some(isInRanges);
}

/** An address, and the IPv4 addresses that a packet to it may come out at; empty if it is not an address. */
export function withCarried(address: string): readonly (IPv4 | IPv6)[] {
  const bare = address.replace(/%.*$/s, '');
  if (!ipaddr.isValid(bare)) return [];
  const parsed = ipaddr.parse(bare);
  return parsed.kind() === 'ipv4' ? [parsed] : [parsed, ...carried(parsed as IPv6)];
}

function isInRanges(address: IPv4 | IPv6): boolean {
  return ranges.some(([start, bits]) => matches(address, start, bits));
}

function matches(address: IPv4 | IPv6, start: IPv4 | IPv6, bits: number): boolean {
  return address.kind() === start.kind() && address.match(start, bits);
}

function carried(address: IPv6): readonly IPv4[] {
  const bytes = address.toByteArray();
  const at = (places: readonly number[]) =>
    new ipaddr.IPv4(places.map((place) => bytes[place] ?? 0));
  const last = at([12, 13, 14, 15]);
  const found = prefixes
    .filter(({ range: [start, bits] }) => matches(address, start, bits))
    .flatMap(({ places }) => places.map(at));
  // Teredo (RFC 4380) stores its client's address with all bits inverted.
  if (matches(address, ...ipaddr.parseCIDR('2001::/32'))) {
    found.push(new ipaddr.IPv4(last.toByteArray().map((byte) => 255 - byte)));
  }
  if (isIsatap(bytes) || isUsualMetadata(last)) found.push(last);
  return found;
}

/** ISATAP (RFC 5214), under any prefix. */
function isIsatap(bytes: readonly number[]): boolean {
  const [first = 0, ...rest] = bytes.slice(8, 12);
  return [0, 2].includes(first) && rest.join() === '0,94,254';
}

/** A network may translate under a prefix of its own, which cannot be known here. */
function isUsualMetadata(last: IPv4): boolean {
  return last.toString() === '169.254.169.254';
}
