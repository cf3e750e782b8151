/** An HTTP request with its redirects. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Certificate, Timings } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import type { AnswerText } from '../../../shared/status/seen-text.ts';
import { redirectCodes } from '../../../shared/net/redirects.ts';
import { proxyName } from '../../../shared/net/proxy.ts';
import { decodeText, headerText, isUtf8, readings } from '../text.ts';
import { defined } from '../../../shared/defined.ts';
import { bareHost, refuseInside } from './addresses.ts';
import { createCookies } from './cookies.ts';
import { NetError } from './error.ts';
import type { Exchange, Question } from './exchange.ts';
import { askAsBrowsersDo, askStrictly } from './exchange.ts';
import type { Reach } from './reach.ts';
import type { Trust } from './tls.ts';
import { refuseProxyAnswer } from './tunnel.ts';

export type Request = Readonly<{
  url: string;
  /**
   * Where to connect instead, if the network rather than the document says so (delegation, SRV record): the address
   * rule applies, and the certificate must be for the URL's host.
   */
  at?: Readonly<{ host: string; port: number }>;
  method?: 'GET' | 'HEAD' | 'POST';
  /** Sent unchanged; set its type in `headers`. Disables redirects: the body is meant for this server only. */
  body?: string;
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
  /** Limit of the decoded body in bytes, possibly by status; 0 skips the body. */
  bodyBytes: number | ((status: number) => number);
  /** For what is no text: each byte of the body as one character (`latin1`). */
  asBytes?: true;
  /**
   * Takes the body of a 200 in pieces, as they come; `body` is then empty. `phaseMs` limits the wait for each piece.
   * Not for a check, nor for a body that is packed.
   */
  into?: (pieces: AsyncIterable<Buffer>) => Promise<void>;
  /** Maximum number of redirects. */
  redirects: number;
  trust: Trust;
  /** Never contacts this machine or its network, whatever the document names. */
  outsideOnly?: true;
  /**
   * For checks, whose response is judged but not acted on: accepts what browsers accept, with remarks. Otherwise the
   * response must be valid HTTP. Not for a request with a `body`.
   */
  isCheck?: true;
}>;

export type Answer = Readonly<{
  /** The final URL. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** For checks only. */
  checked?: Checked;
  /** For checks: `Location` as browsers follow it; `headers` has it as text. */
  location?: string;
  /** Of the last redirect. */
  timings: Timings;
  certificate?: Certificate;
  /** The proxy that it came through, as `host:port`. */
  proxy?: string;
}>;

export type Checked = Readonly<{ remarks: readonly Remark[] }> & Omit<AnswerText, 'body'>;

/** The remarks, as part of an observation. */
export function remarksOn({ checked }: Answer): Readonly<{ remarks?: Remark[] }> {
  return checked && checked.remarks.length > 0 ? { remarks: [...checked.remarks] } : {};
}

/** The body for text searches. */
export function textOf({ body, checked }: Answer): AnswerText {
  return { body, ...checked };
}

/** Throws NetError, or the signal's reason when aborted. */
export async function follow(request: Request, reach: Reach): Promise<Answer> {
  const visited = new Set<string>();
  const cookies = createCookies(Date.now);
  let url = new URL(request.url);
  for (let hop = 0; ; hop += 1) {
    const cookie = cookies.headerFor(url);
    // The document does not name the targets of redirects and records.
    const namedHosts = hop === 0 && !request.at ? [bareHost(url.hostname)] : [];
    const { exchange, ...line } = await once(request, url, cookie, namedHosts, reach);
    const mayLead = request.redirects > 0 && request.body === undefined;
    const next = mayLead ? redirectOf(url, exchange) : undefined;
    if (next === undefined) return { url: url.href, ...answerOf(request, exchange), ...line };
    cookies.take(url, exchange.headers['set-cookie'] ?? []);
    // The same address with a new cookie is not a loop: servers test this way whether cookies work.
    const place = `${next.href}\n${cookies.headerFor(next) ?? ''}`;
    if (visited.has(place) || hop >= request.redirects) throw new NetError(reason('redirect-loop'));
    visited.add(place);
    url = next;
  }
}

