/** What a server says of the ways of media, without those that the address rule refuses. Pure. */
import { isForbidden } from '../net/forbidden-address.ts';
import { isAddress } from '../net/ip-address.ts';

/**
 * An answer without its candidates (RFC 8839) at forbidden addresses. Those with a name go too: nobody here could say
 * what it leads to, and a browser looks it up by itself. Other lines stay as they are.
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
 * `a=candidate:FOUNDATION COMPONENT TRANSPORT PRIORITY ADDRESS PORT typ …`; empty for a line that is not quite so. One
 * blank parts them, as Chromium has it: who takes a tab for one as well finds the address at another place.
 */
function candidateAddress(line: string): string | undefined {
  if (!/^a=candidate/i.test(line)) return undefined;
  return /^a=candidate:\S* \d+ \S+ \d+ (\S+) \d+ typ /i.exec(line)?.[1] ?? '';
}

/** Where names lead: checked addresses of each, the best first. */
export type FoundAddresses = Readonly<Record<string, readonly string[]>>;

/**
 * The URLs to use instead of that of a STUN or TURN server (RFC 7064, RFC 7065): none where it is at a forbidden address,
 * or a name of which nothing was found. What goes over TCP keeps its name, for its certificate, and since its connection
 * is checked when it is made; a datagram goes to wherever the browser finds a name, so it is given an address.
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

/** The name that has to be looked up for a server; undefined where there is none. */
export function iceName(url: string): string | undefined {
  const parts = parseIceUrl(url);
  return parts?.isDatagram && !isAddress(parts.host) ? parts.host : undefined;
}

function parseIceUrl(url: string) {
  const [, scheme = '', v6, name, port = '', way = ''] = iceUrl.exec(url) ?? [];
  const host = (v6 ?? name)?.toLowerCase();
  if (host === undefined) return undefined;
  const isTurn = /^turn/i.test(scheme);
  // Of TURN over TLS, TCP is what is meant where nothing is said; Chromium sends all of STUN in datagrams.
  const isDatagram = !isTurn || !/tcp/i.test(way || (/s$/i.test(scheme) ? 'tcp' : 'udp'));
  return { scheme: scheme.toLowerCase(), host, rest: `${port}${way}`, isDatagram };
}

const iceUrl =
  /^(stuns?|turns?):(?:\[([\da-f:.]+)\]|([\w.-]{1,253}))(:\d{1,5})?(\?transport=(?:udp|tcp))?$/i;
