/** What any answer from the network says of the machine that asked: that there is a way out, and what time it is. Pure. */
import { isThisMachine, withoutBrackets } from './bare-host.ts';
import { addressParts } from './address-parts.ts';
import { webParts } from './web-parts.ts';
import type { Reason, ReasonCode } from '../observation/observation.ts';

/** Where something was asked, and how it can be asked once more. */
export type Place = Readonly<{
  /** A name or a bare address. */
  host: string;
  port: number;
  /** `tcp` is all that can be told of what has no certificate that is believed. */
  speaks: 'https' | 'tls' | 'http' | 'tcp' | 'dns';
}>;

/** What stands at an address, as far as it tells a sign-in page from a service's own. */
export type Page = Readonly<{
  status: number;
  /** The other site that it sends on to. */
  leadsTo?: string;
  /** The beginning of its body. */
  text: string;
}>;

/** `verified`: by its certificate nobody else can have answered. */
export type Answered = Readonly<{ place: Place; proof: 'verified' | 'plain'; page?: Page }>;

/** What one question has brought; empty when nobody answered. */
export type Heard = Readonly<{
  answer?: Answered;
  /** The server's clock as it answered, ms UTC. */
  serverUtcMs?: number;
  /** A certificate was refused for its dates alone: it may be the clock of this machine that is wrong. */
  untimely?: Place;
}>;

/** What was asked for; `url` as URL parsers write it. */
export type Asked = Readonly<{
  url: string;
  /** Where it was asked, when that is another than the URL's host. */
  at?: Readonly<{ host: string; port: number }>;
  trust: 'system' | 'any' | 'unverified';
}>;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Came = Readonly<{
  /** The address that answered in the end. */
  url: string;
  status: number;
  headers: Headers;
  certificate?: Readonly<{ trusted: boolean }>;
}>;

/** Verdicts on a certificate that come out otherwise when the clock of this machine is wrong. */
const untimelyCodes: ReadonlySet<ReasonCode> = new Set([
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-chain-expired',
]);

export function isClockDependent(code: ReasonCode): boolean {
  return untimelyCodes.has(code);
}

/** Where it can be asked once more. */
export function askedPlace({ url, at }: Pick<Asked, 'url' | 'at'>): Place {
  return { ...placeOf(url), ...at };
}

/** Network authentication required (RFC 6585): only a sign-in page says so. */
const signInStatus = 511;

/** Of a request that was answered. */
export function heardInAnswer(asked: Asked, came: Came): Heard {
  const place = askedPlace(asked);
  const page = pageOf(asked.url, came, '');
  const isStranger = page.leadsTo !== undefined || page.status === signInStatus;
  // Whoever sends on from plain http to another site may be a sign-in page, whatever that site's certificate says.
  if (isStranger && place.speaks === 'http') return {};
  const serverUtcMs = serverTime(came.headers);
  return {
    answer: came.certificate?.trusted
      ? { place, proof: 'verified' }
      : { place: place.speaks === 'http' ? place : { ...place, speaks: 'tcp' }, proof: 'plain' },
    ...(serverUtcMs === undefined ? {} : { serverUtcMs }),
  };
}

/** Of a connection that was opened, and nothing more. */
export function heardInConnection(
  target: Readonly<{ host: string; port: number }>,
  certificate: Readonly<{ trusted: boolean }> | undefined,
): Heard {
  const { host, port } = target;
  return certificate?.trusted
    ? { answer: { place: { host, port, speaks: 'tls' }, proof: 'verified' } }
    : { answer: { place: { host, port, speaks: 'tcp' }, proof: 'plain' } };
}

/** Of a failure: some come only after somebody has answered. */
export function heardInFault(place: Place, trust: Asked['trust'] | undefined, why: Reason): Heard {
  if (isClockDependent(why.code)) return { answer: { place, proof: 'plain' }, untimely: place };
  if (!isAfterAnswer(why)) return {};
  const isSecure = place.speaks === 'https' || place.speaks === 'tls';
  if (isSecure && trust === 'system') return { answer: { place, proof: 'verified' } };
  // Where plain http was asked, the fault may be of a place that it was sent on to.
  return place.speaks === 'http'
    ? { answer: { place, proof: 'plain' } }
    : { answer: { place: { ...place, speaks: 'tcp' }, proof: 'plain' } };
}

const namePort = 53;
/** Faults that a name server has told: there is no such name, or another answer than was expected. */
const toldByServer: ReadonlySet<ReasonCode> = new Set(['dns-not-found', 'dns-answer']);

/** Of a question to the DNS. The machine's own resolver answers from memory as well; only a named server counts. */
export function heardInNames(server: string | undefined, why: Reason | undefined): Heard {
  if (server === undefined || (why && !toldByServer.has(why.code))) return {};
  const { host, port = namePort } = addressParts(server);
  return { answer: { place: { host, port, speaks: 'dns' }, proof: 'plain' } };
}

/** Faults of an answer that was there. A refusal is none of them: the way's own end gives it as well as the server. */
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

/** What stands at `askedUrl`; `text` is the beginning of its body. */
export function pageOf(askedUrl: string, { url, status, headers }: Came, text: string): Page {
  const asked = placeOf(askedUrl);
  const location = textOf(headers, 'location') ?? '';
  const redirects = status >= 300 && status < 400 && /^(?:https?:)?\/\//i.test(location);
  const end = placeOf(redirects ? location.replace(/^\/\//, `${asked.speaks}://`) : url);
  // On this machine itself each port is another server; elsewhere the usual ports of a site are its own.
  const isOther = isThisMachine(asked.host)
    ? placeKey(asked) !== placeKey(end)
    : !isSameSite(asked.host, end.host);
  return { status, text, ...(isOther ? { leadsTo: placeKey(end) } : {}) };
}

function isSameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The place of an http or https address; what is no such address gives a place without a host. */
export function placeOf(url: string): Place {
  const parts = webParts(url);
  if (!parts) return { host: '', port: 80, speaks: 'http' };
  const { host, port, isSecure } = parts;
  return { host: withoutBrackets(host), port, speaks: isSecure ? 'https' : 'http' };
}

export function placeKey({ host, port }: Pick<Place, 'host' | 'port'>): string {
  return `${host}:${port}`;
}

/** Whose clock a server's time is. A port of this machine may lead anywhere, as tunnels do; elsewhere a host has one. */
export function clockOf(place: Place): string {
  return isThisMachine(place.host) ? placeKey(place) : place.host;
}

/** A day is longer than any cache keeps what a machine is asked about. In s. */
const oldestS = 86_400;

/** When the server answered, ms UTC; a cache adds how long it has kept the answer. Undefined when it does not say. */
export function serverTime(headers: Headers): number | undefined {
  const date = textOf(headers, 'date');
  // The one form that servers write (RFC 9110); a date of another form may be read in any zone.
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
