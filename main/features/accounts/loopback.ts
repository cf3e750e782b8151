/**
 * Where the browser returns after signing in: a loopback listener for a single answer.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import escapeHtml from 'escape-html';
import type { Clock } from '../../platform/clock.ts';
import { SignInError } from './fault.ts';

/** What the browser shows at the end, in the member's language. */
export type EndPage = Readonly<{ title: string; text: string }>;

export type LoopbackDeps = Readonly<{
  clock: Clock;
  /** A secret against login CSRF: an answer without it could sign the member in as somebody else. */
  state: string;
  endPage: EndPage;
}>;

export type Loopback = Readonly<{
  /** The redirect URI; the answer must carry `state`. */
  url: string;
  /** Rejects with SignInError `expired` or `cancelled`. */
  answer: Promise<URLSearchParams>;
}>;

/** Long enough to find a password and a second factor. */
const timeoutMs = 300_000;
const path = '/callback';

/** Listens until the answer, the time limit or `signal`. */
export async function listenForBrowser(
  { clock, state, endPage }: LoopbackDeps,
  signal: AbortSignal,
): Promise<Loopback> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new SignInError('internal')));
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const answer = new Promise<URLSearchParams>((resolve, reject) => {
    const giveUp = () => reject(new SignInError('cancelled'));
    const stopTimer = clock.after(timeoutMs, () => reject(new SignInError('expired')));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    server.on('close', () => {
      stopTimer();
      signal.removeEventListener('abort', giveUp);
    });
    server.on('request', (request, response) => {
      const query = answerIn(request, state);
      if (!query) return reply(response, 404, 'Not found', 'text/plain');
      reply(response, 200, htmlOf(endPage), 'text/html');
      resolve(query);
    });
  }).finally(() => server.close());
  // Avoids an unhandled rejection if opening the browser fails first.
  answer.catch(() => undefined);
  return { url: `http://127.0.0.1:${port}${path}`, answer };
}

function answerIn(request: IncomingMessage, state: string): URLSearchParams | undefined {
  // Any local program may send anything to the port, even an invalid URL.
  const url = URL.parse(`http://127.0.0.1${request.url ?? ''}`);
  if (request.method !== 'GET' || url?.pathname !== path) return undefined;
  return url.searchParams.get('state') === state ? url.searchParams : undefined;
}

function reply(response: ServerResponse, status: number, body: string, type: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(body);
}

function htmlOf({ title, text }: EndPage): string {
  const [head, body] = [escapeHtml(title), escapeHtml(text)];
  return `<!doctype html><meta charset="utf-8"><title>${head}</title><h1>${head}</h1><p>${body}</p>\n`;
}
