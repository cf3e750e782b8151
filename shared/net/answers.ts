/** What any response from the network shows about this machine: that it is online, and what time it is. Pure. */
import { isThisMachine, withoutBrackets } from './bare-host.ts';
import { addressParts } from './address-parts.ts';
import { webParts } from './web-parts.ts';
import type { Reason, ReasonCode } from '../observation/observation.ts';
import type { ProxyFault } from './proxy-answer.ts';
import { proxyFaultOf } from './proxy-answer.ts';

/** Where a request went, and how it can be repeated. */
export type Place = Readonly<{
  /** A name or a bare address. */
  host: string;
  port: number;
  /** `tcp` if there is no trusted certificate to check again. */
  speaks: 'https' | 'tls' | 'http' | 'tcp' | 'dns';
}>;

/** What an address serves, for telling a sign-in page from a service's own. */
export type Page = Readonly<{
  status: number;
  /** The other site that it redirects to. */
  leadsTo?: string;
  /** The start of its body. */
  text: string;
}>;

/** `verified`: a certificate proves who answered. */
export type Answered = Readonly<{ place: Place; proof: 'verified' | 'plain'; page?: Page }>;

/** What one request yielded; empty if nothing answered. */
export type Heard = Readonly<{
  answer?: Answered;
  /** The server's clock when it answered, ms UTC. */
  serverUtcMs?: number;
  /** A certificate was rejected for its dates alone: the clock of this machine may be wrong. */
  untimely?: Place;
  /** The proxy in use let nothing through. */
  proxyFault?: ProxyFault;
}>;

/** A request; `url` is as URL parsers write it. */
export type Asked = Readonly<{
  url: string;
  /** Where it went, if not to the URL's host. */
  at?: Readonly<{ host: string; port: number }>;
  trust: 'system' | 'any' | 'unverified';
}>;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Came = Readonly<{
  /** The URL that answered, after redirects. */
  url: string;
  status: number;
  headers: Headers;
  certificate?: Readonly<{ trusted: boolean }>;
}>;

/** Certificate verdicts that depend on the clock of this machine. */
const untimelyCodes: ReadonlySet<ReasonCode> = new Set([
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-chain-expired',
]);

export function isClockDependent(code: ReasonCode): boolean {
  return untimelyCodes.has(code);
}

/** Where to repeat a request. */
export function askedPlace({ url, at }: Pick<Asked, 'url' | 'at'>): Place {
  return { ...placeOf(url), ...at };
}

/** Network authentication required (RFC 6585): only sign-in pages send it. */
const signInStatus = 511;

/** From a request that was answered. */
export function heardInAnswer(asked: Asked, came: Came): Heard {
  const place = askedPlace(asked);
  const page = pageOf(asked.url, came, '');
  const mayBeSignIn = page.leadsTo !== undefined || page.status === signInStatus;
  // A plain-http redirect to another site may come from a sign-in page, whatever that site's certificate says.
  if (mayBeSignIn && place.speaks === 'http') return {};
  const serverUtcMs = serverTime(came.headers);
  return {
    answer: came.certificate?.trusted
      ? { place, proof: 'verified' }
      : { place: place.speaks === 'http' ? place : { ...place, speaks: 'tcp' }, proof: 'plain' },
    ...(serverUtcMs === undefined ? {} : { serverUtcMs }),
  };
}

/** From a connection that was opened, and nothing more. */
export function heardInConnection(
  target: Readonly<{ host: string; port: number }>,
  certificate: Readonly<{ trusted: boolean }> | undefined,
): Heard {
  const { host, port } = target;
  return certificate?.trusted
    ? { answer: { place: { host, port, speaks: 'tls' }, proof: 'verified' } }
    : { answer: { place: { host, port, speaks: 'tcp' }, proof: 'plain' } };
}

