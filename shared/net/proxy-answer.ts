/** What the answer of a proxy means. A proxy that refuses says nothing about the service behind it. Pure. */
import type { ReasonCode } from '../observation/observation.ts';

export type ProxyReason = Extract<ReasonCode, `proxy-${string}`>;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What may be between this machine and everything else. */
const proxyFaults = ['proxy-silent', 'proxy-login'] as const;
export type ProxyFault = (typeof proxyFaults)[number];

export function isProxyFault(state: string): state is ProxyFault {
  return proxyFaults.some((one) => one === state);
}

const faults: Readonly<Partial<Record<ReasonCode, ProxyFault>>> = {
  'proxy-silent': 'proxy-silent',
  'proxy-tls-failed': 'proxy-silent',
  'proxy-certificate-dates': 'proxy-silent',
  'proxy-unusable': 'proxy-silent',
  'proxy-login-kind': 'proxy-silent',
  'proxy-gateway': 'proxy-silent',
  'proxy-login': 'proxy-login',
};

/**
 * Whether a failure is a sign that nothing gets through the proxy at all. Not if it refuses one address: that is its
 * policy.
 */
export function proxyFaultOf(code: ReasonCode): ProxyFault | undefined {
  return faults[code];
}

/**
 * The same for a witness, which a proxy has no reason to refuse: one that does may be a sign-in page, or let only a few
 * addresses through.
 */
export function proxyFaultOfWitness(code: ReasonCode): ProxyFault | undefined {
  return code === 'proxy-refuses' ? 'proxy-silent' : proxyFaultOf(code);
}

/** Whether nothing was said to a proxy, or by it: another may do. */
export function isProxyAway(code: string): boolean {
  return ['proxy-silent', 'proxy-tls-failed', 'proxy-certificate-dates'].includes(code);
}

/**
 * Statuses for “I cannot reach it”: of gateways (RFC 9110), 500 of tinyproxy, and 404 of Privoxy for a name that does
 * not exist.
 */
const unreachableStatuses: ReadonlySet<number> = new Set([404, 500, 502, 503, 504]);

/** Why a proxy made no tunnel; undefined if it did. */
export function tunnelRefusal(status: number, headers: Headers): ProxyReason | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 407) return loginReason(headers);
  return unreachableStatuses.has(status) ? 'proxy-gateway' : 'proxy-refuses';
}

/** Basic is the only login that the app has. */
function loginReason(headers: Headers): ProxyReason {
  const offered = loginKinds(headers);
  return offered.length === 0 || offered.includes('Basic') ? 'proxy-login' : 'proxy-login-kind';
}

const known = ['Basic', 'Digest', 'NTLM', 'Negotiate', 'Kerberos', 'Bearer'] as const;

/** The kinds of login that a 407 offers. */
export function loginKinds(headers: Headers): readonly string[] {
  const text = textOf(headers, 'proxy-authenticate').replace(/"[^"]*"/g, '');
  return known.filter((kind) => new RegExp(`(?:^|,)\\s*${kind}(?:\\s|,|$)`, 'i').test(text));
}

/**
 * Why a plain request that a proxy passes on was answered by the proxy itself; undefined if the answer is the server's.
 * The two look alike but for marks that proxies put on their own error pages.
 */
export function forwardRefusal(status: number, headers: Headers): ProxyReason | undefined {
  // Servers never send it (RFC 9110, 15.5.8).
  if (status === 407) return loginReason(headers);
  if (status < 400 || !isMarked(headers)) return undefined;
  return tunnelRefusal(status, headers);
}

/** Squid; the standard of RFC 9209; programs that name themselves as the server. */
function isMarked(headers: Headers): boolean {
  if (textOf(headers, 'x-squid-error') !== '') return true;
  if (/;\s*error\s*=/.test(textOf(headers, 'proxy-status'))) return true;
  const server = textOf(headers, 'server');
  return /^(?:tinyproxy|squid|privoxy|polipo|ziproxy|mcafee web gateway|zscaler)\b/i.test(server);
}

function textOf(headers: Headers, name: string): string {
  return [headers[name] ?? []].flat().join(', ');
}

/** The replies of SOCKS5 (RFC 1928): 2 forbids it, 7 and 8 do not have it; the others could not connect. */
export function socksRefusal(reply: number): ProxyReason | undefined {
  if (reply === 0) return undefined;
  return [2, 7, 8].includes(reply) ? 'proxy-refuses' : 'proxy-gateway';
}
