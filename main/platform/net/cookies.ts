/**
 * The cookies of one check, from its first redirect to its last answer: many sign-in pages and caches send a visitor
 * round until the cookie is there. Nothing of them outlives the check, so that no list of public suffixes is needed.
 */
import { isIP } from 'node:net';
import { isThisMachine, withoutBrackets } from '../../../shared/net/bare-host.ts';

export type Cookies = Readonly<{
  /** Takes the `Set-Cookie` headers of an answer of `url`. */
  take: (url: URL, headers: readonly string[]) => void;
  /** The value of `Cookie` for a request to `url`; undefined without any. */
  headerFor: (url: URL) => string | undefined;
}>;

type Cookie = Readonly<{
  name: string;
  value: string;
  domain: string;
  isHostOnly: boolean;
  path: string;
  isSecure: boolean;
}>;

/** A cookie larger than browsers keep is not kept, nor are more than they keep of a host; in characters. */
const cookieLength = 4096;
const cookieCount = 50;

export function createCookies(nowUtcMs: () => number): Cookies {
  const kept = new Map<string, Cookie>();
  return {
    take: (url, headers) => {
      for (const header of headers.slice(0, cookieCount)) {
        const read = readCookie(url, header, nowUtcMs());
        if (!read) continue;
        const { cookie, hasEnded } = read;
        const key = JSON.stringify([cookie.name, cookie.domain, cookie.isHostOnly, cookie.path]);
        if (hasEnded) kept.delete(key);
        else if (kept.has(key) || kept.size < cookieCount) kept.set(key, cookie);
      }
    },
    headerFor: (url) => {
      const sent = [...kept.values()].filter((cookie) => goesTo(cookie, url));
      const longestFirst = sent.toSorted((a, b) => b.path.length - a.path.length);
      const pairs = longestFirst.map(({ name, value }) =>
        name === '' ? value : `${name}=${value}`,
      );
      return pairs.length === 0 ? undefined : pairs.join('; ');
    },
  };
}

function goesTo(cookie: Cookie, url: URL): boolean {
  const isThere = cookie.isHostOnly
    ? url.hostname === cookie.domain
    : isWithin(url.hostname, cookie.domain);
  return isThere && (!cookie.isSecure || isTrustworthy(url)) && isUnder(url.pathname, cookie.path);
}

/** Browsers give a cookie for secure lines to this machine as well. */
function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isThisMachine(withoutBrackets(hostname));
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && isIP(host) === 0);
}

function isUnder(path: string, base: string): boolean {
  return path === base || path.startsWith(base.endsWith('/') ? base : `${base}/`);
}

function readCookie(
  url: URL,
  header: string,
  nowUtcMs: number,
): Readonly<{ cookie: Cookie; hasEnded: boolean }> | undefined {
  const [pair = '', ...rest] = header.split(';', 30);
  const { name, value } = pairOf(pair, '');
  // oxlint-disable-next-line no-control-regex -- these are what a cookie may not hold
  const isOdd = /[\x00-\x08\x0a-\x1f\x7f]/.test(pair) || name.length + value.length > cookieLength;
  if (isOdd || (name === '' && value === '')) return undefined;
  const told = new Map(
    rest.map((part) => {
      const attribute = pairOf(part, 'name');
      return [attribute.name.toLowerCase(), attribute.value];
    }),
  );
  const isSecure = told.has('secure');
  const asked = told.get('domain')?.toLowerCase().replace(/^\./, '') ?? '';
  const domain = asked === '' ? url.hostname : asked;
  const given = told.get('path') ?? '';
  const path = given.startsWith('/') ? given : defaultPath(url);
  const cookie = { name, value, domain, isHostOnly: asked === '', path, isSecure };
  if (!isWithin(url.hostname, domain) || (isSecure && !isTrustworthy(url))) return undefined;
  if (!keepsItsPrefix(url, cookie)) return undefined;
  return { cookie, hasEnded: hasEnded(told, nowUtcMs) };
}

/** Without a `=` the whole is the value of a cookie, but the name of an attribute. */
function pairOf(text: string, bare: 'name' | ''): Readonly<{ name: string; value: string }> {
  const at = text.indexOf('=');
  if (at === -1) {
    return bare === 'name' ? { name: text.trim(), value: '' } : { name: '', value: text.trim() };
  }
  return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

function defaultPath({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/';
}

/** What the beginning of a name promises (`__Secure-`, `__Host-`). */
function keepsItsPrefix({ protocol }: URL, { name, isSecure, isHostOnly, path }: Cookie): boolean {
  if (!/^__(?:Host|Secure)-/i.test(name)) return true;
  if (protocol !== 'https:' || !isSecure) return false;
  return !/^__Host-/i.test(name) || (isHostOnly && path === '/');
}

/** `Max-Age` counts before `Expires`; what lasts past this check lasts long enough. */
function hasEnded(told: ReadonlyMap<string, string>, nowUtcMs: number): boolean {
  const maxAge = told.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(told.get('expires') ?? '') <= nowUtcMs;
}