/** From a failure: some occur only after an answer. */
export function heardInFault(place: Place, trust: Asked['trust'] | undefined, why: Reason): Heard {
  if (isClockDependent(why.code)) return { answer: { place, proof: 'plain' }, untimely: place };
  const proxyFault = proxyFaultOf(why.code);
  if (proxyFault) return { proxyFault };
  if (!isAfterAnswer(why)) return {};
  const isSecure = place.speaks === 'https' || place.speaks === 'tls';
  if (isSecure && trust === 'system') return { answer: { place, proof: 'verified' } };
  // With plain http, the fault may be that of a redirect's target.
  return place.speaks === 'http'
    ? { answer: { place, proof: 'plain' } }
    : { answer: { place: { ...place, speaks: 'tcp' }, proof: 'plain' } };
}

const namePort = 53;
/** Faults that a name server reported: no such name, or another answer than expected. */
const toldByServer: ReadonlySet<ReasonCode> = new Set(['dns-not-found', 'dns-answer']);

/** From a DNS query. The machine's own resolver also answers from its cache; only a named server counts. */
export function heardInNames(server: string | undefined, why: Reason | undefined): Heard {
  if (server === undefined || (why && !toldByServer.has(why.code))) return {};
  const { host, port = namePort } = addressParts(server);
  return { answer: { place: { host, port, speaks: 'dns' }, proof: 'plain' } };
}

/** Faults in an answer that arrived. Not a refused connection: a router can refuse as well as the server. */
const answeredCodes: ReadonlySet<ReasonCode> = new Set([
  'protocol',
  'headers-too-large',
  'answer-contradicts',
  'redirect-loop',
  'redirect-refused',
  'body-too-large',
  'body-encoding',
]);

function isAfterAnswer({ code, params }: Reason): boolean {
  if (code !== 'timeout') return answeredCodes.has(code);
  return params['phase'] === 'firstByte' || params['phase'] === 'body';
}

/** The page at `askedUrl`; `text` is the start of its body. */
export function pageOf(askedUrl: string, { url, status, headers }: Came, text: string): Page {
  const asked = placeOf(askedUrl);
  const location = textOf(headers, 'location') ?? '';
  const redirects = status >= 300 && status < 400 && /^(?:https?:)?\/\//i.test(location);
  const end = placeOf(redirects ? location.replace(/^\/\//, `${asked.speaks}://`) : url);
  // On this machine each port is another server; elsewhere a site's ports belong together.
  const isOther = isThisMachine(asked.host)
    ? placeKey(asked) !== placeKey(end)
    : !isSameSite(asked.host, end.host);
  return { status, text, ...(isOther ? { leadsTo: placeKey(end) } : {}) };
}

function isSameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The place of an http or https URL; without a host for anything else. */
export function placeOf(url: string): Place {
  const parts = webParts(url);
  if (!parts) return { host: '', port: 80, speaks: 'http' };
  const { host, port, isSecure } = parts;
  return { host: withoutBrackets(host), port, speaks: isSecure ? 'https' : 'http' };
}

export function placeKey({ host, port }: Pick<Place, 'host' | 'port'>): string {
  return `${host}:${port}`;
}

/**
 * Identifies the clock that a server's time comes from. A port of this machine may lead anywhere, as tunnels do;
 * elsewhere a host has one clock.
 */
export function clockOf(place: Place): string {
  return isThisMachine(place.host) ? placeKey(place) : place.host;
}

/** Highest `Age` accepted, in s: longer than any cache stores what we request. */
const oldestS = 86_400;

/** When the server answered, ms UTC, with the `Age` that a cache adds. Undefined if it does not say. */
export function serverTime(headers: Headers): number | undefined {
  const date = textOf(headers, 'date');
  // The form that servers send (RFC 9110); a date of another form may be in any zone.
  if (date === undefined || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date))
    return undefined;
  const age = textOf(headers, 'age') ?? '0';
  if (!/^\d{1,9}$/.test(age) || Number(age) > oldestS) return undefined;
  const madeUtcMs = Date.parse(date);
  return Number.isNaN(madeUtcMs) ? undefined : madeUtcMs + Number(age) * 1000;
}

function textOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
