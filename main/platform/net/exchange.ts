/** One HTTP request over an open connection, and its response. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest, validateHeaderName, validateHeaderValue } from 'node:http';
import { redirectCodes } from '../../../shared/net/redirects.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import { bodyOf, createSource } from './answer-frame.ts';
import type { Source } from './answer-frame.ts';
import type { AnswerHead } from './answer-head.ts';
import { createHeadEnd, mayBeHttp, readHead } from './answer-head.ts';
import { collect, tooLarge } from './body.ts';
import type { Line } from './line.ts';
import { NetError, headLimitBytes, headersTooLarge, toNetError } from './error.ts';
import type { PhaseClock } from './phases.ts';
import { authorization } from './tunnel.ts';
import { unpack } from './unpack.ts';

export type Question = Readonly<{
  url: URL;
  method: 'GET' | 'HEAD' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Body limit in bytes by status, for both the encoded and the decoded body; 0 skips the body. */
  bodyBytes: (status: number) => number;
  /** Takes the body of a 200 in pieces. */
  into?: (pieces: AsyncIterable<Buffer>) => Promise<void>;
}>;

export type Exchange = Readonly<{
  status: number;
  /** Latin-1 values. */
  headers: IncomingHttpHeaders;
  /** Decoded by `Content-Encoding`. */
  body: Uint8Array;
  /** Always empty from `askStrictly`. */
  remarks: ReadonlySet<Remark>;
}>;

/** How many bytes of the body to read; a redirect's body is skipped. */
function bodyLimitOf(question: Question, status: number, headers: IncomingHttpHeaders): number {
  const isBodiless = status === 204 || status === 205 || status === 304;
  const leadsAway = redirectCodes.has(status) && Boolean(headers.location);
  return question.method === 'HEAD' || isBodiless || leadsAway ? 0 : question.bodyBytes(status);
}

/** Parses the response strictly, for responses that are acted on. Throws NetError. */
export function askStrictly(line: Line, question: Question): Promise<Exchange> {
  const { url, method, headers } = question;
  return new Promise((resolve, reject) => {
    line.onFault(reject);
    line.clock.enter('firstByte');
    const sent = httpRequest({
      // Every request measures all phases, so sockets are never reused.
      createConnection: () => line.socket,
      path: pathOf(line, url),
      method,
      headers: { ...headers, ...proxyHeaders(line) },
      maxHeaderSize: headLimitBytes,
    });
    // The line's listener gets socket errors first; the rest are responses that are not HTTP.
    sent.on('error', (error) => reject(toNetError(error, url.hostname)));
    sent.once('response', (response) => {
      line.clock.enter('body');
      strictBody(response, question, line.clock).then((body) => {
        line.clock.stop();
        const status = response.statusCode ?? 0;
        resolve({ status, headers: response.headers, body, remarks: new Set() });
      }, reject);
    });
    sent.end(question.body);
  });
}

async function strictBody(
  response: IncomingMessage,
  question: Question,
  clock: PhaseClock,
): Promise<Uint8Array> {
  const { headers, statusCode = 0 } = response;
  const bodyBytes = bodyLimitOf(question, statusCode, headers);
  if (bodyBytes === 0) {
    response.on('error', () => undefined);
    return Buffer.alloc(0);
  }
  if (question.into && statusCode === 200) {
    await question.into(piecesOf(response, bodyBytes, clock));
    return Buffer.alloc(0);
  }
  const packed = await collect(response, bodyBytes);
  return unpack(packed, headers['content-encoding'], bodyBytes, () => {
    throw new NetError(reason('body-encoding'));
  });
}

/** Each piece has the time of a phase; what its receiver does with it does not count. Throws NetError. */
async function* piecesOf(
  response: IncomingMessage,
  limitBytes: number,
  clock: PhaseClock,
): AsyncGenerator<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') throw new NetError(reason('body-encoding'));
  let size = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      clock.stop();
      size += piece.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      yield piece;
      clock.enter('body');
    }
  } catch (error) {
    throw error instanceof NetError ? error : new NetError(reason('reset'), error);
  }
}

/** Parses the response as leniently as browsers, with remarks, for checks. Throws NetError. */
export function askAsBrowsersDo(line: Line, question: Question): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    line.onFault(reject);
    line.clock.enter('firstByte');
    line.socket.write(serialized(line, question), 'latin1');
    const source = createSource(line.socket as AsyncIterable<Buffer>);
    readResponse(source, line, question).then(resolve, (error: unknown) =>
      reject(toNetError(error, question.url.hostname)),
    );
  });
}

async function readResponse(source: Source, line: Line, question: Question): Promise<Exchange> {
  const head = await finalHead(source);
  line.clock.enter('body');
  const { status, headers, length } = head;
  const remarks = new Set(head.remarks);
  const remark = (what: Remark) => void remarks.add(what);
  const bodyBytes = bodyLimitOf(question, status, headers);
  let body: Uint8Array = Buffer.alloc(0);
  if (bodyBytes > 0) {
    const packed = await collect(bodyOf(source, length, remark), bodyBytes);
    body = await unpack(packed, headers['content-encoding'], bodyBytes, remark);
  }
  line.clock.stop();
  return { status, headers, body, remarks };
}

/** Skips interim responses (1xx); the limit applies to all heads together. */
async function finalHead(source: Source): Promise<AnswerHead> {
  let leftBytes = headLimitBytes;
  for (;;) {
    const bytes = await headOf(source, leftBytes);
    leftBytes -= bytes.length;
    const head = readHead(bytes);
    // An unrequested protocol switch, or an invalid status, is a final response.
    if (head.status < 100 || head.status === 101 || head.status >= 200) return head;
  }
}

async function headOf(source: Source, limitBytes: number): Promise<Buffer> {
  const endIn = createHeadEnd();
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = await source.next();
    if (!piece) throw new NetError(reason('reset'));
    const end = endIn(piece);
    pieces.push(end === undefined ? piece : piece.subarray(0, end));
    // Checked early, since a server of another protocol may keep the connection open. Once it looked like HTTP, it is.
    if (size < 8 && !mayBeHttp(Buffer.concat(pieces))) throw new NetError(reason('protocol'));
    size += pieces.at(-1)?.length ?? 0;
    if (size > limitBytes) throw headersTooLarge();
    if (end === undefined) continue;
    source.giveBack(piece.subarray(end));
    return Buffer.concat(pieces, size);
  }
}

/** A proxy that forwards needs the whole address (RFC 9112, 3.2.2). */
function pathOf({ through }: Line, { host, pathname, search }: URL): string {
  return `${through?.forwards ? `http://${host}` : ''}${pathname}${search}`;
}

function proxyHeaders({ through }: Line): Readonly<Record<string, string>> {
  if (!through?.forwards || !through.login) return {};
  return { 'proxy-authorization': authorization(through.login) };
}

/** Throws TypeError for an invalid header. */
function serialized(line: Line, { url, method, headers, body }: Question): string {
  const lines = Object.entries({ ...headers, ...proxyHeaders(line) }).map(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return `${name}: ${value}\r\n`;
  });
  if (body !== undefined) throw new TypeError('A question of a check has no body');
  return `${method} ${pathOf(line, url)} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
