/** DNS records in zone-file notation, and whether they match what a document expects. Pure. */
import { withoutBrackets } from '../net/bare-host.ts';
import type { DnsRecord } from '../coop/probe.ts';
import { canonicalAddress } from '../net/ip-address.ts';

/** Converts a name to ASCII (punycode); empty for an invalid name. */
export type ToAscii = (name: string) => string;

/** One record as text, its parts in zone-file order; `data` is as returned by Node's resolver. */
export function recordText(record: DnsRecord, data: unknown): string {
  if (typeof data === 'string') return data;
  // The text arrives in chunks of 255 bytes.
  if (Array.isArray(data)) return data.join('');
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (record === 'CAA') {
    const [tag, value] =
      Object.entries(fields).find(([key]) => key !== 'critical' && key !== 'type') ?? [];
    return `${String(fields['critical'])} ${tag ?? ''} "${String(value)}"`;
  }
  return (zoneOrder[record] ?? []).map((name) => String(fields[name])).join(' ');
}

const zoneOrder: Readonly<Partial<Record<DnsRecord, readonly string[]>>> = {
  MX: ['priority', 'exchange'],
  SRV: ['priority', 'weight', 'port', 'name'],
  SOA: ['nsname', 'hostmaster', 'serial', 'refresh', 'retry', 'expire', 'minttl'],
};

/** Accepted spellings, as indexes of the parts in a zone file: all of them, or the name alone, and also name first. */
const spellings: Readonly<Partial<Record<DnsRecord, readonly (readonly number[])[]>>> = {
  MX: [[0, 1], [1, 0], [1]],
  SRV: [[0, 1, 2, 3], [3, 2, 0, 1], [3, 2], [3]],
  SOA: [[0, 1, 2, 3, 4, 5, 6], [0, 1], [0], [1], [2]],
  CAA: [[0, 1, 2], [1, 2], [2]],
};

/** Whether a record, as written by `recordText`, matches `wanted`; a TXT record matches if it contains `wanted`. */
export function isRecord(
  record: DnsRecord,
  text: string,
  wanted: string,
  toAscii: ToAscii,
): boolean {
  if (record === 'TXT') return text.includes(unquoted(wanted));
  if (record === 'A' || record === 'AAAA') {
    const address = canonicalAddress(withoutBrackets(wanted.trim()));
    return address !== undefined && address === canonicalAddress(text);
  }
  const parts = partsOf(text);
  // Outside zone files, this is written `sip.example:443`.
  const wantedParts = partsOf(record === 'SRV' ? wanted.replace(/:(\d+)\s*$/, ' $1') : wanted);
  return (spellings[record] ?? [[0]]).some(
    (places) =>
      places.length === wantedParts.length &&
      places.every((place, at) => isPart(parts[place] ?? '', wantedParts[at] ?? '', toAscii)),
  );
}

/** Quoted text is one part. */
function partsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|\S+/g)].map(([part, quoted]) => quoted ?? part);
}

/** Zone files split a long text into several quoted ones. */
function unquoted(wanted: string): string {
  return /^\s*"[^"]*"(?:\s+"[^"]*")*\s*$/.test(wanted) ? partsOf(wanted).join('') : wanted;
}

/** Numbers compare as numbers, and names as names; `.example` and `*.example` match every name below. */
function isPart(part: string, wantedParts: string, toAscii: ToAscii): boolean {
  if (/^\d+$/.test(part) && /^\d+$/.test(wantedParts)) return Number(part) === Number(wantedParts);
  const name = canonicalName(part, toAscii);
  const below = /^\*?\.(.+)$/.exec(wantedParts)?.[1];
  if (below !== undefined) return name.endsWith(`.${canonicalName(below, toAscii)}`);
  return name === canonicalName(wantedParts, toAscii);
}

/** Ignores case and a trailing dot (RFC 4343). */
function canonicalName(name: string, toAscii: ToAscii): string {
  const bare = name.toLowerCase().replace(/\.$/, '');
  return toAscii(bare) || bare;
}
