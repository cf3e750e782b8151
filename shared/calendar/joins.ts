/** Addresses in an event that may lead into its call. Pure. */
import { decodeHTMLAttribute } from 'entities/decode';
import { webParts } from '../net/web-parts.ts';
import { isCallAddress } from './call-addresses.ts';
import type { JoinCandidate } from './occurrence.ts';
import { unwrapped } from './unwrapped.ts';

/** Texts of an event, without their escapes. */
export type JoinTexts = Readonly<{
  conferences: readonly string[];
  url: string;
  location: string;
  description: string;
  /** The description as a web page. */
  html: string;
}>;

const addressLimit = 2000;
const candidatesLimit = 10;
/** Addresses of one text that are looked at. */
const foundLimit = 50;
/** Characters of a text that are searched. */
const textLimit = 20_000;

/**
 * The likeliest first: what says that it is a conference, then calls of the event's address, its place and its
 * description, then other addresses there, which may be of a page, or of a place on a map. Only `https:`.
 */
export function joinsOf(texts: JoinTexts): readonly JoinCandidate[] {
  const of = (from: JoinCandidate['from'], urls: readonly string[]) =>
    urls.map((url) => ({ url, from }));
  const described = [...addressesIn(texts.description), ...addressesIn(texts.html)];
  const others = [
    ...of('url', addressesIn(texts.url)),
    ...of('location', addressesIn(texts.location)),
    ...of('description', described),
  ];
  const candidates = [
    ...of('conference', texts.conferences.flatMap(addressesIn)),
    ...others.filter(({ url }) => isCallAddress(url)),
    ...others.filter(({ url }) => !isCallAddress(url)),
  ];
  return withoutCut(candidates).slice(0, candidatesLimit);
}

/** Ends at what no address has in a text: blanks, quotes, and signs of HTML. */
const addressPattern = /https:\/\/[^\s<>"'`{}|\\^\p{Cc}]+/giu;
/** Signs of HTML that no address has either. */
const markup = /&(?:gt|lt|quot|nbsp|#39|#34|#60|#62);/i;
/** They end a sentence, not an address. */
const sentenceEnd = /(?:[.,;:!?*_…»’”]|&(?:gt|lt|quot|nbsp);?|%3E)+$/iu;

function addressesIn(given: string): readonly string[] {
  const found: string[] = [];
  for (const [match] of given.slice(0, textLimit).matchAll(addressPattern)) {
    const [whole = ''] = match.slice(0, addressLimit * 2).split(markup, 1);
    // Texts have `&amp;` too, of a page that was made a text.
    const url = withoutEnd(unwrapped(withoutEnd(decodeHTMLAttribute(whole))));
    if (isAddress(url)) found.push(url);
    if (found.length >= foundLimit) break;
  }
  return found;
}

/** Without what belongs to the sentence; a bracket does if it is not opened within the address. */
function withoutEnd(url: string): string {
  const plain = url.replace(sentenceEnd, '');
  const isOpen = (open: string, close: string) =>
    plain.endsWith(close) && !plain.slice(0, -1).includes(open);
  if (isOpen('(', ')') || isOpen('[', ']')) return withoutEnd(plain.slice(0, -1));
  return plain;
}

/** A name before an `@` disguises the host. */
function isAddress(url: string): boolean {
  const parts = webParts(url);
  if (!parts?.isSecure || url.length > addressLimit) return false;
  return parts.user === undefined && /[^.\s]/.test(parts.host);
}

/** Of an address that was cut, or lacks its passcode, only the whole one, at the better place. */
function withoutCut(candidates: readonly JoinCandidate[]): readonly JoinCandidate[] {
  const kept: JoinCandidate[] = [];
  for (const one of candidates) {
    const at = kept.findIndex(({ url }) => isCut(url, one.url) || isCut(one.url, url));
    const other = kept[at];
    if (!other) kept.push(one);
    else if (one.url.length > other.url.length) kept[at] = { ...other, url: one.url };
  }
  return kept;
}

/**
 * Whether one address is the beginning of the other, and the same place: what is missing is of the query, not a further
 * part of the path.
 */
function isCut(short: string, whole: string): boolean {
  if (!whole.startsWith(short)) return false;
  return short === whole || short.includes('?') || /^[?#&]/.test(whole.slice(short.length));
}
