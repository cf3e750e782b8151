/** What the DNS answers, as zone files write it, and whether it is what a document expects. Pure. */
import { withoutBrackets } from '../net/bare-host.ts';
import type { DnsRecord } from '../coop/probe.ts';
import { canonicalAddress } from '../net/ip-address.ts';

/** Writes a name with the letters that the DNS knows (punycode); empty when it is no name. */
export type ToAscii = (name: string) => string;

/** One record as text, its parts in the order of a zone file; `data` is as Node's resolver gives it. */
export function recordText(record: DnsRecord, data: unknown): string {
  if (typeof data === 'string') return data;
  // The text comes in pieces of 255 bytes.
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

/**
 * The parts that may be written, and their order, by their place in a zone file: all of them, or the name alone, and
 * the name first as well.
 */
const spellings: Readonly<Partial<Record<DnsRecord, readonly (readonly number[])[]>>> = {
  MX: [[0, 1], [1, 0], [1]],
  SRV: [[0, 1, 2, 3], [3, 2, 0, 1], [3, 2], [3]],
  SOA: [[0, 1, 2, 3, 4, 5, 6], [0, 1], [0], [1], [2]],
  CAA: [[0, 1, 2], [1, 2], [2]],
};

/** Whether a record, as `recordText` writes it, is the wanted one; of TXT it holds the wanted text. */
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
  // `sip.example:443` is how everything but a zone file writes it.
  const asked = partsOf(record === 'SRV' ? wanted.replace(/:(\d+)\s*$/, ' $1') : wanted);
  return (spellings[record] ?? [[0]]).some(
    (places) =>
      places.length === asked.length &&
      places.every((place, at) => isPart(parts[place] ?? '', asked[at] ?? '', toAscii)),
  );
}

/** Text between quotation marks is one part. */
function partsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|\S+/g)].map(([part, quoted]) => quoted ?? part);
}

/** A zone file writes a long text as several between quotation marks. */
function unquoted(wanted: string): string {
  return /^\s*"[^"]*"(?:\s+"[^"]*")*\s*$/.test(wanted) ? partsOf(wanted).join('') : wanted;
}

/** Numbers compare as such and names as names; `.example` and `*.example` are every name below it. */
function isPart(part: string, asked: string, toAscii: ToAscii): boolean {
  if (/^\d+$/.test(part) && /^\d+$/.test(asked)) return Number(part) === Number(asked);
  const name = canonicalName(part, toAscii);
  const below = /^\*?\.(.+)$/.exec(asked)?.[1];
  if (below !== undefined) return name.endsWith(`.${canonicalName(below, toAscii)}`);
  return name === canonicalName(asked, toAscii);
}

/** Case and a dot at its end make no other name (RFC 4343). */
function canonicalName(name: string, toAscii: ToAscii): string {
  const bare = name.toLowerCase().replace(/\.$/, '');
  return toAscii(bare) || bare;
}