/** With its bytes beyond ASCII percent-encoded, whatever their encoding, as browsers do. */
function locationOf({ headers }: Exchange): string | undefined {
  return headers.location
    ?.trim()
    .replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function redirectOf(url: URL, exchange: Exchange): URL | undefined {
  const location = locationOf(exchange);
  if (!redirectCodes.has(exchange.status) || !location) return undefined;
  if (!URL.canParse(location, url.href)) throw new NetError(reason('redirect-refused'));
  const next = new URL(location, url);
  const downgrade = url.protocol === 'https:' && next.protocol !== 'https:';
  if (downgrade || !['http:', 'https:'].includes(next.protocol)) {
    throw new NetError(reason('redirect-refused'));
  }
  return next;
}

type Hop = Pick<Answer, 'timings' | 'certificate' | 'proxy'> & Readonly<{ exchange: Exchange }>;

async function once(
  request: Request,
  url: URL,
  cookie: string | undefined,
  namedHosts: readonly string[],
  reach: Reach,
): Promise<Hop> {
  const secure = url.protocol === 'https:';
  if (request.outsideOnly) refuseInside(request.at?.host ?? url.hostname);
  const target = {
    host: bareHost(url.hostname),
    port: request.at?.port ?? (Number(url.port) || (secure ? 443 : 80)),
    ...(request.at ? { at: request.at.host } : {}),
    trust: secure ? request.trust : undefined,
    namedHosts,
    signal: request.signal,
    phaseMs: request.phaseMs,
    ...(secure ? {} : { speaksPlainHttp: true as const }),
    ...(request.outsideOnly ? { outsideOnly: true as const } : {}),
  };
  return reach(target, async (line) => {
    try {
      const ask = request.isCheck ? askAsBrowsersDo : askStrictly;
      const exchange = await ask(line, questionOf(request, url, cookie));
      const { certificate, through } = line;
      if (through?.forwards) refuseProxyAnswer(through, exchange);
      return {
        exchange,
        timings: line.clock.timings(),
        ...(certificate ? { certificate } : {}),
        ...(through ? { proxy: proxyName(through.proxy) } : {}),
      };
    } finally {
      line.hangUp();
    }
  });
}

function questionOf(request: Request, url: URL, cookie: string | undefined): Question {
  const { bodyBytes } = request;
  return {
    url,
    method: request.method ?? 'GET',
    headers: {
      host: url.host,
      'user-agent': 'CoopTray',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br',
      connection: 'close',
      ...(cookie === undefined ? {} : { cookie }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    bodyBytes: typeof bodyBytes === 'number' ? () => bodyBytes : bodyBytes,
    ...(request.into ? { into: request.into } : {}),
  };
}

function answerOf(
  { isCheck, asBytes }: Request,
  exchange: Exchange,
): Pick<Answer, 'status' | 'headers' | 'body' | 'checked' | 'location'> {
  const { status, headers, body, remarks } = exchange;
  if (asBytes) return { status, headers, body: Buffer.from(body).toString('latin1') };
  const { text, kind, isGuessed } = decodeText(body, headers['content-type']);
  if (!isCheck) return { status, headers, body: text };
  const isDoubtful = !isGuessed && text.includes('\ufffd') && !isUtf8(body);
  return {
    status,
    headers: asText(headers),
    body: text,
    ...defined({ location: locationOf(exchange) }),
    checked: {
      remarks: [...remarks],
      kind,
      otherwise: isGuessed ? readings(body) : [],
      doubts: isDoubtful ? readings(body) : [],
    },
  };
}

function asText(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(headerText) : value === undefined ? value : headerText(value),
  ]);
  return Object.fromEntries(entries) as IncomingHttpHeaders;
}
