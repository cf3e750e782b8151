export type WebParts = Readonly<{
  isSecure: boolean;
  /** Name and password, if any. */
  user?: string;
  /** A name, an IPv4 address, or an IPv6 address in brackets; in lower case. */
  host: string;
  port: number;
  /** With the query, from the first `/` on; at least `/`. */
  path: string;
  fragment?: string;
}>;

/** The host excludes `@`: a text with many of them matches in one way only, without backtracking. */
const pattern =
  /^(https?):\/\/(?:([^/?#\\]*)@)?(\[[^\]/?#\\@]*\]|[^/:?#\\@]*)(?::(\d*))?([/?\\][^#]*)?(?:#(.*))?$/is;

/** Splits a URL; undefined if it does not start with http:// or https://. */
export function webParts(url: string): WebParts | undefined {
  const [, scheme, user, host, digits, path, fragment] = pattern.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const isSecure = scheme.toLowerCase() === 'https';
  return {
    isSecure,
    host: host.toLowerCase(),
    port: digits ? Number(digits) : isSecure ? 443 : 80,
    path: path === undefined || path.startsWith('?') ? `/${path ?? ''}` : path,
    ...(user === undefined ? {} : { user }),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

/** Without the query. */
export function pathOf({ path }: Pick<WebParts, 'path'>): string {
  return path.split('?', 1)[0] ?? '';
}

/** Now encrypted, with or without `www.`, or a slash at its end. */
export function isSamePage(from: WebParts, to: WebParts): boolean {
  const isSameHost = withoutWww(from.host) === withoutWww(to.host);
  return isSameHost && from.path.replace(/\/$/, '') === to.path.replace(/\/$/, '');
}

export function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
