/**
 * Cookies of one check, across its redirects: many login pages and caches redirect until their cookie is set. They are
 * dropped after the check, so no public suffix list is needed.
 */
import { isIP } from 'node:net';
import { isThisMachine, withoutBrackets } from '../../../shared/net/bare-host.ts';

export type Cookies = Readonly<{
  /** Stores the `Set-Cookie` headers of a response from `url`. */
  take: (url: URL, headers: readonly string[]) => void;
  /** Value of the `Cookie` header for a request to `url`; undefined if empty. */
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

/** Browsers' limits: characters per cookie, and cookies per host. */
const cookieLength = 4096;
const cookieCount = 50;

export function createCookies(nowUtcMs: () => number): Cookies {
  const jar = new Map<string, Cookie>();
  return {
    take: (url, headers) => {
      for (const header of headers.slice(0, cookieCount)) {
        const parsed = readCookie(url, header, nowUtcMs());
        if (!parsed) continue;
        const { cookie, hasExpired } = parsed;
        const key = JSON.stringify([cookie.name, cookie.domain, cookie.isHostOnly, cookie.path]);
        if (hasExpired) jar.delete(key);
        else if (jar.has(key) || jar.size < cookieCount) jar.set(key, cookie);
      }
    },
    headerFor: (url) => {
      const sent = [...jar.values()].filter((cookie) => isSentTo(cookie, url));
      const longestFirst = sent.toSorted((a, b) => b.path.length - a.path.length);
      const pairs = longestFirst.map(({ name, value }) =>
        name === '' ? value : `${name}=${value}`,
      );
      return pairs.length === 0 ? undefined : pairs.join('; ');
    },
  };
}

function isSentTo(cookie: Cookie, url: URL): boolean {
  const domainMatches = cookie.isHostOnly
    ? url.hostname === cookie.domain
    : isWithin(url.hostname, cookie.domain);
  return (
    domainMatches && (!cookie.isSecure || isTrustworthy(url)) && isUnder(url.pathname, cookie.path)
  );
}

/** Browsers send secure cookies to this machine as well. */
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
): Readonly<{ cookie: Cookie; hasExpired: boolean }> | undefined {
  const [pair = '', ...rest] = header.split(';', 30);
  const { name, value } = pairOf(pair, '');
  // oxlint-disable-next-line no-control-regex -- control characters are not allowed in cookies
  const isOdd = /[\x00-\x08\x0a-\x1f\x7f]/.test(pair) || name.length + value.length > cookieLength;
  if (isOdd || (name === '' && value === '')) return undefined;
  const attributes = new Map(
    rest.map((part) => {
      const attribute = pairOf(part, 'name');
      return [attribute.name.toLowerCase(), attribute.value];
    }),
  );
  const isSecure = attributes.has('secure');
  const domainAttribute = attributes.get('domain')?.toLowerCase().replace(/^\./, '') ?? '';
  const domain = domainAttribute === '' ? url.hostname : domainAttribute;
  const pathAttribute = attributes.get('path') ?? '';
  const path = pathAttribute.startsWith('/') ? pathAttribute : defaultPath(url);
  const cookie = { name, value, domain, isHostOnly: domainAttribute === '', path, isSecure };
  if (!isWithin(url.hostname, domain) || (isSecure && !isTrustworthy(url))) return undefined;
  if (!satisfiesPrefix(url, cookie)) return undefined;
  return { cookie, hasExpired: hasExpired(attributes, nowUtcMs) };
}

/** Without a `=`, the text is the value of a cookie, but the name of an attribute. */
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

/** Checks what a name prefix promises (`__Secure-`, `__Host-`). */
function satisfiesPrefix({ protocol }: URL, { name, isSecure, isHostOnly, path }: Cookie): boolean {
  if (!/^__(?:Host|Secure)-/i.test(name)) return true;
  if (protocol !== 'https:' || !isSecure) return false;
  return !/^__Host-/i.test(name) || (isHostOnly && path === '/');
}

/** `Max-Age` wins over `Expires`. A cookie that outlives the check needs no expiry. */
function hasExpired(attributes: ReadonlyMap<string, string>, nowUtcMs: number): boolean {
  const maxAge = attributes.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(attributes.get('expires') ?? '') <= nowUtcMs;
}
