/** Addresses in standard notation: what only some resolvers accept, such as `127.1`, is rejected. Pure. */
import ipaddr from 'ipaddr.js';

export function isAddress(text: string): boolean {
  return isIpv4(text) || ipaddr.IPv6.isValid(text);
}

function isIpv4(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** The canonical spelling, with IPv4-mapped IPv6 as IPv4; undefined if the text is not an address. */
export function canonicalAddress(text: string): string | undefined {
  return isAddress(text) ? ipaddr.process(asIpaddrReads(text)).toString() : undefined;
}

/** ipaddr.js takes `::192.0.2.1` for `::ffff:192.0.2.1`, which is another address. */
function asIpaddrReads(text: string): string {
  return text.replace(/^::(?=[\d.]+$)/, '0::');
}

/** The DNS name for the reverse lookup of an address; other names are returned unchanged. */
export function reverseName(name: string): string {
  if (!isAddress(name)) return name;
  const bytes = ipaddr.parse(asIpaddrReads(name)).toByteArray();
  if (isIpv4(name)) return `${bytes.toReversed().join('.')}.in-addr.arpa`;
  const nibbles = bytes.flatMap((byte) => [byte >> 4, byte & 15]);
  const digits = nibbles.map((one) => one.toString(16));
  return `${digits.toReversed().join('.')}.ip6.arpa`;
}
