/** Validates host names and IP addresses in a document. Pure. */
import * as v from 'valibot';
import type { Remedy } from './remedy.ts';
import { remedy, sound } from './remedy.ts';
import { addressParts, withPort } from '../net/address-parts.ts';
import { withoutBrackets } from '../net/bare-host.ts';
import { quote } from '../text/quote.ts';

/** Label separators of IDNA, including those of other scripts. */
const dots = /[.\u3002\uFF0E\uFF61]/;
/** Letters and digits of any script, and the underscore, which some real host names contain against the rules. */
const label = /^[\p{L}\p{M}\p{N}_-]+$/u;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
/** With such a last label, URL parsers treat the whole name as an IPv4 address. */
const numeric = /^(?:\d+|0x[0-9a-f]*)$/i;
/** Fast path for almost every name, so that documents with thousands of services validate quickly. */
const usual = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
/** A Punycode label. */
const isEncoded = /(?:^|\.)xn--/i;
const IPv6 = v.pipe(v.string(), v.maxLength(45), v.ipv6());
const maxPort = 65_535;

export const Port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPort));

export function isAddress(text: string): boolean {
  return ipv4.test(text) || v.is(IPv6, text);
}

/** The fault of a bare host name or IP address; undefined if valid. */
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

/** The host in the rest of a URL, for a suggestion. */
function nameIn(text: string): string {
  const [first = ''] = text.slice(text.lastIndexOf('@') + 1).split(/[/?#\\]/);
  return withPort(first)?.host ?? first;
}

function nameFault(text: string): Remedy | undefined {
  const got = quote(text);
  // A trailing dot marks a fully qualified name.
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

/** Names in other scripts must be convertible to Punycode, which excludes some combinations of letters. */
const Url = v.pipe(v.string(), v.url());

function isAscii(text: string): boolean {
  return /^[\w.-]*$/.test(text) && !isEncoded.test(text);
}

const dotAtEnd = new RegExp(`${dots.source}$`);

/** The fault of a name to look up; may be a wildcard record. */
function dnsNameFault(text: string): Remedy | undefined {
  return hostFault(text.replace(/^\*(?=\.)/, 'any'));
}

/**
 * The fault of a name server: must be an IP address, optionally with a port, because a name would need a lookup itself.
 */
function dnsServerFault(text: string): Remedy | undefined {
  const got = quote(text);
  const { host, port } = addressParts(text);
  if (!isAddress(host)) return remedy('dns-server', { got });
  return port !== undefined && (port < 1 || port > maxPort)
    ? remedy('port-range', { got: port })
    : undefined;
}

/** A host name or IP address, without scheme, port or path. */
export const Host = v.pipe(v.string(), v.minLength(1), sound(hostFault), v.maxLength(253));
export const DnsName = v.pipe(v.string(), v.minLength(1), sound(dnsNameFault), v.maxLength(253));
export const DnsServer = v.pipe(v.string(), sound(dnsServerFault), v.maxLength(260));
