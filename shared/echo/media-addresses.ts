/** Filters the media addresses from a server by the rule on forbidden addresses. Pure. */
import { isForbidden } from '../net/forbidden-address.ts';
import { isAddress } from '../net/ip-address.ts';

/**
 * Removes SDP candidates (RFC 8839) at forbidden addresses. Candidates with a host name go too: the browser would
 * resolve them itself, unchecked. Other lines stay unchanged.
 */
export function withoutForbiddenCandidates(sdp: string): string {
  return sdp
    .split(/(?<=\n)/)
    .filter((line) => {
      const address = candidateAddress(line);
      return address === undefined || (isAddress(address) && !isForbidden(address));
    })
    .join('');
}

/**
 * `a=candidate:FOUNDATION COMPONENT TRANSPORT PRIORITY ADDRESS PORT typ …`; empty if malformed. Fields are separated by
 * exactly one blank, as in Chromium: accepting tabs would move the address to another field.
 */
function candidateAddress(line: string): string | undefined {
  if (!/^a=candidate/i.test(line)) return undefined;
  return /^a=candidate:\S* \d+ \S+ \d+ (\S+) \d+ typ /i.exec(line)?.[1] ?? '';
}

/** Checked addresses of each host name, best first. */
export type FoundAddresses = Readonly<Record<string, readonly string[]>>;

/**
 * Replacements for the URL of a STUN or TURN server (RFC 7064, RFC 7065): none if its address is forbidden or its name
 * did not resolve. TCP keeps the name, for its certificate, and because the connection is checked when it is made; for
 * UDP the browser would resolve the name unchecked, so it gets an address.
 */
export function checkedIceUrls(url: string, found: FoundAddresses): readonly string[] {
  const parts = parseIceUrl(url);
  if (!parts) return [];
  const { scheme, host, rest, isDatagram } = parts;
  if (isAddress(host)) return isForbidden(host) ? [] : [url];
  if (!isDatagram) return [url];
  const addresses = Object.hasOwn(found, host) ? (found[host] ?? []) : [];
  return addresses
    .filter((one) => isAddress(one) && !isForbidden(one))
    .map((one) => `${scheme}:${one.includes(':') ? `[${one}]` : one}${rest}`);
}

/** The host name to resolve for a server; undefined if none is needed. */
export function iceName(url: string): string | undefined {
  const parts = parseIceUrl(url);
  return parts?.isDatagram && !isAddress(parts.host) ? parts.host : undefined;
}

function parseIceUrl(url: string) {
  const [, scheme = '', v6, name, port = '', transport = ''] = iceUrl.exec(url) ?? [];
  const host = (v6 ?? name)?.toLowerCase();
  if (host === undefined) return undefined;
  const isTurn = /^turn/i.test(scheme);
  // TURN over TLS defaults to TCP; Chromium sends all STUN over UDP.
  const isDatagram = !isTurn || !/tcp/i.test(transport || (/s$/i.test(scheme) ? 'tcp' : 'udp'));
  return { scheme: scheme.toLowerCase(), host, rest: `${port}${transport}`, isDatagram };
}

const iceUrl =
  /^(stuns?|turns?):(?:\[([\da-f:.]+)\]|([\w.-]{1,253}))(:\d{1,5})?(\?transport=(?:udp|tcp))?$/i;
