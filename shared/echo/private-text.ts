/**
 * Takes out of a text of a report what must not leave the machine: every address, link and token, and what is taken out
 * of whatever a member sends. Whoever reads a report cleans it again, so nothing can be put back. Pure.
 */
import { redact } from '../redact/redact.ts';

/** No pattern reads a run of characters twice: it begins where the run begins, or is bounded. */
const links = [
  // Anything with a scheme, and anything like `host.example/path`.
  /(?:\b[a-z][a-z0-9+.-]{0,40})?:\/\/\S*/gi,
  /(?<![^\s/])[^\s/][^\s/.]*\.[^\s/]+\/\S*/g,
  /(?<!\S)(?=\S*?[?&][\w-]+=)\S+/g,
  /\b(?:turns?|stuns?):\S+/gi,
];
const addresses = [
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  // IPv6, whole or shortened, with its zone. A time with seconds may fall to it, which is no loss.
  /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{0,4}|\d{1,3}(?:\.\d{1,3}){3})(?:%\w+)?/gi,
];
/** A session's token has 12 to 16 letters and digits, a password or a checksum more and some marks. Words have no digits. */
const tokens = [
  /(?<![\w+=])(?=[\w+=]*\d)(?=[\w+=]*[a-z])[\w+=]{12,}/gi,
  /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi,
  // A room of Greenlight, as it stands at the end of its link.
  /(?<![\w-])[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}(?![\w-])/gi,
];

export function withoutAddresses(text: string): string {
  const left = [...links, ...addresses, ...tokens].reduce(
    (rest, one) => rest.replaceAll(one, '…'),
    text,
  );
  return redact(left).text;
}

/** Whether a host is an address in itself and no name. */
export function isAddress(host: string): boolean {
  return host.includes('[') || /^[\d.]+(?::\d+)?$/.test(host) || /:.*:/.test(host);
}
