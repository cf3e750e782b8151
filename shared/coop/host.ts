/** Names and addresses of machines as people write them into a document, and what is wrong with them. Pure. */
import * as v from 'valibot';
import type { Remedy } from './remedy.ts';
import { remedy, sound } from './remedy.ts';
import { addressParts, withPort } from '../net/address-parts.ts';
import { withoutBrackets } from '../net/bare-host.ts';
import { quote } from '../text/quote.ts';

/** As IDNA reads them: the dots of other scripts too. */
const dots = /[.\u3002\uFF0E\uFF61]/;
/** Letters and digits of any script, and the underscore, which real names have although hosts should not. */
const label = /^[\p{L}\p{M}\p{N}_-]+$/u;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
/** A last label like these makes an address of the whole, or nothing at all. */
const numeric = /^(?:\d+|0x[0-9a-f]*)$/i;
/** Nearly every name: a document of thousands is read in no time, the others are looked at closely. */
const usual = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
/** A part in another script, as ASCII. */
const isEncoded = /(?:^|\.)xn--/i;
const IPv6 = v.pipe(v.string(), v.maxLength(45), v.ipv6());
const maxPort = 65_535;

export const Port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPort));

export function isAddress(text: string): boolean {
  return ipv4.test(text) || v.is(IPv6, text);
}

/** What is wrong with a name or an address that stands where nothing else may; undefined is sound. */
export function hostFault(text: string): Remedy | undefined {
  if (usual.test(text) && !isEncoded.test(text)) return undefined;
  const got = quote(text);
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(text) ?? [];
  if (scheme !== undefined) return remedy('host-scheme', { host: quote(nameIn(rest)) });
  if (/[\p{C}\s]/u.test(text)) return remedy('host-signs', { got });
  if (text.includes('@')) return remedy('host-user', { host: quote(nameIn(text)) });
  if (/[/?#\\]/.test(text)) {
    return remedy('host-path', { host: quote(nameIn(text.replace(/^[/\\]+/, ''))) });
  }
  const parts = withPort(text);
  if (parts) return remedy('host-port', { host: quote(parts.host), port: parts.port ?? 0 });
  if (v.is(IPv6, withoutBrackets(text))) return undefined;
  return text.includes(':') || /[[\]]/.test(text)
    ? remedy('host-address', { got })
    : nameFault(text);
}

/** The name in what is left of an address, for a proposal. */
function nameIn(text: string): string {
  const [first = ''] = text.slice(text.lastIndexOf('@') + 1).split(/[/?#\\]/);
  return withPort(first)?.host ?? first;
}

function nameFault(text: string): Remedy | undefined {
  const got = quote(text);
  // One dot at the end is how the DNS writes a name in full.
  const labels = text.replace(dotAtEnd, '').split(dots);
  if (labels.includes('')) return remedy('host-dots', { got });
  if (labels.includes('*')) return remedy('host-wildcard', { got });
  const wrong = labels.find((one) => !label.test(one));
  if (wrong !== undefined) return remedy('host-signs', { got });
  const last = labels.at(-1) ?? '';
  if (numeric.test(last)) return ipv4.test(text) ? undefined : remedy('host-address', { got });
  const odd = labels.find((one) => one.length > 63 || /^-|-$/.test(one));
  if (odd !== undefined) return remedy('host-label', { got, label: quote(odd) });
  return isAscii(text) || v.is(Url, `https://${text}/`) ? undefined : remedy('host-signs', { got });
}

/** Names of other scripts are spelt in ASCII on the wire, where some letters do not go together. */
const Url = v.pipe(v.string(), v.url());

function isAscii(text: string): boolean {
  return /^[\w.-]*$/.test(text) && !isEncoded.test(text);
}

const dotAtEnd = new RegExp(`${dots.source}$`);

/** What is wrong with what the DNS is asked for: an underscore or `*` may be in it. */
export function dnsNameFault(text: string): Remedy | undefined {
  return hostFault(text.replace(/^\*(?=\.)/, 'any'));
}

/** What is wrong with a name server: an address, with a port if need be. Its name would have to be looked up first. */
export function dnsServerFault(text: string): Remedy | undefined {
  const got = quote(text);
  const { host, port } = addressParts(text);
  if (!isAddress(host)) return remedy('dns-server', { got });
  return port !== undefined && (port < 1 || port > maxPort)
    ? remedy('port-range', { got: port })
    : undefined;
}

/** A name or an address, and nothing beside it. */
export const Host = v.pipe(v.string(), v.minLength(1), sound(hostFault), v.maxLength(253));
export const DnsName = v.pipe(v.string(), v.minLength(1), sound(dnsNameFault), v.maxLength(253));
export const DnsServer = v.pipe(v.string(), sound(dnsServerFault), v.maxLength(260));
