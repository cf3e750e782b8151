/** Addresses as they are written everywhere: what only some resolver reads as one, such as `127.1`, is none here. Pure. */
import ipaddr from 'ipaddr.js';

export function isAddress(text: string): boolean {
  return isIpv4(text) || ipaddr.IPv6.isValid(text);
}

function isIpv4(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** The one spelling that can be compared, IPv4 within IPv6 as itself; undefined when the text is no address. */
export function canonicalAddress(text: string): string | undefined {
  // `::ffff:192.0.2.1` is 192.0.2.1 on a line that knows only the newer kind.
  return isAddress(text) ? ipaddr.process(asIpaddrReads(text)).toString() : undefined;
}

/** To the library `::192.0.2.1` is `::ffff:192.0.2.1`, which is another address. */
function asIpaddrReads(text: string): string {
  return text.replace(/^::(?=[\d.]+$)/, '0::');
}

/** The name under which the DNS keeps the name of an address; other names stay as they are. */
export function reverseName(name: string): string {
  if (!isAddress(name)) return name;
  const bytes = ipaddr.parse(asIpaddrReads(name)).toByteArray();
  if (isIpv4(name)) return `${bytes.toReversed().join('.')}.in-addr.arpa`;
  const nibbles = bytes.flatMap((byte) => [byte >> 4, byte & 15]);
  const digits = nibbles.map((one) => one.toString(16));
  return `${digits.toReversed().join('.')}.ip6.arpa`;
}
