/** A stand-in status page on loopback, in any of the formats, with faults on command. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FeedType } from '../../../shared/feeds/types.ts';
import { listen, send } from '../http.ts';
import type { PageState } from './page.ts';
import { pageBodies } from './page.ts';

export const pageTroubles = [
  'html',
  'wrong-types',
  'lies',
  'gibibyte',
  'million',
  'hang',
  'drip',
  'error',
  'login',
  'redirect-loop',
] as const;
export type PageTrouble = (typeof pageTroubles)[number];

export type StandInPage = Readonly<{
  url: string;
  port: number;
  /** What it reports from now on. */
  say: (state: PageState) => void;
  /** What is wrong with the page itself; undefined for nothing. */
  trouble: (trouble: PageTrouble | undefined) => void;
  /** The status code of each answer so far. */
  answers: () => readonly number[];
  stop: () => Promise<void>;
  pause: () => Promise<void>;
  start: () => Promise<void>;
}>;

export async function startPage(
  type: FeedType,
  state: PageState,
  options: Readonly<{ port?: number; nowUtcMs?: () => number }> = {},
): Promise<StandInPage> {
  const now = options.nowUtcMs ?? Date.now;
  const statuses: number[] = [];
  let current = state;
  let wrong: PageTrouble | undefined;
  const listener = await listen(
    (request, response) => {
      response.on('finish', () => statuses.push(response.statusCode));
      if (wrong) return misbehave(wrong, response);
      const body = pageBodies(type, current, now()).get(request.url ?? '');
      if (body === undefined) return send(response, { status: 404, body: 'not found' });
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      const headers = { 'content-type': 'application/json', etag };
      if (request.headers['if-none-match'] === etag) {
        // Some servers give the encoding of the body that they leave out.
        return send(response, { status: 304, headers: { etag, 'content-encoding': 'gzip' } });
      }
      return send(response, { headers, body });
    },
    options.port === undefined ? {} : { port: options.port },
  );
  return {
    url: listener.url,
    port: listener.port,
    say: (next) => (current = next),
    trouble: (next) => (wrong = next),
    answers: () => statuses,
    stop: listener.stop,
    start: listener.start,
    pause: listener.pause,
  };
}

const json = { 'content-type': 'application/json' };
const plain: Readonly<Partial<Record<PageTrouble, Parameters<typeof send>[1]>>> = {
  html: { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' },
  // The right keys with values of the wrong types, as in any format.
  'wrong-types': {
    headers: json,
    body: '{"publicGroupList":7,"heartbeatList":7,"components":7,"systems":7,"data":7,"included":7}',
  },
  million: { headers: json, body: `[${'1,'.repeat(500_000)}1]` },
  error: { status: 503, body: 'Service Unavailable' },
  login: { status: 401, body: '' },
  'redirect-loop': { status: 302, headers: { location: '/again' } },
};

function misbehave(trouble: PageTrouble, response: ServerResponse): void {
  const reply = plain[trouble];
  if (reply) return send(response, reply);
  if (trouble === 'hang') return;
  response.writeHead(200, json);
  if (trouble === 'gibibyte') return pour(response);
  if (trouble === 'drip') return drip(response);
  // Whatever the path: a healthy result dated in the future.
  response.end(
    JSON.stringify([
      { name: 'Chat', results: [{ success: true, timestamp: '2999-01-01T00:00:00Z' }] },
    ]),
  );
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = 2 ** 30 / chunk.length;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}
