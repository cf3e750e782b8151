/**
 * Links that lead into the app: `cooptray:join?coop=DOMAIN`, `cooptray:service/ID` and `cooptray:open/PAGE`. Any web page
 * or message may hold one, so a link has one spelling, and whatever differs from it is refused. Pure.
 */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { parseSource } from '../coop/source.ts';
import { linkScheme } from '../identity.ts';
import { pages } from '../pages.ts';
import type { Route } from '../route.ts';

/** `join` is a proposal that a member must confirm; `show` is harmless. */
export type DeepLink =
  | Readonly<{ verb: 'join'; coop: string }>
  | Readonly<{ verb: 'show'; route: Route }>;

/** The longest link, in bytes of UTF-8. Other scripts count with the most that a character of theirs may take. */
export const linkLimitBytes = 2048;

const form = new RegExp(`^${linkScheme}:([a-z]+)(?:/([^/?#]*))?(?:\\?([^?#]*))?$`);
const schemeInAnyCase = new RegExp(`^${linkScheme}:`, 'i');
const isControlOrSpace = /[\p{C}\s]/u;
const PageSchema = v.picklist(Object.keys(pages) as (keyof typeof pages)[]);

/**
 * Undefined if it is refused. `toAscii` is IDNA's ToASCII, with the empty string for a name that is none: a domain in
 * another script comes out in the letters in which it can be compared.
 */
export function parseDeepLink(
  link: string,
  toAscii: (domain: string) => string,
): DeepLink | undefined {
  if (isTooLong(link) || isControlOrSpace.test(link)) return undefined;
  // Browsers write a scheme in small letters, other programs as it was typed.
  const text = link.replace(schemeInAnyCase, (scheme) => scheme.toLowerCase());
  const [, verb, path, query] = form.exec(text) ?? [];
  if (verb === 'join') return path === undefined ? joinOf(query, toAscii) : undefined;
  if (path === undefined || query !== undefined) return undefined;
  if (verb === 'service') return serviceOf(path);
  return verb === 'open' ? pageOf(path) : undefined;
}

function isTooLong(link: string): boolean {
  return link.length > linkLimitBytes || link.replace(/[^ -~]/gu, 'four').length > linkLimitBytes;
}

function joinOf(
  query: string | undefined,
  toAscii: (domain: string) => string,
): DeepLink | undefined {
  const [, encoded] = /^coop=([^&;=]*)$/.exec(query ?? '') ?? [];
  const name = encoded === undefined ? undefined : decoded(encoded);
  if (name === undefined) return undefined;
  const coop = toAscii(name);
  return parseSource(coop)?.kind === 'web' ? { verb: 'join', coop } : undefined;
}

function serviceOf(path: string): DeepLink | undefined {
  if (!serviceIdPattern.test(path)) return undefined;
  return { verb: 'show', route: { page: 'status', serviceId: path } };
}

function pageOf(path: string): DeepLink | undefined {
  return v.is(PageSchema, path) ? { verb: 'show', route: { page: path } } : undefined;
}

/**
 * Decoded once. Undefined if that leaves what a name alone does not have, such as a port, with which it could mean this
 * computer, or a second layer of encoding.
 */
function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return isControlOrSpace.test(plain) || /[%/\\?#@:[\]]/.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}
