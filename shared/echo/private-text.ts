/**
 * Removes addresses, links and tokens from the texts of a report, and everything that redact() removes. Applied when
 * writing and again when reading a report. Pure.
 */
import { redact } from '../redact/redact.ts';

/**
 * To stay linear, a pattern must not scan a run of characters twice: it starts where the run starts, or its length is
 * bounded.
 */
const links = [
  // Anything with a scheme, and anything like `host.example/path`.
  /(?:\b[a-z][a-z0-9+.-]{0,40})?:\/\/\S*/gi,
  /(?<![^\s/])[^\s/][^\s/.]*\.[^\s/]+\/\S*/g,
  /(?<!\S)(?=\S*?[?&][\w-]+=)\S+/g,
  /\b(?:turns?|stuns?):\S+/gi,
];
const addresses = [
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  // IPv6, full or abbreviated, with its zone. May also match a time with seconds, which does no harm.
  /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{0,4}|\d{1,3}(?:\.\d{1,3}){3})(?:%\w+)?/gi,
];
/**
 * A session token has 12 to 16 letters and digits; passwords and checksums are longer, with some symbols. Words have no
 * digits.
 */
const tokens = [
  /(?<![\w+=])(?=[\w+=]*\d)(?=[\w+=]*[a-z])[\w+=]{12,}/gi,
  /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi,
  // A Greenlight room id, from the end of its link.
  /(?<![\w-])[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}(?![\w-])/gi,
];

export function withoutAddresses(text: string): string {
  const left = [...links, ...addresses, ...tokens].reduce(
    (rest, one) => rest.replaceAll(one, '…'),
    text,
  );
  return redact(left).text;
}

/** Whether a host is an IP address. */
export function isAddress(host: string): boolean {
  return host.includes('[') || /^[\d.]+(?::\d+)?$/.test(host) || /:.*:/.test(host);
}
