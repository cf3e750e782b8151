import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { Certificate, Timings } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import type { Lookup } from './addresses.ts';
import { bareHost } from './addresses.ts';
import { readBody } from './body.ts';
import type { Line } from './dial.ts';
import { dial } from './dial.ts';
import { NetError, toNetError } from './error.ts';
import type { Trust } from './tls.ts';

export type Request = Readonly<{
  url: string;
  /**
   * Where to connect instead, when the network and not the document tells (a delegation, an SRV record): the address
   * rule holds for it, and the certificate stays that of the URL's host.
   */
  at?: Readonly<{ host: string; port: number }>;
  method?: 'GET' | 'HEAD' | 'POST';
  /** Sent as it is; `headers` name its kind. Follow no redirects with it. */
  body?: string;
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
  /** Largest body in bytes after unpacking, if need be by the status; 0 leaves the body unread. */
  bodyBytes: number | ((status: number) => number);
  /** Redirects that are followed. */
  redirects: number;
  trust: Trust;
}>;

export type Answer = Readonly<{
  /** The address that answered in the end. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Of the last hop. */
  timings: Timings;
  certificate?: Certificate;
}>;

/** Larger headers end the connection; Node's own default, named here because a probe relies on it. */
const headerBytes = 16 * 1024;
const redirectCodes = new Set([301, 302, 303, 307, 308]);
/** What comes with these is not looked at; 304 has no body, whatever its headers say of one. */
const bodiless = new Set([...redirectCodes, 304]);

/** One request with its redirects. Throws NetError, or the signal's reason when aborted. */
export async function follow(request: Request, lookup: Lookup): Promise<Answer> {
  const seen = new Set<string>();
  let url = request.url;
  for (let hop = 0; ; hop += 1) {
    // Where a redirect or a record leads, the document has not named.
    const namedHosts = hop === 0 && !request.at ? [bareHost(new URL(url).hostname)] : [];
    const answer = await once({ ...request, url }, namedHosts, lookup);
    const next = request.redirects > 0 ? redirectOf(answer) : undefined;
    if (next === undefined) return answer;
    if (seen.has(next) || hop >= request.redirects) throw new NetError(reason('redirect-loop'));
    seen.add(next);
    url = next;
  }
}

function redirectOf(answer: Answer): string | undefined {
  const { location } = answer.headers;
  if (!redirectCodes.has(answer.status) || !location) return undefined;
  if (!URL.canParse(location, answer.url)) throw new NetError(reason('redirect-refused'));
  const next = new URL(location, answer.url);
  const downgrade = answer.url.startsWith('https:') && next.protocol !== 'https:';
  if (downgrade || !['http:', 'https:'].includes(next.protocol)) {
    throw new NetError(reason('redirect-refused'));
  }
  return next.href;
}

async function once(
  request: Request,
  namedHosts: readonly string[],
  lookup: Lookup,
): Promise<Answer> {
  const url = new URL(request.url);
  const secure = url.protocol === 'https:';
  const line = await dial(
    {
      host: bareHost(url.hostname),
      port: request.at?.port ?? (Number(url.port) || (secure ? 443 : 80)),
      ...(request.at ? { at: request.at.host } : {}),
      trust: secure ? request.trust : undefined,
      namedHosts,
      signal: request.signal,
      phaseMs: request.phaseMs,
    },
    lookup,
  );
  try {
    return await ask(line, url, request);
  } finally {
    line.hangUp();
  }
}

function ask(line: Line, url: URL, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    line.onFault(reject);
    line.clock.enter('firstByte');
    const sent = httpRequest({
      // Each check measures every phase anew, so the one socket is used once.
      createConnection: () => line.socket,
      path: url.pathname + url.search,
      method: request.method ?? 'GET',
      headers: headersOf(url, request),
      maxHeaderSize: headerBytes,
    });
    // The line hears of the socket's own faults first; what remains here is an answer that is no HTTP.
    sent.on('error', (error) => reject(toNetError(error, url.hostname)));
    sent.once('response', (response) => {
      line.clock.enter('body');
      bodyOf(response, request)
        .then((body) => {
          line.clock.stop();
          resolve(answerOf(line, url, response, body));
        })
        .catch(reject);
    });
    sent.end(request.body);
  });
}

function headersOf(url: URL, request: Request): Record<string, string> {
  return {
    host: url.host,
    'user-agent': 'CoopTray',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    connection: 'close',
    ...request.headers,
  };
}

function answerOf(line: Line, url: URL, response: IncomingMessage, body: string): Answer {
  return {
    url: url.href,
    status: response.statusCode ?? 0,
    headers: response.headers,
    body,
    timings: line.clock.timings(),
    ...(line.certificate ? { certificate: line.certificate } : {}),
  };
}

async function bodyOf(response: IncomingMessage, request: Request): Promise<string> {
  const { statusCode = 0 } = response;
  const { bodyBytes } = request;
  const limitBytes = typeof bodyBytes === 'number' ? bodyBytes : bodyBytes(statusCode);
  const unread = limitBytes === 0 || bodiless.has(statusCode);
  if (!unread) return readBody(response, limitBytes);
  response.on('error', () => undefined);
  return '';
}
