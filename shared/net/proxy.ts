/** Proxies as settings, variables and members write them. Pure. */
import { withoutBrackets } from './bare-host.ts';
import { isAddress } from './ip-address.ts';

export type Login = Readonly<{ user: string; password: string }>;

export type Proxy = Readonly<{
  /** How the app talks to it; `https` is HTTP over TLS. */
  scheme: 'http' | 'https' | 'socks5';
  /** A name or a bare address, in lower case. */
  host: string;
  port: number;
  /** Only if its address has one. */
  login?: Login;
}>;

/**
 * What people call SOCKS5. With `socks5`, some programs resolve names themselves; we never do, since behind a proxy the
 * machine's own name server often knows no names outside.
 */
const schemes: Readonly<Record<string, Proxy['scheme']>> = {
  http: 'http',
  https: 'https',
  socks: 'socks5',
  socks5: 'socks5',
  socks5h: 'socks5',
};
/** Ports of Go and Chromium; curl takes 1080 for all. */
const usualPorts: Readonly<Record<Proxy['scheme'], number>> = {
  http: 80,
  https: 443,
  socks5: 1080,
};

/**
 * Reads `[scheme://][user[:password]@]host[:port]`; a path is ignored. Undefined if it names no proxy that the app can
 * use.
 */
export function parseProxy(text: string): Proxy | undefined {
  const [, name = 'http', rest = ''] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/is.exec(text.trim()) ?? [];
  const scheme = schemes[name.toLowerCase()];
  // The last one: a password may have an @, a slash or a number sign that nobody has escaped.
  const at = rest.lastIndexOf('@');
  const [authority = ''] = rest.slice(at + 1).split(/[/?#]/, 1);
  const place = placeOf(authority);
  if (!scheme || !place) return undefined;
  const login = at > 0 ? loginOf(rest.slice(0, at)) : undefined;
  return {
    scheme,
    host: place.host,
    port: place.port ?? usualPorts[scheme],
    ...(login ? { login } : {}),
  };
}

function placeOf(text: string): Readonly<{ host: string; port?: number }> | undefined {
  if (isAddress(text)) return { host: text.toLowerCase() };
  const [, host = '', port] =
    /^(\[[\da-f:.]+\]|[^\s:[\]<>"'\\^`{|}%]+)(?::(\d*))?$/i.exec(text) ?? [];
  const bare = withoutBrackets(host.toLowerCase()).replace(/(?<=.)\.$/, '');
  if (bare === '' || (host.startsWith('[') && !isAddress(bare))) return undefined;
  if (!port) return { host: bare };
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? { host: bare, port: number } : undefined;
}

function loginOf(text: string): Login {
  const colon = text.indexOf(':');
  if (colon === -1) return { user: decoded(text), password: '' };
  return { user: decoded(text.slice(0, colon)), password: decoded(text.slice(colon + 1)) };
}

/** A password with a bare per cent sign is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How a proxy is shown, and told from others at the same machine: `host:port`. */
export function proxyName({ host, port }: Pick<Proxy, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Identifies a proxy, without its login. A login of one kind of connection is never sent over another. */
export function proxyKey(proxy: Proxy): string {
  return `${proxy.scheme}://${proxyName(proxy)}`;
}
